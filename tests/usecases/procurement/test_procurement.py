"""A procurement from candidate to contract: who is in, its value against the limits, and what stays secret."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from smartstad_desktop.domain.errors import ReasonMissing
from smartstad_desktop.domain.procurement.candidates import Ground, Mark
from smartstad_desktop.domain.procurement.cases import (
    AlreadyAnnounced,
    AnnouncedUnlocked,
    DaysOutOfOrder,
    FormMissing,
    LeadOutside,
    LockedAhead,
    MandatesMissing,
    NobodyLocked,
    PartiesLocked,
    TendersBegun,
    TendersUnlocked,
)
from smartstad_desktop.domain.procurement.procurement import ThresholdRule
from smartstad_desktop.domain.procurement.thresholds import Standing
from smartstad_desktop.domain.testbeds.routines import EvidenceKind, LogKind
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.listing import listing_procurement
from smartstad_desktop.reads.procurement.board import procurements as board
from smartstad_desktop.reads.procurement.candidates import candidates
from smartstad_desktop.reads.procurement.cases import (
    ProcurementSheet,
    mandate_file,
    procurement,
    told_procurement,
)
from smartstad_desktop.reads.procurement.thresholds import thresholds
from smartstad_desktop.storage.tables.testbeds import RoutineCase
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.text.procurement.words import candidate_reason
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.procurement.candidates import BeginProcurement, MarkCandidate
from smartstad_desktop.usecases.procurement.cases import EditProcurement, LockParties, UnlockParties
from smartstad_desktop.usecases.procurement.parties import EditParty, KeepMandate, RemoveParty
from smartstad_desktop.usecases.procurement.thresholds import AddThreshold, RemoveThresholds
from smartstad_desktop.usecases.testbeds.case_log import AddLogLine
from smartstad_desktop.usecases.testbeds.cases import EditCase
from smartstad_desktop.usecases.testbeds.decision_basis import decision_basis
from smartstad_desktop.usecases.testbeds.evidence import AddEvidence
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.procurement import LIMIT, asked, case, locked

TODAY = date(2026, 11, 22)


@dataclass(frozen=True, kw_only=True)
class PutInStage:
    """A case that came there without the questions on the way."""

    case: int
    stage: int

    def execute(self, tx: Transaction) -> None:
        tx.get(RoutineCase, self.case).stage_id = self.stage


def sheet(workspace: Workspace, number: int, today: date = TODAY) -> ProcurementSheet:
    return workspace.read(procurement, number, Language.SV, today)


def test_a_region_begins_with_the_limits_of_its_country_and_doubt_is_marked(region: Workspace) -> None:
    limits = region.read(thresholds)

    assert {each.country for each in limits} == {"SE"}
    assert all(each.source and each.amount > 0 for each in limits)
    unsure = {(each.rule, each.valid_from) for each in limits if each.certainty == "check"}
    assert (ThresholdRule.DIRECT_AWARD, date(2026, 1, 1)) in unsure
    assert (ThresholdRule.DIRECT_AWARD, date(2022, 2, 1)) not in unsure


def test_values_are_summed_over_all_and_compared_with_the_limits_of_the_day(region: Workspace) -> None:
    made = asked(region, 1, 2, 3)
    region.run(EditParty(case=made, municipality=4, changes={"interest": "no", "value": 9_000_000}))
    region.run(EditParty(case=made, municipality=5, changes={"interest": "maybe"}))

    found = sheet(region, made)

    assert found.value == 400_000 + 800_000 + 1_200_000
    assert len(found.unknown_values) == 1
    standing = {each.rule: each.standing for each in found.compared}
    assert standing == {
        ThresholdRule.DOCUMENTATION: Standing.ABOVE,
        ThresholdRule.DIRECT_AWARD: Standing.ABOVE,
        ThresholdRule.EU: Standing.OTHER_CURRENCY,
    }
    region.run(AddThreshold(fields=LIMIT))
    assert sheet(region, made).compared[-1].standing is Standing.ABOVE
    region.run(RemoveThresholds(thresholds=tuple(each.id for each in region.read(thresholds))))
    assert sheet(region, made).compared == ()


def test_the_parties_are_locked_once_and_before_the_notice(region: Workspace) -> None:
    made = case(region)
    with pytest.raises(AnnouncedUnlocked):
        region.run(EditProcurement(case=made, changes={"announced_on": TODAY}))
    with pytest.raises(FormMissing):
        region.run(LockParties(case=made, parties=frozenset({1})))
    region.run(EditProcurement(case=made, changes={"form": "by_mandate"}))
    with pytest.raises(NobodyLocked):
        region.run(LockParties(case=made, parties=frozenset({1})))
    for town in (1, 2, 3):
        region.run(EditParty(case=made, municipality=town, changes={"interest": "yes", "value": 100_000}))
    with pytest.raises(MandatesMissing) as refusal:
        region.run(LockParties(case=made, parties=frozenset({1, 2})))
    assert refusal.value.parameters["names"]
    region.run(KeepMandate(case=made, municipality=2, name="Fullmakt.pdf", content=b"%PDF invented"))
    assert region.read(mandate_file, made, 2) == ("Fullmakt.pdf", b"%PDF invented")
    with pytest.raises(LeadOutside):
        region.run(LockParties(case=made, parties=frozenset({2})))
    with pytest.raises(LockedAhead):
        region.run(LockParties(case=made, parties=frozenset({1, 2}), locked_on=date(2100, 1, 1)))
    region.run(LockParties(case=made, parties=frozenset({1, 2}), locked_on=date(2026, 9, 15)))
    assert sheet(region, made).values["locked_on"] == date(2026, 9, 15)

    assert [each.municipality for each in sheet(region, made).parties if each.is_party] == [1, 2]
    assert sheet(region, made).value == 200_000
    region.run(EditProcurement(case=made, changes={"tender_count": 2}))
    with pytest.raises(TendersBegun):
        region.run(UnlockParties(case=made))
    region.run(EditProcurement(case=made, changes={"tender_count": None}))
    region.run(UnlockParties(case=made))
    region.run(EditProcurement(case=made, changes={"questions_until": date(2026, 9, 1)}))
    with pytest.raises(DaysOutOfOrder) as refusal:
        region.run(LockParties(case=made, parties=frozenset({1, 2})))
    assert refusal.value.parameters["field"] == "locked_on"
    region.run(EditProcurement(case=made, changes={"questions_until": None}))
    region.run(LockParties(case=made, parties=frozenset({1, 2})))
    region.run(EditProcurement(case=made, changes={"announced_on": date(2100, 1, 1)}))
    with pytest.raises(AlreadyAnnounced):
        region.run(UnlockParties(case=made))


def test_what_makes_a_party_stays_as_it_was_locked(region: Workspace) -> None:
    made = asked(region, 1, 2, 3)
    region.run(EditProcurement(case=made, changes={"form": "by_mandate"}))
    region.run(EditParty(case=made, municipality=2, changes={"mandate": "received"}))
    region.run(LockParties(case=made, parties=frozenset({1, 2})))
    for command in (
        RemoveParty(case=made, municipality=2),
        EditParty(case=made, municipality=7, changes={"interest": "yes"}),
        LockParties(case=made, parties=frozenset({1})),
        EditProcurement(case=made, changes={"form": "own_with_option"}),
        EditParty(case=made, municipality=2, changes={"interest": "no"}),
        EditParty(case=made, municipality=2, changes={"mandate": "asked"}),
        KeepMandate(case=made, municipality=3, name="Fullmakt.pdf", content=b"%PDF invented"),
    ):
        with pytest.raises(PartiesLocked):
            region.run(command)
    with pytest.raises(LeadOutside):
        region.run(EditCase(case=made, changes={"municipality_id": 3}))
    region.run(EditCase(case=made, changes={"municipality_id": 2}))
    region.run(EditCase(case=made, changes={"municipality_id": 1}))
    region.run(EditParty(case=made, municipality=2, changes={"interest": "yes", "volume": "110 larm"}))
    region.run(KeepMandate(case=made, municipality=2, name="Fullmakt 2.pdf", content=b"%PDF signed"))


def test_what_is_about_tenders_leaves_the_window_only_after_the_award(region: Workspace) -> None:
    made = locked(region)
    today = sheet(region, made).values["locked_on"]
    region.run(EditProcurement(case=made, changes={"announced_on": today, "tender_count": 5, "supplier": "Hemligt AB"}))
    notice = [each for each in sheet(region, made).case.stages if each.gate][1]
    item = notice.points[0].id
    region.run(AddEvidence(case=made, item=item, kind=EvidenceKind.NOTE, name="Hemligt AB", text="Hemligt AB var bäst"))
    region.run(AddLogLine(case=made, happened_on=today, kind=LogKind.EVENT, text="Fem anbud öppnade"))

    inside = sheet(region, made, today)
    told = region.read(told_procurement, made, Language.SV, today)

    assert (inside.is_secret, inside.left_out, inside.values["supplier"]) == (True, 4, "Hemligt AB")
    assert told.left_out == 4
    assert "Hemligt" not in repr(told)
    region.run(PutInStage(case=made, stage=notice.id))
    paper = repr(region.read(decision_basis, made, Language.SV, region.now))
    assert "Sekretess till tilldelning" in paper
    assert "Hemligt" not in paper
    assert "Hemligt" not in repr(region.read(listing_procurement.procurements, Language.SV))
    assert "Fem anbud" not in repr(told)
    assert told.values["tender_count"] is None
    region.run(EditProcurement(case=made, changes={"awarded_on": today}))
    after = region.read(told_procurement, made, Language.SV, today + timedelta(days=1))
    assert (after.is_secret, after.left_out, after.values["supplier"]) == (False, 0, "Hemligt AB")
    assert len(after.case.log) == 1


def test_what_is_about_tenders_is_secret_and_refused_without_a_lock(region: Workspace) -> None:
    made = asked(region)
    for name, value in (("tenders_due_on", TODAY), ("tender_count", 0), ("supplier", "AB"), ("awarded_value", 1)):
        with pytest.raises(TendersUnlocked) as refusal:
            region.run(EditProcurement(case=made, changes={name: value}))
        assert refusal.value.parameters["field"] == name
    assert not sheet(region, made).is_secret
    region.run(AddEvidence(case=made, kind=EvidenceKind.NOTE, text="Hemligt AB var bäst"))
    late = region.read(
        lambda connection: (
            connection.exec_driver_sql(
                "SELECT s.id FROM routine_stage s JOIN routine_case c USING (routine_id) "
                "WHERE c.id = ? AND s.phase = 'carry_out' ORDER BY s.order_key",
                (made,),
            )
            .scalars()
            .all()
        )
    )
    for stage, secret in ((late[0], False), (late[1], True)):
        region.run(PutInStage(case=made, stage=stage))
        assert sheet(region, made).is_secret is secret
    with pytest.raises(TendersBegun):
        region.run(UnlockParties(case=made))
    assert region.read(board, Language.SV, TODAY).lines[-1].is_secret
    assert "Hemligt" not in repr(region.read(told_procurement, made, Language.SV, TODAY))


def test_candidates_say_why_and_lead_to_a_procurement(demo: Workspace) -> None:
    found = demo.read(candidates, TODAY, Language.SV)
    towns = dict(
        demo.read(lambda connection: connection.exec_driver_sql("SELECT id, short_name FROM municipality").all())
    )

    assert {each.ground for each in found} >= {Ground.SERVICE, Ground.TECHNOLOGY}
    first = found[0]
    assert first.ending
    assert first.ground in {Ground.SERVICE, Ground.NEED}
    told = candidate_reason(first, towns, phrasebook(Language.SV))
    assert all(towns[each] in told for each in first.municipalities)
    assert "inom två år" in told
    lead = first.municipalities[0]
    made = demo.run(BeginProcurement(candidate=first, title="Tillsammans", lead=lead)).value
    rows = {
        each.municipality: each for each in demo.read(procurement, made, Language.SV, TODAY).parties if each.is_asked
    }
    assert set(rows) == set(first.municipalities)
    assert any(each.current_ends_on for each in rows.values())
    again = next(each for each in demo.read(candidates, TODAY, Language.SV) if each.key == first.key)
    assert (again.mark, again.case) == (Mark.CASE, made)


def test_a_candidate_is_put_aside_with_a_reason_and_taken_up_again(demo: Workspace) -> None:
    first = demo.read(candidates, TODAY, Language.SV)[0]
    with pytest.raises(ReasonMissing):
        demo.run(MarkCandidate(key=first.key, title=first.title, mark=Mark.DISMISSED))
    demo.run(MarkCandidate(key=first.key, title=first.title, mark=Mark.DISMISSED, reason="Förlängt till 2030."))

    aside = next(each for each in demo.read(candidates, TODAY, Language.SV) if each.key == first.key)
    assert (aside.mark, aside.reason) == (Mark.DISMISSED, "Förlängt till 2030.")
    demo.run(MarkCandidate(key=first.key, title=first.title, mark=None))
    assert demo.read(candidates, TODAY, Language.SV)[0].mark is None
