"""A frozen version is signed by three people, kept, checked against what was kept, and taken back from elsewhere."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest

from smartstad_desktop.domain.lists.checks import CheckKind
from smartstad_desktop.domain.plan.parts import PlanFileKind, SigningManner
from smartstad_desktop.domain.plan.signing import FieldSigned, NotThisVersion, PlanNotFrozenToSign
from smartstad_desktop.domain.plan.verifying import PROVEN, PlanFinding, PlanVerdict
from smartstad_desktop.domain.values import Language, PlanId
from smartstad_desktop.exchange.documents.pdf import seal
from smartstad_desktop.exchange.documents.pdf.parts import opened
from smartstad_desktop.exchange.signing.certificates import identity
from smartstad_desktop.exchange.signing.making import signed
from smartstad_desktop.reads.plan.decision import decision_sheet
from smartstad_desktop.reads.plan.likely_signers import SignerDraft
from smartstad_desktop.usecases.plan.files import AttachPlanFile, file_content
from smartstad_desktop.usecases.plan.signers import SetSigners
from smartstad_desktop.usecases.plan.snapshots import kept_data
from smartstad_desktop.usecases.plan.sources import CreatePlanFromBoard
from smartstad_desktop.usecases.plan.versions import FreezePlan
from smartstad_desktop.usecases.signing.keeping import KeepSignedPlan, read_signed
from smartstad_desktop.usecases.signing.material import open_places, signing_material
from smartstad_desktop.usecases.signing.plan_check import PlanVerified
from smartstad_desktop.usecases.signing.signing_here import SigningOrder, sign_here
from smartstad_desktop.usecases.verifying import verify_plan, verify_workspace
from smartstad_desktop.usecases.workspace import Workspace
from tests.support import tampering
from tests.support.signed_plans import PASSWORD, PEOPLE, archive_of, authority, certificate_file, prepared

F = PlanFinding


@pytest.fixture
def frozen(demo: Workspace) -> PlanId:
    """Return a frozen version with three rows to sign, whose archive PDF is kept."""
    plan = PlanId(demo.run(CreatePlanFromBoard()).value)
    drafts = tuple(SignerDraft(role="Kommundirektör", organisation=town, name=name) for name, town in PEOPLE)
    signers = demo.run(SetSigners(plan=plan, signers=drafts)).value
    demo.run(FreezePlan(plan=plan, version="1.0"))
    data = demo.read(kept_data, plan)
    assert data is not None
    archive = archive_of("Smart samhälle", data.content, data.sha256, signers)
    demo.run(AttachPlanFile(plan=plan, kind=PlanFileKind.ARCHIVE, name="plan.pdf", content=archive))
    return plan


def sign(workspace: Workspace, plan: PlanId, folder: Path) -> Path:
    """Sign a version by all of its signers, one after the other, and return the signed file."""
    by = authority()
    target = folder / "underskriven.pdf"
    for number, row in enumerate(workspace.read(decision_sheet, plan).signers):
        file = certificate_file(folder / f"{number}.p12", by, PEOPLE[number])
        order = SigningOrder(signer=row.id, certificate=file, password=PASSWORD, target=target)
        sign_here(workspace, plan, order, Language.SV)
    return target


def test_three_people_sign_and_the_file_is_kept_once(demo: Workspace, frozen: PlanId, tmp_path: Path) -> None:
    target = sign(demo, frozen, tmp_path)
    sheet = demo.read(decision_sheet, frozen)
    (kept,) = (file for file in sheet.files if file.kind is PlanFileKind.SIGNED)
    found = verify_plan(target, demo)

    assert demo.read(file_content, kept.id)[1] == target.read_bytes()
    assert [each["signer"] for each in kept.told["signatures"]] == [name for name, _ in PEOPLE]
    assert [row.signed_on for row in sheet.signers] == [date.today()] * 3  # noqa: DTZ011  the day of the signatures' own clock
    assert sheet.plan.signing is SigningManner.HERE
    assert (found.verdict, found.findings, found.kept_as) == (PlanVerdict.KEPT, (), "underskriven.pdf")
    assert found.version is not None
    assert found.version.plan == frozen
    assert all(check.is_good for check in verify_workspace(demo.path))

    material = demo.read(signing_material, frozen, Language.SV, demo.now)
    assert open_places(material) == ()
    order = SigningOrder(
        signer=sheet.signers[0].id, certificate=tmp_path / "0.p12", password=PASSWORD, target=tmp_path / "igen.pdf"
    )
    with pytest.raises(FieldSigned):
        sign_here(demo, frozen, order, Language.SV)
    assert not (tmp_path / "igen.pdf").exists()


def test_what_the_workspace_kept_tells_what_a_file_alone_cannot(
    demo: Workspace, frozen: PlanId, tmp_path: Path
) -> None:
    target = sign(demo, frozen, tmp_path)
    whole = target.read_bytes()
    others = tmp_path / "others"
    others.mkdir()
    sheet = demo.read(decision_sheet, frozen)
    archive = next(demo.read(file_content, file.id)[1] for file in sheet.files if file.kind is PlanFileKind.ARCHIVE)
    data = demo.read(kept_data, frozen)
    assert data is not None
    signers = tuple(row.id for row in sheet.signers)
    stranger = archive_of("En annan plan", data.content.replace(b"1.0", b"9.9"), "ab" * 32, signers)

    def codes(content: bytes) -> set[PlanFinding]:
        target.write_bytes(content)
        return {each.code for each in verify_plan(target, demo).findings}

    assert codes(tampering.cut_to(4)(whole)) == {F.REVISION_REMOVED}
    assert codes(archive) == set()
    assert codes(_signed_by_others(prepared(archive), others, signers)) == {F.RESIGNED, F.SIGNATURE_REMOVED}
    assert F.OTHER_PLAN in codes(stranger)
    assert codes(tampering.saved_again(tampering.page_removed)(whole)) >= {F.NOT_KEPT, F.PAGE_REMOVED, F.REWRITTEN}


def test_a_version_written_anew_is_told_from_a_changed_one_and_proves_nothing(
    demo: Workspace, frozen: PlanId, tmp_path: Path
) -> None:
    sign(demo, frozen, tmp_path)
    data = demo.read(kept_data, frozen)
    assert data is not None
    signers = tuple(row.id for row in demo.read(decision_sheet, frozen).signers)
    anew = archive_of("Smart society", data.content, data.sha256, signers)

    def check(content: bytes) -> PlanVerified:
        (tmp_path / "anew.pdf").write_bytes(content)
        return verify_plan(tmp_path / "anew.pdf", demo)

    for content in (anew, prepared(anew)):
        found = check(content)
        assert (found.verdict, found.findings, found.kept_as) == (PlanVerdict.SAME_VERSION, (), "")
        assert found.verdict not in PROVEN
        assert CheckKind.KEPT not in {each.kind for each in found.checks}
    # A forger can make it agree with itself, so it never comes to be kept as proof unasked.
    assert [each.code for each in demo.read(read_signed, frozen, anew).findings] == [F.NOT_KEPT]

    resealed = check(_resealed(anew))
    assert {each.code for each in resealed.findings} >= {F.NOT_KEPT, F.TEXT_CHANGED}
    assert resealed.verdict is PlanVerdict.CHANGED
    assert F.PAGE_REMOVED in {each.code for each in check(tampering.saved_again(tampering.page_removed)(anew)).findings}
    others = _signed_by_others(prepared(anew), tmp_path, signers)
    assert {each.code for each in check(others).findings} >= {F.NOT_KEPT, F.RESIGNED}


def test_where_nothing_was_kept_nothing_was_compared(demo: Workspace, tmp_path: Path) -> None:
    plan = PlanId(demo.run(CreatePlanFromBoard()).value)
    demo.run(FreezePlan(plan=plan, version="1.0"))
    data = demo.read(kept_data, plan)
    assert data is not None
    (tmp_path / "plan.pdf").write_bytes(archive_of("Smart samhälle", data.content, data.sha256))

    found = verify_plan(tmp_path / "plan.pdf", demo)

    assert (found.verdict, found.findings, found.has_kept) == (PlanVerdict.UNSIGNED, (), False)
    assert found.version is not None
    assert CheckKind.KEPT not in {each.kind for each in found.checks}


def test_a_file_signed_elsewhere_is_kept_untouched_or_with_a_reason(
    demo: Workspace, frozen: PlanId, tmp_path: Path
) -> None:
    sheet = demo.read(decision_sheet, frozen)
    archive = demo.read(file_content, sheet.files[0].id)[1]
    good = demo.read(read_signed, frozen, _signed_by_others(prepared(archive), tmp_path, (sheet.signers[0].id,)))
    bad = demo.read(read_signed, frozen, tampering.saved_again(tampering.resaved)(archive))

    def keep(comment: str = "") -> KeepSignedPlan:
        return KeepSignedPlan(plan=frozen, name="tillbaka.pdf", content=bad.content, told=bad.told, comment=comment)

    assert good.findings == ()
    assert {each.code for each in bad.findings} == {F.REWRITTEN, F.NOT_KEPT}
    demo.run(KeepSignedPlan(plan=frozen, name="tillbaka.pdf", content=good.content, told=good.told))
    with pytest.raises(NotThisVersion) as refused:
        demo.run(keep())
    assert set(refused.value.parameters["findings"]) == {"rewritten", "not_kept"}  # pyright: ignore[reportArgumentType]  codes
    demo.run(keep("Tjänsten sparar om filen"))

    sheet = demo.read(decision_sheet, frozen)
    assert {file.comment for file in sheet.files} == {"", "Tjänsten sparar om filen"}
    assert sheet.plan.signing is SigningManner.ELSEWHERE
    (tmp_path / "bad.pdf").write_bytes(bad.content)
    assert verify_plan(tmp_path / "bad.pdf", demo).verdict is PlanVerdict.CHANGED


def test_a_draft_is_not_signed(demo: Workspace) -> None:
    plan = PlanId(demo.run(CreatePlanFromBoard()).value)

    with pytest.raises(PlanNotFrozenToSign):
        demo.read(signing_material, plan, Language.SV, demo.now)
    with pytest.raises(PlanNotFrozenToSign):
        demo.run(KeepSignedPlan(plan=plan, name="a.pdf", content=b"%PDF-", told={}))


def _signed_by_others(content: bytes, folder: Path, signers: tuple[int, ...]) -> bytes:
    """Return a plan signed at the first of its places by somebody with a certificate of another issuer."""
    file = certificate_file(folder / "other.p12", authority())
    return signed(content, f"sign-{signers[0]}", identity(file, PASSWORD, datetime.now(UTC)))


def _resealed(content: bytes) -> bytes:
    """Return a plan with another page and a new seal, whose own list of parts still tells of the old page."""
    with opened(content) as pdf:
        pdf.pages[1].obj.Rotate = 180
        target = BytesIO()
        pdf.save(target)
    return seal.sealed(target.getvalue())
