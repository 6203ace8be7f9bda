"""Parts, timeline, questions, calls and risks: what is kept, what is refused, and how times are said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.needs import WordsTooLong
from smartstad_desktop.domain.programme.calls import MoreSelectedThanApplied, QuestionMissing
from smartstad_desktop.domain.programme.risks import RiskStepUnknown
from smartstad_desktop.domain.programme.timeline import (
    DoneDayMissing,
    LightReasonMissing,
    WorkDaysReversed,
    WorkNameMissing,
)
from smartstad_desktop.domain.programme.work import EntryKind, Light, WorkState
from smartstad_desktop.domain.values import Period, Precision
from smartstad_desktop.reads.programme.timeline import EntryRow, PartRow, timeline
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.programme.calls import AddCall
from smartstad_desktop.usecases.programme.entries import AddEntry, EditEntry, MoveEntries, Reschedule
from smartstad_desktop.usecases.programme.parts import AddPart, EditPart, MovePart, RemoveParts
from smartstad_desktop.usecases.programme.questions import AddQuestion
from smartstad_desktop.usecases.programme.risks import AddRisk
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import dump

AUTUMN = Period(date(2027, 9, 1), date(2027, 11, 30), Precision.SEASON, "hösten 2027")


def part(workspace: Workspace, name: str = "Kartläggning", **fields: Any) -> int:
    return int(workspace.run(AddPart(fields={"name_sv": name, **fields})).value)


def entry(workspace: Workspace, name: str = "Intervjuer", **fields: Any) -> int:
    return int(workspace.run(AddEntry(fields={"name": name, **fields})).value)


def read_entry(workspace: Workspace, number: int) -> EntryRow:
    return next(row for row in workspace.read(timeline).entries if row.id == number)


def read_parts(workspace: Workspace) -> list[PartRow]:
    return list(workspace.read(timeline).parts)


def test_parts_stand_in_their_order_and_leave_their_entries_behind(workspace: Workspace) -> None:
    one, two = part(workspace), part(workspace, "Behov")
    within = entry(workspace, part_id=one)
    workspace.run(MovePart(part=two, before=one))
    assert [(row.name.sv, row.number) for row in read_parts(workspace)] == [("Behov", 1), ("Kartläggning", 2)]
    workspace.run(RemoveParts(parts=(one,)))
    assert [row.name.sv for row in read_parts(workspace)] == ["Behov"]
    assert read_entry(workspace, within).part is None
    workspace.run(MoveEntries(entries=(within,), part=two))
    assert workspace.read(timeline).under(two)[0].id == within


def test_a_light_other_than_green_comes_with_its_reason(workspace: Workspace) -> None:
    number = part(workspace, light=Light.GREEN)
    with pytest.raises(LightReasonMissing):
        workspace.run(EditPart(part=number, changes={"light": Light.YELLOW}))
    workspace.run(EditPart(part=number, changes={"light": Light.YELLOW, "light_reason": "Två svar saknas"}))
    with pytest.raises(LightReasonMissing):
        workspace.run(EditPart(part=number, changes={"light_reason": " "}))
    assert (read_parts(workspace)[0].light, read_parts(workspace)[0].light_reason) == (Light.YELLOW, "Två svar saknas")


def test_a_time_in_words_is_kept_until_exact_days_are_given(workspace: Workspace) -> None:
    number = entry(workspace, "Studieresa", kind=EntryKind.EVENT, time=AUTUMN)
    assert read_entry(workspace, number).time == AUTUMN
    assert not read_entry(workspace, number).is_point
    workspace.run(Reschedule(entry=number, starts_on=date(2027, 9, 6), ends_on=date(2027, 9, 7)))
    moved = read_entry(workspace, number)
    assert (moved.time, moved.starts_on, moved.ends_on) == (None, date(2027, 9, 6), date(2027, 9, 7))
    with pytest.raises(WorkDaysReversed):
        workspace.run(Reschedule(entry=number, starts_on=date(2027, 9, 8), ends_on=date(2027, 9, 7)))


def test_done_has_a_day_which_is_today_unless_another_is_said(workspace: Workspace) -> None:
    number = entry(workspace)
    workspace.run(EditEntry(entry=number, changes={"state": WorkState.DONE}))
    assert read_entry(workspace, number).done_on == workspace.now.astimezone().date()
    with pytest.raises(DoneDayMissing):
        workspace.run(EditEntry(entry=number, changes={"done_on": None}))
    workspace.run(EditEntry(entry=number, changes={"done": "Tolv samtal", "effect_seen": "Två listor blev en"}))
    assert read_entry(workspace, number).effect_seen == "Två listor blev en"


REFUSED: list[tuple[Callable[[], Command], type[FieldInvalid]]] = [
    (lambda: AddPart(fields={"name_sv": " "}), WorkNameMissing),
    (lambda: AddPart(fields={"name_sv": "x" * 201}), WordsTooLong),
    (
        lambda: AddPart(fields={"name_sv": "Del", "starts_on": date(2027, 2, 1), "ends_on": date(2027, 1, 1)}),
        WorkDaysReversed,
    ),
    (lambda: AddEntry(fields={"name": "Namn", "part_id": 999}), FieldInvalid),
    (lambda: AddEntry(fields={"name": "Namn", "kind": "party"}), FieldInvalid),
    (lambda: AddQuestion(fields={"answer": "Därför"}), QuestionMissing),
    (lambda: AddCall(fields={"name": "Anmälan", "applied_count": 3, "selected_count": 4}), MoreSelectedThanApplied),
    (
        lambda: AddCall(fields={"name": "Anmälan", "opens_on": date(2027, 2, 1), "closes_on": date(2027, 1, 1)}),
        WorkDaysReversed,
    ),
    (lambda: AddRisk(fields={"name_sv": "Risk", "likelihood": 5}), RiskStepUnknown),
    (lambda: AddRisk(fields={"name_sv": ""}), WorkNameMissing),
]


def test_what_cannot_be_is_refused_and_changes_nothing(workspace: Workspace) -> None:
    before = dump(workspace)
    for command, error in REFUSED:
        with pytest.raises(error) as refused:
            workspace.run(command())
        assert refused.value.parameters["field"]
    assert dump(workspace) == before
