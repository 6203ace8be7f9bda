"""Examples of the commands about measures of the plan and what stands beside them."""

from __future__ import annotations

from smartstad_desktop.domain.plan.parts import AsideKind
from smartstad_desktop.usecases.plan import (
    asides,
    cases_of_measure,
    chapters,
    commitments,
    goals_of_measure,
    plan,
    risks_of_measure,
    sources,
    successors,
    taking_aside,
)
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import Example, first, untyped

#: A draft whatever the demonstration region's versions are.
_OPEN = "plan_id IN (SELECT id FROM plan WHERE status = 'draft')"
_REVEALED = "revealed_at IS NOT NULL AND phase NOT IN ('clarify', 'silent') AND id IN (SELECT round_id FROM round_item)"


def _plan(workspace: Workspace) -> int:
    return first(workspace, "plan", "status = 'draft'")


def _measure(workspace: Workspace) -> int:
    return first(workspace, "plan_item", _OPEN)


def _empty(workspace: Workspace) -> int:
    return untyped(workspace.run(plan.CreatePlan(fields={"title": "Tom plan"})).value)


def _aside(workspace: Workspace, title: str = "Appen") -> int:
    added = asides.AddAside(plan=untyped(_plan(workspace)), kind=AsideKind.STOP, fields={"title": title})
    return untyped(workspace.run(added).value)


def _chapter(workspace: Workspace, title: str = "Bakgrund") -> int:
    return untyped(workspace.run(chapters.AddChapter(plan=untyped(_plan(workspace)), fields={"title": title})).value)


def _risk(workspace: Workspace, measure: int) -> int:
    risk = first(workspace, "risk", f"id NOT IN (SELECT risk_id FROM plan_item_risk WHERE plan_item_id = {measure})")
    workspace.run(risks_of_measure.LinkMeasureRisk(measure=untyped(measure), risk=risk))
    return risk


def _case(workspace: Workspace, measure: int) -> int:
    held = f"SELECT case_id FROM plan_item_case WHERE plan_item_id = {measure}"
    case = first(workspace, "routine_case", f"id NOT IN ({held})")
    workspace.run(cases_of_measure.LinkMeasureCase(measure=untyped(measure), case=case))
    return case


EXAMPLES: dict[str, Example] = {
    "CreatePlanFromRound": lambda w: sources.CreatePlanFromRound(round=untyped(first(w, "round", _REVEALED))),
    "TakeFromRound": lambda w: sources.TakeFromRound(
        plan=untyped(_empty(w)), round=untyped(first(w, "round", _REVEALED))
    ),
    "TakeFromOrder": lambda w: sources.TakeFromOrder(plan=untyped(_empty(w))),
    "TakeFromScenario": lambda w: sources.TakeFromScenario(
        plan=untyped(_empty(w)), scenario=untyped(first(w, "scenario"))
    ),
    "SetMeasureGoal": lambda w: goals_of_measure.SetMeasureGoal(
        measure=untyped(_measure(w)), goal=untyped(first(w, "goal")), contribution=-2
    ),
    "LinkMeasureRisk": lambda w: risks_of_measure.LinkMeasureRisk(
        measure=untyped(_measure(w)),
        risk=first(w, "risk", f"id NOT IN (SELECT risk_id FROM plan_item_risk WHERE plan_item_id = {_measure(w)})"),
    ),
    "UnlinkMeasureRisk": lambda w: risks_of_measure.UnlinkMeasureRisk(
        measure=untyped(_measure(w)), risk=_risk(w, _measure(w))
    ),
    "LinkMeasureCase": lambda w: cases_of_measure.LinkMeasureCase(
        measure=untyped(_measure(w)),
        case=first(
            w,
            "routine_case",
            f"id NOT IN (SELECT case_id FROM plan_item_case WHERE plan_item_id = {_measure(w)})",
        ),
    ),
    "UnlinkMeasureCase": lambda w: cases_of_measure.UnlinkMeasureCase(
        measure=untyped(_measure(w)), case=_case(w, _measure(w))
    ),
    "SetCommitmentYear": lambda w: commitments.SetCommitmentYear(
        measure=untyped(_measure(w)), municipality=untyped(9), year=2031, amount=75_000
    ),
    "PassOnCommitments": lambda w: successors.PassOnCommitments(
        plan=untyped(_plan(w)),
        municipality=untyped(first(w, "municipality", "key = 'hoganas'")),
        successor=untyped(first(w, "municipality", "key = 'helsingborg'")),
    ),
    "AddAside": lambda w: asides.AddAside(
        plan=untyped(_plan(w)),
        kind=AsideKind.STOP,
        fields={"title": "Egen karta", "reason": "Ingen läser den.", "receiver": "Kontaktcenter", "time": "juni 2027"},
    ),
    "EditAside": lambda w: asides.EditAside(aside=_aside(w), changes={"kind": "not_prioritised", "reason": "För dyr"}),
    "MoveAsides": lambda w: asides.MoveAsides(before=_aside(w), asides=(_aside(w, "Elbåten"),)),
    "RemoveAsides": lambda w: asides.RemoveAsides(asides=(_aside(w), _aside(w, "Elbåten"))),
    "TakeAsideFromBoard": lambda w: taking_aside.TakeAsideFromBoard(
        plan=untyped(_empty(w)), columns=(untyped(first(w, "board_column", "meaning = 'not_now'")),)
    ),
    "TakeAsideFromProjects": lambda w: taking_aside.TakeAsideFromProjects(
        plan=untyped(_empty(w)), projects=(untyped(first(w, "project", "status = 'stopped'")),)
    ),
    "SetMeasuresAside": lambda w: taking_aside.SetMeasuresAside(
        measures=(untyped(_measure(w)),), reason="Bidraget kom inte."
    ),
    "MakeMeasureOfAside": lambda w: taking_aside.MakeMeasureOfAside(aside=_aside(w)),
    "AddChapter": lambda w: chapters.AddChapter(
        plan=untyped(_plan(w)), fields={"title": "Så gick det till", "text": "### Fyra möten\n\n- **ett**\n- två"}
    ),
    "EditChapter": lambda w: chapters.EditChapter(chapter=_chapter(w), changes={"text": "Ny text."}),
    "MoveChapters": lambda w: chapters.MoveChapters(before=_chapter(w), chapters=(_chapter(w, "Ordlista"),)),
    "RemoveChapters": lambda w: chapters.RemoveChapters(chapters=(_chapter(w),)),
}
