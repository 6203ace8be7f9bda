"""The vocabulary of what changed: one set per step, read by every view."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of record a change can be about; each is one table of the workspace."""

    PROGRAMME = "programme"
    MUNICIPALITY = "municipality"
    MUNICIPALITY_CODE = "municipality_code"
    THEME = "theme"
    TRACK = "track"
    GOAL = "goal"
    GOAL_FUNCTION = "goal_function"
    CRITERION = "criterion"
    RISK = "risk"
    ROUTINE = "routine"
    ROUTINE_STAGE = "routine_stage"
    CHECKLIST_ITEM = "checklist_item"
    PROJECT = "project"
    PROJECT_MUNICIPALITY = "project_municipality"
    PROJECT_THEME = "project_theme"
    PROJECT_GOAL = "project_goal"
    PROJECT_SDG = "project_sdg"
    BOARD = "board"
    BOARD_COLUMN = "board_column"
    PLACEMENT = "placement"
    PLAN = "plan"
    PLAN_ITEM = "plan_item"
    COMMITMENT = "commitment"
    IMPORT_JOB = "import_job"
    SENT_LIST = "sent_list"
    GOAL_LEVEL = "goal_level"
    VISION_STATEMENT = "vision_statement"
    INDICATOR = "indicator"
    INDICATOR_VALUE = "indicator_value"
    GOAL_RELATION = "goal_relation"
    GOAL_SDG = "goal_sdg"
    PARENT_PLAN = "parent_plan"
    DEVELOPMENT_AREA = "development_area"
    GOAL_AREA = "goal_area"
    MUNICIPALITY_GOAL = "municipality_goal"
    SCALE_STEP = "scale_step"
    CHAIN_NODE = "chain_node"
    CHAIN_LINK = "chain_link"
    TRACK_NODE = "track_node"
    CHAIN_GOAL = "chain_goal"
    CHAIN_PROJECT = "chain_project"
    VALUE_WORD = "value_word"
    CITIZEN_NEED = "citizen_need"
    MARKET_SERVICE = "market_service"
    SERVICE_USE = "service_use"
    NEED_SERVICE = "need_service"
    NEED_GOAL = "need_goal"
    NEED_PROJECT = "need_project"
    WEIGHTING = "weighting"
    WEIGHTING_VALUE = "weighting_value"
    WEIGHTING_COMPARISON = "weighting_comparison"
    SCORE = "score"
    SCENARIO = "scenario"
    PLACE_BY_HAND = "place_by_hand"
    PROJECT_ADOPTER = "project_adopter"
    PROJECT_LINK = "project_link"
    MERGED_PROJECT = "merged_project"
    HEADING_MEMORY = "heading_memory"
    SESSION = "session"
    SEAT = "seat"
    ATTENDANCE = "attendance"
    AGENDA_ITEM = "agenda_item"
    ROUND = "round"
    ROUND_ITEM = "round_item"
    ROUND_CRITERION = "round_criterion"
    BALLOT = "ballot"
    BALLOT_MARK = "ballot_mark"
    SESSION_NOTE = "session_note"
    SNAPSHOT = "snapshot"
    ADMISSION_CRITERION = "admission_criterion"
    PROGRAMME_PART = "programme_part"
    PROGRAMME_QUESTION = "programme_question"
    REMINDER = "reminder"
    THRESHOLD = "threshold"
    MUNICIPALITY_NAME = "municipality_name"
    MUNICIPALITY_SUCCESSION = "municipality_succession"
    OPEN_CALL = "open_call"
    ORGANISATION = "organisation"
    ROUTINE_ADOPTION = "routine_adoption"
    ROUTINE_ROLE = "routine_role"
    TIMELINE_ENTRY = "timeline_entry"
    ADMISSION_ANSWER = "admission_answer"
    CALL_APPLICATION = "call_application"
    GOVERNANCE_BODY = "governance_body"
    PERSON = "person"
    ROUTINE_CASE = "routine_case"
    TESTBED = "testbed"
    BODY_SEAT = "body_seat"
    CASE_CHECK = "case_check"
    CASE_EVIDENCE = "case_evidence"
    CASE_INDICATOR = "case_indicator"
    CASE_LOG = "case_log"
    CASE_MUNICIPALITY = "case_municipality"
    CASE_PROJECT = "case_project"
    CASE_ROLE = "case_role"
    DECISION = "decision"
    GATE_DECISION = "gate_decision"
    LOCAL_DEVIATION = "local_deviation"
    MEASURE_FOLLOW_UP = "measure_follow_up"
    PROCUREMENT_CASE = "procurement_case"
    PROCUREMENT_PARTY = "procurement_party"
    PROCUREMENT_CANDIDATE = "procurement_candidate"
    RESULT_REUSE = "result_reuse"
    STEERING_REPORT = "steering_report"
    TESTBED_CASE = "testbed_case"
    BUDGET_LINE = "budget_line"
    DECISION_CLAUSE = "decision_clause"
    MEMBERSHIP = "membership"
    REPORT_TEXT = "report_text"
    ASSIGNMENT = "assignment"
    PLAN_ITEM_GOAL = "plan_item_goal"
    PLAN_ITEM_RISK = "plan_item_risk"
    PLAN_ITEM_CASE = "plan_item_case"
    PLAN_ASIDE = "plan_aside"
    PLAN_CHAPTER = "plan_chapter"
    PLAN_SNAPSHOT = "plan_snapshot"
    PLAN_FILE = "plan_file"
    PLAN_SIGNER = "plan_signer"
    PLAN_RESERVATION = "plan_reservation"
    PLAN_ADOPTION = "plan_adoption"
    COMMITMENT_YEAR = "commitment_year"
    WEEDING_RULE = "weeding_rule"


class Change(StrEnum):
    """What happened to a row."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that was added, changed or removed."""

    kind: Kind
    row_id: int
    change: Change


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """All that one step changed, with who asked for it.

    ``command`` is the name of the command class, or ``undo`` and ``redo``; ``origin`` is whatever object asked,
    so that a view can know its own change.
    """

    command: str
    rows: frozenset[RowChange]
    origin: object | None = field(default=None, compare=False)

    @property
    def kinds(self) -> frozenset[Kind]:
        """Return the kinds that are touched."""
        return frozenset(row.kind for row in self.rows)

    def ids(self, kind: Kind) -> frozenset[int]:
        """Return the rows of *kind* that are touched."""
        return frozenset(row.row_id for row in self.rows if row.kind is kind)
