"""A version of the demonstration plan: frozen, signed three times, decided, checked, packed, and read from the PDF."""

from __future__ import annotations

import json
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pypdf
import pytest

from smartstad_desktop.app import cli
from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.parts import AdoptionOutcome, PlanFileKind
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.plan.verifying import PlanVerdict
from smartstad_desktop.domain.values import Language, PlanId
from smartstad_desktop.reads.plan import plan as plans
from smartstad_desktop.reads.plan.decision import decision_sheet
from smartstad_desktop.reads.plan.likely_signers import default_signers
from smartstad_desktop.usecases.inventory.inventory import EditProject
from smartstad_desktop.usecases.plan.adoptions import RecordAdoption
from smartstad_desktop.usecases.plan.decisions import DecidePlan
from smartstad_desktop.usecases.plan.files import file_content
from smartstad_desktop.usecases.plan.opened_data import open_data
from smartstad_desktop.usecases.plan.signers import SetSigners
from smartstad_desktop.usecases.plan.snapshots import plan_data
from smartstad_desktop.usecases.plan.versions import FreezePlan, StartPlanVersion
from smartstad_desktop.usecases.signing.signing_here import SigningOrder, sign_here
from smartstad_desktop.usecases.verifying import verify_plan
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.signed_plans import PASSWORD, PEOPLE, authority, certificate_file

VERSION = "1.0"
DAY = date(2026, 12, 3)


@pytest.mark.slow
def test_a_version_is_frozen_signed_verified_packed_and_opened_from_the_pdf_alone(
    demo_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "region.smartstad"
    shutil.copyfile(demo_file, path)
    with Workspace.open(path) as workspace:
        plan = freeze(workspace)
        trust = tmp_path / "authority.pem"
        signed = sign_three_times(workspace, plan, tmp_path, trust)
        decide_and_adopt(workspace, plan)
        the_version_stays_while_work_goes_on(workspace, plan)
        verified = verify_plan(signed, workspace, (trust.read_bytes(),))
        assert (verified.verdict, verified.kept_as) == (PlanVerdict.KEPT, signed.name)

    assert ask(capsys, "verify", str(signed), "--trust", str(trust))["checks"]
    is_refused_when_a_byte_differs(signed, path)
    packed_and_whole(path, tmp_path / "arkiv.zip", signed, capsys)
    # From here on there is nothing but the PDF.
    path.unlink()
    read_alone(signed, tmp_path)


def freeze(workspace: Workspace) -> PlanId:
    plan = workspace.read(plans.current_plan)
    assert plan is not None
    rows = workspace.read(default_signers, plan, Language.SV, workspace.now.astimezone().date())
    assert len(rows) >= 11
    workspace.run(SetSigners(plan=plan, signers=rows))
    digest = workspace.run(FreezePlan(plan=plan, version=VERSION)).value
    found = workspace.read(plans.plan, plan)
    assert found is not None
    assert found.plan.content_hash == digest
    return plan


def sign_three_times(workspace: Workspace, plan: PlanId, folder: Path, trust: Path) -> Path:
    by = authority()
    trust.write_bytes(by.pem)
    target = folder / "Plan 1.0 signerad.pdf"
    signers = workspace.read(decision_sheet, plan).signers[:3]
    for row, who in zip(signers, PEOPLE, strict=True):
        certificate = certificate_file(folder / f"{row.id}.p12", by, who)
        order = SigningOrder(signer=row.id, certificate=certificate, password=PASSWORD, target=target)
        sign_here(workspace, plan, order, Language.SV)
    kept = workspace.read(decision_sheet, plan).files
    assert {row.kind for row in kept} == {PlanFileKind.ARCHIVE, PlanFileKind.SIGNED}
    (signed,) = [row for row in kept if row.kind is PlanFileKind.SIGNED]
    assert [each["signer"] for each in signed.told["signatures"]] == [name for name, _organisation in PEOPLE]
    assert workspace.read(file_content, signed.id) == (target.name, target.read_bytes())
    return target


def decide_and_adopt(workspace: Workspace, plan: PlanId) -> None:
    workspace.run(DecidePlan(plan=plan, outcome=Outcome.APPROVED, decided_on=DAY, paragraph="§ 14"))
    found = workspace.read(plans.plan, plan)
    assert found is not None
    assert found.plan.status is PlanStatus.APPROVED
    committed = found.measures[0].commitments[0].municipality
    workspace.run(
        RecordAdoption(
            plan=plan, municipality=committed, outcome=AdoptionOutcome.ADOPTED, body="Kommunstyrelsen", decided_on=DAY
        )
    )
    assert [row.municipality for row in workspace.read(decision_sheet, plan).adoptions] == [committed]


def the_version_stays_while_work_goes_on(workspace: Workspace, plan: PlanId) -> None:
    before = workspace.read(plans.plan, plan)
    assert before is not None
    today = workspace.now.astimezone().date()
    told = workspace.read(plan_data, plan, today)
    project = next(measure.project for measure in before.measures if measure.project is not None)
    workspace.run(EditProject(project=project, changes={"title": "Ett helt annat namn"}))
    following = workspace.run(StartPlanVersion(plan=plan)).value
    assert workspace.read(plans.current_plan) == following
    assert workspace.read(plan_data, plan, today).content == told.content
    assert told.sha256 == before.plan.content_hash


def ask(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    assert cli.main([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def is_refused_when_a_byte_differs(signed: Path, workspace: Path) -> None:
    content = signed.read_bytes()
    changed = signed.with_name("ändrad.pdf")
    middle = len(content) // 3
    changed.write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])
    with Workspace.open_read_only(workspace) as opened:
        verified = verify_plan(changed, opened)
    assert not verified.is_whole
    assert not verified.kept_as


def packed_and_whole(path: Path, target: Path, signed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask(capsys, "package", str(path), "--archive", "-o", str(target))
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        contents = {name: archive.read(name) for name in archive.namelist()}
    assert signed.read_bytes() in contents.values()
    assert any(name.endswith("metadata.json") for name in contents)
    ask(capsys, "package", str(path), "--municipality", "bjuv", "-o", str(target.with_name("bjuv.zip")))
    with zipfile.ZipFile(target.with_name("bjuv.zip")) as package:
        endings = {Path(name).suffix for name in package.namelist()}
    assert {".xlsx", ".pdf", ".txt"} <= endings


def read_alone(signed: Path, folder: Path) -> None:
    with pypdf.PdfReader(signed) as reader:
        (data,) = reader.attachments["plan.json"]
        assert {"plan.json", "plan.schema.json", "plan.xlsx"} <= set(reader.attachments)
    with open_data(data, folder) as alone:
        assert alone.is_read_only
        plan = alone.read(plans.current_plan)
        assert plan is not None
        found = alone.read(plans.plan, plan)
        assert found is not None
        assert found.plan.version == VERSION
        assert len(found.measures) >= 8
        assert all(measure.commitments for measure in found.measures)
