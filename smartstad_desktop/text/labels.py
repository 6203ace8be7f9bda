"""Names of statuses, kinds and other fixed words."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.domain.goals.goal_fields import GoalPart
from smartstad_desktop.domain.goals.goal_tree import Nudge
from smartstad_desktop.domain.goals.goals import ChainLevel, GoalKind, GoalRelationKind, Scale
from smartstad_desktop.domain.goals.indicators import GoalGap
from smartstad_desktop.domain.inventory import (
    ActorType,
    FundingNature,
    Maturity,
    MunicipalityRole,
    Possibility,
    ProjectKind,
    Status,
)
from smartstad_desktop.domain.needs import CostClass, NeedSource
from smartstad_desktop.domain.order.priority import Direction, Plausible, WeightMethod
from smartstad_desktop.domain.plan.plan import CommitmentRole, PlanStatus
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.enum_labels.cases import CASE_LABELS
from smartstad_desktop.text.enum_labels.follow_up import FOLLOW_UP_LABELS
from smartstad_desktop.text.enum_labels.governance import GOVERNANCE_LABELS
from smartstad_desktop.text.enum_labels.lists import LIST_LABELS
from smartstad_desktop.text.enum_labels.packages import PACKAGE_LABELS
from smartstad_desktop.text.enum_labels.plan import PLAN_LABELS
from smartstad_desktop.text.enum_labels.procurement import PROCUREMENT_LABELS
from smartstad_desktop.text.enum_labels.programme import PROGRAMME_LABELS
from smartstad_desktop.text.enum_labels.routines import ROUTINE_LABELS
from smartstad_desktop.text.enum_labels.signing import SIGNING_LABELS
from smartstad_desktop.text.enum_labels.testbeds import TESTBED_LABELS
from smartstad_desktop.text.enum_labels.workshop import WORKSHOP_LABELS
from smartstad_desktop.text.phrases import N_, Phrasebook, current
from smartstad_desktop.text.programme.budget import BUDGET_LABELS
from smartstad_desktop.text.workshop.voting import VOTING

# Members of two enums may be equal as text, so the class is part of the look-up.
LABELS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Status: {
        Status.IDEA: N_("Idea"),
        Status.PLANNED: N_("Planned"),
        Status.PRESTUDY: N_("Pre-study"),
        Status.PILOT: N_("Pilot"),
        Status.IMPLEMENTATION: N_("Implementation"),
        Status.OPERATION: N_("In operation"),
        Status.COMPLETED: N_("Completed"),
        Status.PAUSED: N_("Paused"),
        Status.STOPPED: N_("Stopped early"),
    },
    ProjectKind: {
        ProjectKind.ONGOING: N_("Ongoing"),
        ProjectKind.PLANNED: N_("Being planned"),
        ProjectKind.FINISHED: N_("Finished"),
        ProjectKind.STOPPED: N_("Stopped"),
        ProjectKind.IDEA: N_("Ideas"),
        ProjectKind.EXTERNAL: N_("Seen elsewhere"),
    },
    FundingNature: {
        FundingNature.ONE_OFF: N_("One-off"),
        FundingNature.RUNNING: N_("Running"),
        FundingNature.BOTH: N_("One-off and running"),
    },
    MunicipalityRole: {
        MunicipalityRole.INITIATOR: N_("Initiator"),
        MunicipalityRole.PARTICIPANT: N_("Participant"),
        MunicipalityRole.ENABLER: N_("Enabler"),
        MunicipalityRole.DOER: N_("Doer"),
        MunicipalityRole.NEUTRAL: N_("Neutral"),
    },
    Maturity: {
        Maturity.CONCEPT: N_("Concept"),
        Maturity.PROTOTYPE: N_("Prototype"),
        Maturity.PILOT: N_("Pilot in real use"),
        Maturity.PRODUCT: N_("Finished product"),
    },
    Possibility: {
        Possibility.YES: N_("Yes"),
        Possibility.MAYBE: N_("Maybe"),
        Possibility.NO: N_("No"),
    },
    ActorType: {
        ActorType.PUBLIC: N_("Public sector"),
        ActorType.BUSINESS: N_("Business"),
        ActorType.ACADEMIA: N_("Academia"),
        ActorType.CIVIL_SOCIETY: N_("Civil society"),
        ActorType.RESIDENTS: N_("Residents"),
    },
    PlanStatus: {
        PlanStatus.DRAFT: N_("Draft"),
        PlanStatus.FOR_APPROVAL: N_("For approval"),
        PlanStatus.APPROVED: N_("Approved"),
        PlanStatus.REPLACED: N_("Replaced"),
    },
    CommitmentRole: {
        CommitmentRole.LEADS: N_("Leads"),
        CommitmentRole.JOINS: N_("Joins"),
        CommitmentRole.LATER: N_("Joins later"),
        CommitmentRole.OBSERVES: N_("Observes"),
        CommitmentRole.DECLINES: N_("Declines"),
    },
    NeedSource: {
        NeedSource.INTERVIEW: N_("Interview"),
        NeedSource.DIALOGUE: N_("Residents’ dialogue"),
        NeedSource.SURVEY: N_("Questionnaire"),
        NeedSource.WORKSHOP: N_("Workshop"),
        NeedSource.CASE_DATA: N_("Cases and comments"),
        NeedSource.OTHER: N_("Another way"),
    },
    CostClass: {
        CostClass.LOW: N_("Low cost"),
        CostClass.MEDIUM: N_("Medium cost"),
        CostClass.HIGH: N_("High cost"),
    },
    Scale: {
        Scale.CONTRIBUTION: N_("Projects by goals"),
        Scale.IMPORTANCE: N_("Municipalities by goals"),
        Scale.COVERAGE: N_("Needs by services"),
    },
    Meaning: {
        Meaning.DO: N_("Is to be done"),
        Meaning.NOT_NOW: N_("Is not done now"),
    },
    **LIST_LABELS,
    GoalKind: {
        GoalKind.GOAL: N_("Goal"),
        GoalKind.IMPACT: N_("Impact goal"),
        GoalKind.DELIVERABLE: N_("Deliverable"),
    },
    GoalRelationKind: {
        GoalRelationKind.SUPPORTS: N_("Supports"),
        GoalRelationKind.HINDERS: N_("Hinders"),
    },
    GoalPart: {
        GoalPart.STATEMENT: N_("Statement"),
        GoalPart.FUNCTION: N_("Function"),
        GoalPart.INDICATOR: N_("Indicator"),
        GoalPart.PARENT_PLAN: N_("Parent plan"),
        GoalPart.AREA: N_("Development area"),
    },
    GoalGap: {
        GoalGap.NO_PROJECT: N_("No project contributes"),
        GoalGap.NO_INDICATOR: N_("Nothing shows when it is reached"),
        GoalGap.INDICATOR_OPEN: N_("An indicator lacks baseline or target"),
    },
    Nudge: {
        Nudge.UP: N_("Move up"),
        Nudge.DOWN: N_("Move down"),
        Nudge.IN: N_("Move in, beneath the goal above"),
        Nudge.OUT: N_("Move out, one level up"),
    },
    ChainLevel: {
        ChainLevel.TOPIC: N_("Topic"),
        ChainLevel.CHALLENGE: N_("Challenge"),
        ChainLevel.SOLUTION: N_("Solution"),
        ChainLevel.INITIATIVE: N_("Initiative"),
        ChainLevel.ACTIVITY: N_("Activity"),
    },
    Direction: {
        Direction.BENEFIT: N_("High is good"),
        Direction.COST: N_("Low is good"),
    },
    WeightMethod: {
        WeightMethod.TYPED: N_("Typed"),
        WeightMethod.POINTS: N_("100 points"),
        WeightMethod.ORDERING: N_("Order with distances"),
        WeightMethod.CENTROID: N_("Order only"),
        WeightMethod.PAIRWISE: N_("Pair by pair"),
    },
    Plausible: {
        Plausible.NEAR: N_("Weights near these"),
        Plausible.SAME_ORDER: N_("All weights with the same order"),
        Plausible.ANY: N_("All weights there are"),
    },
    Language: {
        Language.SV: N_("Swedish"),
        Language.NB: N_("Norwegian"),
        Language.EN: N_("English"),
    },
    **CASE_LABELS,
    **PACKAGE_LABELS,
    **PLAN_LABELS,
    **ROUTINE_LABELS,
    **SIGNING_LABELS,
    **TESTBED_LABELS,
    **WORKSHOP_LABELS,
    **BUDGET_LABELS,
    **FOLLOW_UP_LABELS,
    **GOVERNANCE_LABELS,
    **PROCUREMENT_LABELS,
    **PROGRAMME_LABELS,
    **VOTING,
}


def label(member: StrEnum, phrases: Phrasebook | None = None) -> str:
    """Return what *member* is called, in the window's language unless another phrasebook is given."""
    return (phrases or current()).text(LABELS[type(member)][member])
