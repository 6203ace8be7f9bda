"""What a plan sets aside, its chapters, the copy of a version, and its picture on a line of time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.plan.measures import MeasureConfidential
from smartstad_desktop.domain.plan.parts import AsideKind, MeasureOrigin
from smartstad_desktop.domain.plan.plan import PlanFrozen
from smartstad_desktop.domain.plan.wording import MeasureTextTooLong, MeasureTitleMissing
from smartstad_desktop.domain.values import ColumnId, PlanId
from smartstad_desktop.exchange.documents.drawing import Box, Diamond, Words
from smartstad_desktop.reads.plan import plan as reads
from smartstad_desktop.reads.plan.asides import AsideRow, asides
from smartstad_desktop.reads.plan.chapters import ChapterRow, chapters
from smartstad_desktop.reads.plan.plan_choices import stopped_choices
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.command import Command, Transaction
from smartstad_desktop.usecases.inventory.inventory import SetConfidential
from smartstad_desktop.usecases.plan.asides import AddAside, EditAside, MoveAsides, RemoveAsides
from smartstad_desktop.usecases.plan.chapters import AddChapter, EditChapter, MoveChapters, RemoveChapters
from smartstad_desktop.usecases.plan.copying import PARTS, copy_rows
from smartstad_desktop.usecases.plan.plan import CreatePlan
from smartstad_desktop.usecases.plan.plan_timeline import Grouping, PlanSpan, plan_timeline
from smartstad_desktop.usecases.plan.taking_aside import (
    MakeMeasureOfAside,
    SetMeasuresAside,
    TakeAsideFromBoard,
    TakeAsideFromProjects,
)
from smartstad_desktop.usecases.plan.versions import FreezePlan
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import a_board, a_plan, a_project, shown, titles


def _asides(workspace: Workspace, plan: PlanId) -> tuple[AsideRow, ...]:
    return workspace.read(asides, plan)


def _chapters(workspace: Workspace, plan: PlanId) -> tuple[ChapterRow, ...]:
    return workspace.read(chapters, plan)


def test_stop_list_says_why_who_takes_over_and_when_it_ends(workspace: Workspace) -> None:
    plan, _ = a_plan(workspace)
    fields = {"title": "Egen karta", "receiver": "Kontaktcenter", "time": "juni 2027"}
    row = workspace.run(AddAside(plan=plan, kind=AsideKind.STOP, fields=fields)).value
    (told,) = _asides(workspace, plan)
    assert (told.kind, told.receiver, told.ends_on, told.lacks_reason) == (
        AsideKind.STOP,
        "Kontaktcenter",
        date(2027, 6, 30),
        True,
    )

    workspace.run(EditAside(aside=row, changes={"reason": "Ingen läser den.", "time": "när avtalet tillåter"}))
    (told,) = _asides(workspace, plan)
    assert (told.ends_on, told.is_time_unclear, told.lacks_reason) == (None, True, False)
    with pytest.raises(MeasureTitleMissing):
        workspace.run(AddAside(plan=plan, kind=AsideKind.STOP, fields={"reason": "x"}))
    with pytest.raises(FieldInvalid):
        workspace.run(EditAside(aside=row, changes={"kind": "paused"}))


def test_what_lies_under_not_now_is_set_aside_once_without_measures_and_secrets(workspace: Workspace) -> None:
    a, b, c = (a_project(workspace, title) for title in "abc")
    workspace.run(SetConfidential(projects=(c,), is_confidential=True, reason="OSL 19:3"))
    columns = a_board(workspace, (a,), (b, a, c))
    plan, _ = a_plan(workspace)
    taken = TakeAsideFromBoard(plan=plan, columns=(ColumnId(columns[0]), ColumnId(columns[1])))
    made = workspace.run(taken).value
    again = workspace.run(taken).value

    assert (len(made.asides), made.confidential) == (2, 1)
    assert (len(again.asides), again.already_there) == (0, 2)
    assert {row.title for row in _asides(workspace, plan)} == {"a", "b"}
    assert all(row.lacks_reason for row in _asides(workspace, plan))


def test_stopped_project_brings_the_reason_it_was_stopped_for(demo: Workspace) -> None:
    plan: PlanId = demo.run(CreatePlan(fields={"title": "Tom"})).value
    choice = demo.read(stopped_choices, plan)[0]
    demo.run(TakeAsideFromProjects(plan=plan, projects=(choice.id,)))
    (row,) = _asides(demo, plan)

    assert (row.kind, row.reason, row.project) == (AsideKind.STOP, choice.reason, choice.id)
    assert row.reason
    assert choice not in demo.read(stopped_choices, plan)


def test_measure_goes_aside_and_comes_back(workspace: Workspace) -> None:
    plan, (a, b) = a_plan(workspace, "a", "b")
    (row,) = workspace.run(SetMeasuresAside(measures=(a,), reason="För dyrt.")).value.asides
    assert (titles(workspace, plan), _asides(workspace, plan)[0].reason) == ("b", "För dyrt.")

    made = workspace.run(MakeMeasureOfAside(aside=row)).value
    assert titles(workspace, plan) == "b a"
    assert made not in {a, b}
    assert _asides(workspace, plan) == ()
    workspace.undo()
    workspace.undo()
    assert titles(workspace, plan) == "a b"


def test_project_comes_back_as_a_measure_unless_it_is_confidential(workspace: Workspace) -> None:
    project, secret = a_project(workspace, "a", what="Nät."), a_project(workspace, "b")
    plan, _ = a_plan(workspace)
    taken = TakeAsideFromProjects(plan=plan, projects=(project, secret), kind=AsideKind.NOT_PRIORITISED)
    first, second = workspace.run(taken).value.asides
    workspace.run(SetConfidential(projects=(secret,), is_confidential=True, reason="OSL 19:3"))
    workspace.run(MakeMeasureOfAside(aside=first))
    (measure,) = shown(workspace, plan).measures

    assert (measure.project, measure.what, measure.origin) == (project, "Nät.", MeasureOrigin.PROJECT)
    with pytest.raises(MeasureConfidential):
        workspace.run(MakeMeasureOfAside(aside=second))
    assert [row.is_confidential for row in _asides(workspace, plan)] == [True]


def test_asides_and_chapters_stand_in_the_order_they_are_given(workspace: Workspace) -> None:
    plan, _ = a_plan(workspace)
    a, b, c = (
        workspace.run(AddAside(plan=plan, kind=AsideKind.STOP, fields={"title": title})).value for title in "abc"
    )
    one, two = (workspace.run(AddChapter(plan=plan, fields={"title": title})).value for title in ("ett", "två"))
    workspace.run(MoveAsides(asides=(c,), before=a))
    workspace.run(MoveChapters(chapters=(two,), before=one))
    assert "".join(row.title for row in _asides(workspace, plan)) == "cab"
    assert [row.title for row in _chapters(workspace, plan)] == ["två", "ett"]

    workspace.run(RemoveAsides(asides=(a, b)))
    workspace.run(EditChapter(chapter=one, changes={"text": "### Rubrik\n\n- punkt"}))
    workspace.run(RemoveChapters(chapters=(two,)))
    assert [row.id for row in _asides(workspace, plan)] == [c]
    assert [row.text for row in _chapters(workspace, plan)] == ["### Rubrik\n\n- punkt"]
    with pytest.raises(MeasureTextTooLong):
        workspace.run(EditChapter(chapter=one, changes={"text": "x" * 20_001}))


def test_frozen_version_keeps_what_stands_beside_its_measures(workspace: Workspace) -> None:
    plan, (measure,) = a_plan(workspace, "a")
    aside = workspace.run(AddAside(plan=plan, kind=AsideKind.STOP, fields={"title": "b"})).value
    chapter = workspace.run(AddChapter(plan=plan, fields={"title": "c"})).value
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    refused: list[Command] = [
        AddAside(plan=plan, kind=AsideKind.STOP, fields={"title": "d"}),
        EditAside(aside=aside, changes={"reason": "e"}),
        RemoveAsides(asides=(aside,)),
        MakeMeasureOfAside(aside=aside),
        SetMeasuresAside(measures=(measure,)),
        AddChapter(plan=plan, fields={"title": "f"}),
        EditChapter(chapter=chapter, changes={"text": "g"}),
        MoveChapters(chapters=(chapter,)),
    ]

    for command in refused:
        with pytest.raises(PlanFrozen):
            workspace.run(command)


#: Belong to the version they are about: decisions, adoptions, files, and what was noted of how measures go.
_STAYS = {
    *("plan", "plan_snapshot", "plan_file", "plan_reservation", "plan_adoption"),
    "measure_follow_up",
}


def test_every_table_of_a_version_is_copied_or_stays_for_a_reason() -> None:
    owners = {"plan": "plan_id", "plan_item": "plan_item_id", "commitment": "commitment_id"}
    found = {
        table.name
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name in owners and key.parent.name == owners[key.column.table.name]
    }
    copied = {table.__tablename__ for tables in PARTS.values() for table in tables}

    assert found - _STAYS == copied


class _Copy:
    """Copy all rows of a version into another one."""

    def __init__(self, old: PlanId, new: PlanId) -> None:
        self.old, self.new = old, new

    def execute(self, tx: Transaction) -> None:
        copy_rows(tx, self.old, self.new)


def test_copy_says_all_that_the_version_before_says(demo: Workspace) -> None:
    old = demo.read(reads.current_plan)
    assert old is not None
    new: PlanId = demo.run(CreatePlan(fields={"title": "Nästa"})).value
    demo.run(_Copy(old, new))
    before, after = shown(demo, old).measures, shown(demo, new).measures

    assert [replace(row, id=copy.id) for row, copy in zip(before, after, strict=True)] == list(after)
    assert {row.id for row in before}.isdisjoint(row.id for row in after)
    assert any(each.years for row in after for each in row.commitments)
    assert [replace(row, id=0) for row in _asides(demo, old)] == [replace(row, id=0) for row in _asides(demo, new)]
    assert [replace(row, id=0) for row in _chapters(demo, old)] == [replace(row, id=0) for row in _chapters(demo, new)]
    demo.undo()
    assert shown(demo, new).measures == ()


def test_picture_has_a_bar_for_each_time_a_diamond_for_each_decision_and_says_both(demo: Workspace) -> None:
    plan = demo.read(reads.current_plan)
    assert plan is not None
    read = shown(demo, plan)
    numbered = tuple(enumerate(read.measures, start=1))
    span = PlanSpan(first_year=2027, last_year=2030, today=date(2026, 11, 22))
    (drawing,) = plan_timeline(numbered, read.municipalities, phrasebook("sv"), span)
    bars = [shape for shape in drawing.shapes if isinstance(shape, Box) and shape.height == 8]

    assert len(bars) == 8
    assert sum(bar.is_dashed for bar in bars) == 2
    assert sum(isinstance(shape, Diamond) for shape in drawing.shapes) == 8 + 1
    assert drawing.alternative.startswith(
        "Nu:\n1. Gemensamt LoRaWAN-nät för sensorer, Mars 2027 till 2028, leds av Ängelholm. "
        "Nästa beslut: Annonsering, mars 2027.\n2. "
    )
    assert any(isinstance(shape, Words) and shape.text == "I dag" for shape in drawing.shapes)

    sheets = plan_timeline(
        numbered, read.municipalities, phrasebook("nb"), replace(span, today=None), by=Grouping.MUNICIPALITY, most=220
    )
    assert len(sheets) > 1
    assert all(sheet.height <= 220 for sheet in sheets)
    assert sum(sheet.alternative.count("Neste beslutning") for sheet in sheets) == 8


def test_measures_without_a_time_stand_last_in_the_picture_and_alone_give_none(workspace: Workspace) -> None:
    plan, _ = a_plan(workspace, "a", "b")
    read = shown(workspace, plan)
    numbered = tuple(enumerate(read.measures, start=1))
    assert plan_timeline(numbered, read.municipalities, phrasebook("sv"), PlanSpan(first_year=2027)) == ()

    first = replace(read.measures[0], time="snart")
    second = replace(read.measures[1], starts_on=date(2028, 1, 1), ends_on=date(2028, 6, 30))
    (drawing,) = plan_timeline(((1, first), (2, second)), read.municipalities, phrasebook("sv"), PlanSpan())
    assert drawing.alternative.splitlines() == [
        "Övriga åtgärder:",
        "2. b, 1\xa0jan – 30\xa0juni 2028.",
        "Utan tid som kan visas:",
        "1. a, snart.",
    ]
