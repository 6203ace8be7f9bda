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
from smartstad_desktop.domain.lists.alike import Hint, Sign
from smartstad_desktop.domain.lists.checks import CheckKind, PlanFinding
from smartstad_desktop.domain.lists.import_cells import CellAnswer, CellState
from smartstad_desktop.domain.lists.importing import Answer, FoundBy, Verdict
from smartstad_desktop.domain.lists.lists import IssueCode, SheetKind, Why
from smartstad_desktop.domain.needs import CostClass, NeedSource
from smartstad_desktop.domain.order.priority import Direction, Plausible, WeightMethod
from smartstad_desktop.domain.plan import CommitmentRole, PlanStatus
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.budget_words import BUDGET_LABELS
from smartstad_desktop.text.case_labels import CASE_LABELS
from smartstad_desktop.text.follow_up_labels import FOLLOW_UP_LABELS
from smartstad_desktop.text.governance_labels import GOVERNANCE_LABELS
from smartstad_desktop.text.phrases import N_, Phrasebook, current
from smartstad_desktop.text.procurement_labels import PROCUREMENT_LABELS
from smartstad_desktop.text.programme_labels import PROGRAMME_LABELS
from smartstad_desktop.text.routine_labels import ROUTINE_LABELS
from smartstad_desktop.text.testbed_labels import TESTBED_LABELS
from smartstad_desktop.text.voting_words import VOTING
from smartstad_desktop.text.workshop_labels import WORKSHOP_LABELS

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
    Verdict: {
        Verdict.NEW: N_("New"),
        Verdict.CHANGED: N_("Changed"),
        Verdict.UNCHANGED: N_("Unchanged"),
        Verdict.CONFLICT: N_("Conflict"),
        Verdict.DUPLICATE: N_("Duplicate?"),
        Verdict.ERROR: N_("Error"),
        Verdict.MISSING: N_("Missing"),
    },
    Answer: {
        Answer.SKIP: N_("Leave out"),
        Answer.OURS: N_("Keep ours"),
        Answer.THEIRS: N_("Take the list’s"),
        Answer.MERGE: N_("Same project, join them"),
        Answer.OWN: N_("A project of its own"),
        Answer.LINK: N_("Own project, related"),
        Answer.APART: N_("Not the same"),
        Answer.KEEP: N_("Keep as it is"),
        Answer.FINISH: N_("It is completed"),
        Answer.STOP: N_("It was stopped"),
        Answer.LATER: N_("Ask later"),
    },
    CellState: {
        CellState.THEIRS: N_("Changed in the list"),
        CellState.OURS: N_("Changed here"),
        CellState.BOTH: N_("Changed on both sides"),
        CellState.CLEARED: N_("Emptied in the list"),
    },
    CellAnswer: {
        CellAnswer.OURS: N_("Keep ours"),
        CellAnswer.THEIRS: N_("Take the list’s"),
        CellAnswer.WRITTEN: N_("Write another"),
    },
    FoundBy: {
        FoundBy.KEY: N_("found by its hidden key"),
        FoundBy.REFERENCE: N_("found by its own number"),
        FoundBy.NAME: N_("found by its name"),
        FoundBy.LIKENESS: N_("found by a name much like it"),
    },
    Sign: {
        Sign.NAME: N_("the same name"),
        Sign.TITLE: N_("nearly the same name"),
        Sign.WORDS: N_("the same words in the name"),
        Sign.TEXT: N_("the same words in the description"),
        Sign.TECHNOLOGY: N_("the same technology"),
        Sign.THEME: N_("the same theme"),
    },
    Hint: {
        Hint.PROCUREMENT: N_("Could be procured together"),
        Hint.TESTBED: N_("Could share a testbed"),
    },
    SheetKind: {
        SheetKind.PROJECTS: N_("Projects"),
        SheetKind.NEEDS: N_("Needs"),
        SheetKind.SERVICES: N_("Services"),
        SheetKind.EXAMPLES: N_("Examples"),
        SheetKind.COMMITMENTS: N_("Commitments"),
    },
    Why: {
        Why.TOTAL: N_("total"),
        Why.NOTE: N_("note"),
        Why.SECTION: N_("section heading"),
        Why.HEADER: N_("headings again"),
        Why.EMPTY: N_("empty row"),
        Why.TABLE: N_("another table"),
    },
    IssueCode: {
        IssueCode.MONEY_UNREADABLE: N_("cannot be read as one amount"),
        IssueCode.MONEY_CURRENCY: N_("is in another currency"),
        IssueCode.MONEY_NEGATIVE: N_("is below zero"),
        IssueCode.MONEY_UNIT: N_("is too much for the unit of its column"),
        IssueCode.NUMBER_UNREADABLE: N_("cannot be read as one number"),
        IssueCode.DATE_UNREADABLE: N_("cannot be read as a date"),
        IssueCode.DATE_YEAR_ASSUMED: N_("has no year; the year of the list was taken"),
        IssueCode.END_BEFORE_START: N_("is before the start"),
        IssueCode.STATUS_UNKNOWN: N_("is no status we know"),
        IssueCode.THEME_UNKNOWN: N_("is no theme of the programme"),
        IssueCode.MUNICIPALITY_UNKNOWN: N_("is no municipality of the programme"),
        IssueCode.MUNICIPALITY_SPELLING: N_("is spelt in another way"),
        IssueCode.CHOICE_UNKNOWN: N_("is none of the choices"),
        IssueCode.TITLE_MISSING: N_("is missing"),
        IssueCode.TITLE_TOO_LONG: N_("is too long"),
        IssueCode.LESSON_MISSING: N_("is missing: a project that was stopped early needs a lesson"),
        IssueCode.MEASURE_UNKNOWN: N_("is no measure of the plan that can be answered now"),
        IssueCode.NEED_UNKNOWN: N_("is no need of this list and is left out"),
        IssueCode.ERROR_CELL: N_("is an error in the workbook"),
        IssueCode.FORMULA_EMPTY: N_("is a formula without a result"),
        IssueCode.PERSONAL_NUMBER: N_("looks like a personal number"),
        IssueCode.PRIVATE_EMAIL: N_("looks like a private e-mail address"),
        IssueCode.PHONE_NUMBER: N_("looks like a phone number"),
        IssueCode.HIDDEN_NUMBER: N_("is a hidden personal number and is left out"),
        IssueCode.COLUMN_GUESSED: N_("is in a column that we guessed"),
    },
    CheckKind: {
        CheckKind.PAGES: N_("Pages of the file"),
        CheckKind.LINKS: N_("Links between records"),
        CheckKind.JOURNAL: N_("Change log"),
        CheckKind.SEAL: N_("Seal of the document"),
        CheckKind.ADDITIONS: N_("Later additions"),
    },
    PlanFinding: {
        PlanFinding.NO_SEAL: N_("The document has no seal from SMARTstad, so it cannot be checked against itself."),
        PlanFinding.CHANGED: N_("The document has been changed since it was made."),
        PlanFinding.ADDED_UNSIGNED: N_("Something has been added after the document was made, and it is no signature."),
    },
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
    **ROUTINE_LABELS,
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
