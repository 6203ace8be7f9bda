"""Examples of the commands about parts, timeline, questions, calls and risks."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.domain.programme.work import EntryKind, Light, WorkState
from smartstad_desktop.domain.values import Period, Precision
from smartstad_desktop.usecases.programme import calls, entries, parts, questions, risks
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import Example, first, untyped


def _part(workspace: Workspace, name: str = "Kartläggning") -> int:
    return untyped(workspace.run(parts.AddPart(fields={"name_sv": name})).value)


def _entry(workspace: Workspace) -> int:
    fields = {"name": "Intervjuer", "starts_on": date(2027, 2, 1), "ends_on": date(2027, 4, 30)}
    return untyped(workspace.run(entries.AddEntry(fields=fields)).value)


def _question(workspace: Workspace, text: str = "Vad kostar det?") -> int:
    return untyped(workspace.run(questions.AddQuestion(fields={"name_sv": text})).value)


def _starters(workspace: Workspace) -> questions.AddStarterQuestions:
    """Ask for the starter questions where one of them is missing."""
    workspace.run(questions.RemoveQuestions(questions=(first(workspace, "programme_question"),)))
    return questions.AddStarterQuestions()


def _call(workspace: Workspace) -> int:
    return untyped(workspace.run(calls.AddCall(fields={"name": "Öppen utlysning"})).value)


def _application(workspace: Workspace) -> int:
    fields = {"applicant": "Påhittade bolaget"}
    return untyped(workspace.run(calls.AddApplication(call=_call(workspace), fields=fields)).value)


def _risk(workspace: Workspace) -> int:
    return untyped(workspace.run(risks.AddRisk(fields={"name_sv": "Ingen hinner", "likelihood": 3})).value)


EXAMPLES: dict[str, Example] = {
    "AddPart": lambda _: parts.AddPart(fields={"name_sv": "Del", "name_nb": "Del", "starts_on": date(2027, 1, 1)}),
    "EditPart": lambda w: parts.EditPart(part=_part(w), changes={"light": Light.RED, "light_reason": "Ingen tid"}),
    "MovePart": lambda w: parts.MovePart(before=_part(w), part=_part(w, "Sist")),
    "RemoveParts": lambda w: parts.RemoveParts(parts=(_part(w),)),
    "AddEntry": lambda w: entries.AddEntry(
        fields={
            "name": "Studieresa",
            "kind": EntryKind.EVENT,
            "part_id": _part(w),
            "time": Period(date(2027, 9, 1), date(2027, 11, 30), Precision.SEASON, "hösten 2027"),
            "places": ("Helsingborg",),
            "municipality_id": 1,
        }
    ),
    "EditEntry": lambda w: entries.EditEntry(entry=_entry(w), changes={"state": WorkState.DONE, "done": "Tolv samtal"}),
    "MoveEntries": lambda w: entries.MoveEntries(entries=(_entry(w), _entry(w)), part=_part(w)),
    "RemoveEntries": lambda w: entries.RemoveEntries(entries=(_entry(w),)),
    "Reschedule": lambda w: entries.Reschedule(entry=_entry(w), starts_on=date(2027, 3, 1), ends_on=date(2027, 5, 31)),
    "AddQuestion": lambda _: questions.AddQuestion(fields={"name_sv": "Varför?", "answer": "Därför"}),
    "AddStarterQuestions": _starters,
    "EditQuestion": lambda w: questions.EditQuestion(question=_question(w), changes={"answer": "800 tkr"}),
    "MoveQuestion": lambda w: questions.MoveQuestion(before=_question(w), question=_question(w, "Sist?")),
    "RemoveQuestions": lambda w: questions.RemoveQuestions(questions=(_question(w),)),
    "AddCall": lambda _: calls.AddCall(
        fields={"name": "Intresseanmälan", "applied_count": 90, "selected_count": 40, "closes_on": date(2027, 5, 1)}
    ),
    "EditCall": lambda w: calls.EditCall(call=_call(w), changes={"issuer": "Programmet", "municipality_id": 2}),
    "RemoveCalls": lambda w: calls.RemoveCalls(calls=(_call(w),)),
    "AddApplication": lambda w: calls.AddApplication(call=_call(w), fields={"applicant": "Påhittade högskolan"}),
    "EditApplication": lambda w: calls.EditApplication(application=_application(w), changes={"state": "selected"}),
    "RemoveApplications": lambda w: calls.RemoveApplications(applications=(_application(w),)),
    "AddRisk": lambda _: risks.AddRisk(fields={"name_sv": "Risk", "response_nb": "Tiltak", "consequence": 4}),
    "EditRisk": lambda w: risks.EditRisk(risk=_risk(w), changes={"closed_on": date(2027, 6, 1)}),
    "RemoveRisks": lambda w: risks.RemoveRisks(risks=(_risk(w),)),
}
