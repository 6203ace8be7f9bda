"""Signing a version in the window: with a certificate here, or elsewhere and back again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.plan.parts import PlanFileKind
from smartstad_desktop.domain.values import Language, PlanId
from smartstad_desktop.reads.plan.decision import decision_sheet
from smartstad_desktop.reads.plan.likely_signers import SignerDraft
from smartstad_desktop.reads.plan.plan import current_plan
from smartstad_desktop.ui.kit.forms import FileQuestions
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.plan.signing import (
    KeepAnywayDialog,
    SigningDialog,
    ask_and_attach,
    ask_and_prepare,
    ask_and_sign,
)
from smartstad_desktop.usecases.plan.files import AttachPlanFile
from smartstad_desktop.usecases.plan.signers import SetSigners
from smartstad_desktop.usecases.plan.snapshots import kept_data
from smartstad_desktop.usecases.plan.versions import FreezePlan
from smartstad_desktop.usecases.signing.material import signing_material
from tests.support import tampering
from tests.support.signed_plans import PASSWORD, PEOPLE, archive_of, authority, certificate_file
from tests.ui.conftest import HeardNotices


@pytest.fixture
def plan(demo_services: Services) -> PlanId:
    """Return a frozen version with three rows to sign, whose archive PDF is kept."""
    workspace = demo_services.workspace
    found = workspace.read(current_plan)
    assert found is not None
    drafts = tuple(SignerDraft(role="Kommundirektör", organisation=town, name=name) for name, town in PEOPLE)
    signers = workspace.run(SetSigners(plan=found, signers=drafts)).value
    workspace.run(FreezePlan(plan=found, version="1.0"))
    data = workspace.read(kept_data, found)
    assert data is not None
    archive = archive_of("Smart samhälle", data.content, data.sha256, signers)
    workspace.run(AttachPlanFile(plan=found, kind=PlanFileKind.ARCHIVE, name="plan.pdf", content=archive))
    return found


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_version_is_signed_with_a_certificate(
    demo_services: Services, plan: PlanId, page: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = certificate_file(tmp_path / "c.p12", authority())
    target = tmp_path / "underskriven.pdf"

    def where(_parent: QWidget | None, _title: str, _pattern: str, _suggestion: str) -> Path:
        return target

    monkeypatch.setattr(FileQuestions, "save_path", where)
    ask_and_sign(page, demo_services, plan)
    (dialog,) = page.findChildren(SigningDialog)
    dialog.certificate.set_value(str(file))
    dialog.password.line.setText("fel")
    dialog.confirm()

    assert dialog.isVisible()
    assert dialog.password.line.echoMode() is QLineEdit.EchoMode.Password
    assert not target.exists()

    dialog.password.line.setText(PASSWORD)
    dialog.confirm()

    heard = demo_services.notices
    assert isinstance(heard, HeardNotices)
    assert heard.said[-1].startswith("Underskriven av Åsa Öberg, Helsingborgs stad.")
    assert all(PASSWORD not in said for said in heard.said)
    sheet = demo_services.workspace.read(decision_sheet, plan)
    assert [row.signed_on is not None for row in sheet.signers] == [True, False, False]
    assert target.read_bytes().startswith(
        demo_services.workspace.read(signing_material, plan, Language.SV, demo_services.workspace.now).base or b"?"
    )


def test_what_was_signed_elsewhere_is_kept_or_asked_about(
    demo_services: Services, plan: PlanId, page: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "till underskrift.pdf"

    def where(_parent: QWidget | None, _title: str, _pattern: str, _suggestion: str) -> Path:
        return target

    def which(_parent: QWidget | None, _title: str, _pattern: str, _several: bool) -> tuple[Path, ...]:  # noqa: FBT001  as the question is asked
        return (target,)

    monkeypatch.setattr(FileQuestions, "save_path", where)
    monkeypatch.setattr(FileQuestions, "open_paths", which)
    ask_and_prepare(page, demo_services, plan)
    assert b"/AcroForm" in target.read_bytes()

    target.write_bytes(tampering.saved_again(tampering.resaved)(target.read_bytes()))
    ask_and_attach(page, demo_services, plan)
    (dialog,) = page.findChildren(KeepAnywayDialog)
    dialog.confirm()
    assert dialog.isVisible()
    dialog.comment.set_value("Tjänsten sparar om filen")
    dialog.confirm()

    sheet = demo_services.workspace.read(decision_sheet, plan)
    (kept,) = (each for each in sheet.files if each.kind is PlanFileKind.SIGNED)
    assert (kept.comment, "rewritten" in kept.told["findings"]) == ("Tjänsten sparar om filen", True)
