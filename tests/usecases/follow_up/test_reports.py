"""Reports keep what they told, know what has changed, and become documents; what is due becomes a calendar."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from smartstad_desktop.domain.follow_up.figures import Figure
from smartstad_desktop.domain.follow_up.reminders import ReminderKind, months_before
from smartstad_desktop.domain.follow_up.reports import (
    Heading,
    ReportIsGiven,
    ReportKind,
    ReportPeriodReversed,
    ReportState,
    ReportTitleMissing,
    periods,
)
from smartstad_desktop.domain.follow_up.reuse import NothingToShare, OwnResult, ReuseState
from smartstad_desktop.domain.governance.decisions import DecisionState
from smartstad_desktop.domain.values import Language, MunicipalityId, Period, Precision, ProjectId
from smartstad_desktop.reads.follow_up.material import material
from smartstad_desktop.reads.follow_up.measures import followed_measures
from smartstad_desktop.reads.follow_up.reminders import reminders
from smartstad_desktop.reads.follow_up.reports import report_sheet, reports
from smartstad_desktop.reads.follow_up.reuse import shared_results
from smartstad_desktop.reads.programme.budget import budget
from smartstad_desktop.usecases.document_files import write_document
from smartstad_desktop.usecases.follow_up.calendar import write_calendar
from smartstad_desktop.usecases.follow_up.measures import AddFollowUp
from smartstad_desktop.usecases.follow_up.reminders import AddReminder, AnswerReminder
from smartstad_desktop.usecases.follow_up.report_document import report_document
from smartstad_desktop.usecases.follow_up.reports import (
    AddReport,
    EditReport,
    GiveReport,
    PlanReports,
    RemoveReports,
    TakeBackReport,
    WriteReportText,
)
from smartstad_desktop.usecases.follow_up.reuse import NoteReuse
from smartstad_desktop.usecases.governance.decisions import AddDecision, DeleteDecisions
from smartstad_desktop.usecases.programme.budget import EditBudgetLine
from smartstad_desktop.usecases.workspace import Workspace

FIRST, LAST = date(2026, 12, 1), date(2027, 3, 1)


def planned(workspace: Workspace, title: str = "Lägesrapport 1") -> int:
    return workspace.run(AddReport(kind=ReportKind.STEERING, fields={"title": title})).value


def somebody_elses(workspace: Workspace) -> tuple[ProjectId, MunicipalityId]:
    """Return a shared result nobody has asked for, and a municipality it is not from."""
    results = workspace.read(shared_results)
    result = next(each for each in results if each.project is not None and not each.notes)
    assert result.project is not None
    return result.project, MunicipalityId(1 if result.owner_id != 1 else 2)


def test_a_given_report_keeps_its_figures_and_the_next_one_tells_what_changed(demo: Workspace) -> None:
    first, second = planned(demo), planned(demo, "Lägesrapport 2")
    demo.run(GiveReport(report=first, given_on=FIRST))
    sheet = demo.read(report_sheet, second)
    assert sheet is not None
    assert sheet.before is not None
    assert sheet.before.id == first
    assert sheet.since == ()

    project, town = somebody_elses(demo)
    demo.run(NoteReuse(municipality=town, state=ReuseState.TAKEN_OVER, project=project))

    sheet, kept = demo.read(report_sheet, second), demo.read(report_sheet, first)
    assert sheet is not None
    assert kept is not None
    assert [(each.figure, each.by) for each in sheet.since] == [(Figure.REUSED, 1)]
    assert kept.figures[Figure.REUSED] == sheet.figures[Figure.REUSED] - 1


def words(workspace: Workspace, report: int, language: Language) -> str:
    """Return a report in words, without the day it was made."""
    document = workspace.read(report_document, report, language, datetime(2026, 11, 22, 9, tzinfo=UTC))
    return str(document.sections)


def test_a_given_report_tells_what_it_told_whatever_the_data_says_since(demo: Workspace) -> None:
    decision = demo.run(AddDecision(fields={"title": "Programmet förlängs"})).value
    report = planned(demo)
    demo.run(GiveReport(report=report, given_on=FIRST))
    given = {language: words(demo, report, language) for language in Language}
    assert "Programmet förlängs" in given[Language.SV]
    assert len(set(given.values())) == len(Language)

    project, town = somebody_elses(demo)
    demo.run(NoteReuse(municipality=town, state=ReuseState.INTERESTED, project=project))
    demo.run(DeleteDecisions(decisions=(decision,)))
    demo.run(EditBudgetLine(line=demo.read(budget).rows[0].id, changes={"name": "Annat namn"}))
    assert {language: words(demo, report, language) for language in Language} == given

    demo.run(TakeBackReport(report=report))
    opened = words(demo, report, Language.SV)
    assert "Programmet förlängs" not in opened
    assert "Annat namn" in opened


def test_what_was_decided_in_the_period_stands_though_it_was_amended_later(demo: Workspace) -> None:
    def decide(title: str, day: date | None, **fields: object) -> int:
        decided = None if day is None else Period(day, day, Precision.DAY, str(day))
        asked = {"title": title, "state": DecisionState.DECIDED, "decided": decided} | fields
        return demo.run(AddDecision(fields=asked)).value

    first = decide("Innan", FIRST)
    decide("Ändrar", date(2028, 1, 1), amends_id=first)
    decide("Utan dag", None)

    def decided(start: date | None, end: date | None) -> set[str]:
        found = demo.read(material, start, end, FIRST).decided
        return set(found) & {"Innan", "Ändrar", "Utan dag"}

    assert decided(FIRST, LAST) == {"Innan"}
    assert decided(LAST, None) == {"Ändrar"}
    assert decided(None, None) == {"Innan", "Ändrar"}


def test_a_report_given_before_lists_were_kept_says_so(demo: Workspace) -> None:
    old = next(row.id for row in demo.read(reports) if row.state is ReportState.GIVEN)
    told = words(demo, old, Language.EN)
    assert "The lists of this report were not kept" in told
    assert "Elva kommuner har lämnat sina listor" in told
    assert "How the parts stand" not in told


def test_a_given_report_stays_until_it_is_taken_back(demo: Workspace) -> None:
    report = planned(demo)
    demo.run(WriteReportText(report=report, heading=Heading.DONE, text="Elva listor in"))
    demo.run(GiveReport(report=report, given_on=FIRST))
    for refused in (
        WriteReportText(report=report, heading=Heading.DONE, text="Annat"),
        EditReport(report=report, changes={"title": "Annat"}),
        GiveReport(report=report, given_on=LAST),
        RemoveReports(reports=(report,)),
    ):
        with pytest.raises(ReportIsGiven):
            demo.run(refused)

    demo.run(TakeBackReport(report=report))
    demo.run(WriteReportText(report=report, heading=Heading.DONE, text="  "))

    sheet = demo.read(report_sheet, report)
    assert sheet is not None
    assert (sheet.row.state, sheet.row.given_on, dict(sheet.texts)) == (ReportState.DRAFT, None, {})


def test_the_preset_divides_the_programme_without_gaps(demo: Workspace) -> None:
    titles = ("Rapport 1", "Rapport 2", "Rapport 3", "Rapport 4", "Slutrapport")
    before = len(demo.read(reports))
    demo.run(PlanReports(first=date(2027, 1, 1), last=date(2027, 12, 31), titles=titles))

    made = demo.read(reports)[before:]
    assert [(row.title, row.kind) for row in made[-2:]] == [
        ("Rapport 4", ReportKind.STEERING),
        ("Slutrapport", ReportKind.FINAL),
    ]
    assert [row.due_on for row in made[:4]] == [
        date(2027, 3, 31),
        date(2027, 6, 30),
        date(2027, 9, 30),
        date(2027, 12, 31),
    ]
    assert demo.undo() is not None
    assert len(demo.read(reports)) == before


def test_periods_meet() -> None:
    found = periods(date(2027, 1, 1), date(2028, 2, 29), 5)
    assert (found[0][0], found[-1][1]) == (date(2027, 1, 1), date(2028, 2, 29))
    assert all((later[0] - earlier[1]).days == 1 for earlier, later in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"title": " "}, ReportTitleMissing),
        ({"title": "Rapport", "period_from": LAST, "period_to": FIRST}, ReportPeriodReversed),
    ],
)
def test_a_report_that_does_not_fit_changes_nothing(
    demo: Workspace, fields: dict[str, object], error: type[Exception]
) -> None:
    steps = demo.to_undo()
    with pytest.raises(error):
        demo.run(AddReport(kind=ReportKind.STEERING, fields=fields))
    assert demo.to_undo() == steps


def test_a_result_is_taken_over_by_somebody_else_and_only_when_there_is_one(demo: Workspace) -> None:
    project, town = somebody_elses(demo)
    owner = next(each.owner_id for each in demo.read(shared_results) if each.project == project)
    assert owner is not None
    unwritten = demo.read(
        lambda connection: (
            connection.exec_driver_sql("SELECT id FROM project WHERE shareable = ''").scalars().first() or 0
        )
    )
    with pytest.raises(OwnResult):
        demo.run(NoteReuse(municipality=owner, state=ReuseState.TAKEN_OVER, project=project))
    with pytest.raises(NothingToShare):
        demo.run(NoteReuse(municipality=town, state=ReuseState.TAKEN_OVER, project=ProjectId(unwritten)))

    demo.run(NoteReuse(municipality=town, state=ReuseState.INTERESTED, project=project))
    demo.run(NoteReuse(municipality=town, state=ReuseState.TAKEN_OVER, project=project))

    result = next(each for each in demo.read(shared_results) if each.project == project)
    assert [note.state for note in result.notes if note.municipality == town] == [ReuseState.TAKEN_OVER]


@pytest.mark.parametrize("language", list(Language))
def test_a_report_is_a_document_that_reads_itself_back(demo: Workspace, tmp_path: Path, language: Language) -> None:
    report = planned(demo)
    demo.run(WriteReportText(report=report, heading=Heading.DIRECTION, text="Vi håller kursen."))
    document = demo.read(report_document, report, language, datetime(2026, 11, 22, 9, tzinfo=UTC))

    assert write_document(document, tmp_path / "rapport.pdf") > 0
    assert write_document(document, tmp_path / "rapport.txt") > 0

    printed = " ".join(page.extract_text() for page in PdfReader(tmp_path / "rapport.pdf").pages)
    told = (tmp_path / "rapport.txt").read_text("utf-8")
    assert "Vi håller kursen." in " ".join(printed.split())
    assert "Vi håller kursen." in told
    assert document.warning in told


def test_reminders_are_answered_put_off_and_become_a_calendar(demo: Workspace, tmp_path: Path) -> None:
    demo.run(AddReminder(text="Boka lokal till workshop 4", due_on=LAST))
    told = demo.read(reminders)
    kinds = {each.due.kind for each in told}
    assert {ReminderKind.LIST, ReminderKind.SERVICE, ReminderKind.OWN} <= kinds
    assert [each.shown_on for each in told] == sorted(each.shown_on for each in told)

    lists = [each.due.about for each in told if each.due.kind is ReminderKind.LIST]
    demo.run(AnswerReminder(about=lists[0], title="Lista", done_on=FIRST))
    demo.run(AnswerReminder(about=lists[1], title="Lista", put_off_until=date(2030, 1, 2)))

    again = {each.due.about: each for each in demo.read(reminders)}
    assert again[lists[0]].done_on == FIRST
    assert again[lists[1]].shown_on == date(2030, 1, 2)

    count = write_calendar(demo, tmp_path / "datum.ics", Language.SV, datetime(2026, 11, 22, 9, tzinfo=UTC))
    read = Calendar.from_ical((tmp_path / "datum.ics").read_bytes())
    events = list(read.walk("VEVENT"))
    assert len(events) == count == len(told) - 1
    assert any("Boka lokal till workshop 4" in str(event["summary"]) for event in events)
    assert len({str(event["uid"]) for event in events}) == count


def test_months_before_ends_in_the_month_it_reaches() -> None:
    assert months_before(date(2028, 8, 31), 18) == date(2027, 2, 28)
    assert months_before(date(2027, 1, 15), 1) == date(2026, 12, 15)


def test_a_measure_is_followed_up_in_two_layers(demo: Workspace) -> None:
    measure = demo.read(followed_measures)[0]
    before = len(measure.notes)
    demo.run(
        AddFollowUp(
            measure=measure.id,
            municipality=None,
            fields={"done": "Avtal skrivet", "effect_seen": "", "light": "yellow"},
        )
    )
    note = demo.read(followed_measures)[0].notes[0]
    assert (note.done, note.effect_seen) == ("Avtal skrivet", "")
    assert len(demo.read(followed_measures)[0].notes) == before + 1
