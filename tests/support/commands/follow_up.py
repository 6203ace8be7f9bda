"""Examples of the commands of reports, reuse, follow-up and reminders."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.domain.follow_up.reports import Heading, ReportKind
from smartstad_desktop.domain.follow_up.reuse import ReuseState
from smartstad_desktop.usecases.follow_up import measures, reminders, reports, reuse
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import Example
from tests.support.commands.finding import first as _first
from tests.support.commands.finding import untyped as _any


def _report(workspace: Workspace) -> int:
    return workspace.run(reports.AddReport(kind=ReportKind.STEERING, fields={"title": "Rapport ett"})).value


def _given(workspace: Workspace) -> int:
    report = _report(workspace)
    workspace.run(reports.GiveReport(report=report, given_on=date(2026, 12, 1)))
    return report


def _reminder(workspace: Workspace) -> int:
    return workspace.run(reminders.AddReminder(text="Boka lokal", due_on=date(2027, 1, 15))).value


def _note(workspace: Workspace) -> reuse.NoteReuse:
    project = _first(workspace, "project", "shareable <> '' AND municipality_id <> 3")
    return reuse.NoteReuse(municipality=_any(3), state=ReuseState.PLANNED, project=_any(project))


def _follow_up(workspace: Workspace) -> int:
    measure = _first(workspace, "plan_item")
    return workspace.run(measures.AddFollowUp(measure=measure, municipality=None, fields={"done": "Påbörjat"})).value


EXAMPLES: dict[str, Example] = {
    "AddReport": lambda _: reports.AddReport(kind=ReportKind.FINAL, fields={"title": "Slutrapport"}),
    "PlanReports": lambda _: reports.PlanReports(
        first=date(2026, 1, 1), last=date(2026, 12, 31), titles=("Ett", "Två", "Slut")
    ),
    "EditReport": lambda w: reports.EditReport(report=_report(w), changes={"due_on": date(2027, 3, 1)}),
    "WriteReportText": lambda w: reports.WriteReportText(
        report=_report(w), heading=Heading.DONE, text="Elva listor in"
    ),
    "GiveReport": lambda w: reports.GiveReport(report=_report(w), given_on=date(2026, 12, 1)),
    "TakeBackReport": lambda w: reports.TakeBackReport(report=_given(w)),
    "RemoveReports": lambda w: reports.RemoveReports(reports=(_report(w),)),
    "NoteReuse": _note,
    "RemoveReuse": lambda w: reuse.RemoveReuse(notes=(w.run(_note(w)).value,)),
    "AddFollowUp": lambda w: measures.AddFollowUp(
        measure=_first(w, "plan_item"), municipality=_any(1), fields={"done": "Klart", "light": "green"}
    ),
    "EditFollowUp": lambda w: measures.EditFollowUp(note=_follow_up(w), changes={"effect_seen": "Färre resor"}),
    "RemoveFollowUps": lambda w: measures.RemoveFollowUps(notes=(_follow_up(w),)),
    "AddReminder": lambda _: reminders.AddReminder(text="Ring kommunerna", due_on=date(2027, 1, 15)),
    "EditReminder": lambda w: reminders.EditReminder(reminder=_reminder(w), changes={"done_on": date(2027, 1, 10)}),
    "RemoveReminders": lambda w: reminders.RemoveReminders(reminders=(_reminder(w),)),
    "AnswerReminder": lambda _: reminders.AnswerReminder(about="list:1", title="Bjuv", put_off_until=date(2027, 2, 1)),
}
