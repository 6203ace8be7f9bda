"""How the records of a data file become rows: their tables, what they name, and what stands inside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.follow_up import (
    MeasureFollowUp,
    Reminder,
    ReportText,
    ResultReuse,
    SteeringReport,
)
from smartstad_desktop.storage.tables.governance import (
    AdmissionAnswer,
    AdmissionCriterion,
    Assignment,
    BodySeat,
    Decision,
    DecisionClause,
    GovernanceBody,
    Membership,
    Organisation,
    Person,
)
from smartstad_desktop.storage.tables.procurement import ProcurementCase, ProcurementParty, Threshold
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.routines import LocalDeviation, RoutineAdoption
from smartstad_desktop.storage.tables.testbeds import (
    CaseCheck,
    CaseEvidence,
    CaseIndicator,
    CaseLog,
    CaseMunicipality,
    CaseProject,
    CaseRole,
    GateDecision,
    RoutineCase,
    Testbed,
    TestbedCase,
)
from smartstad_desktop.storage.tables.work import (
    BudgetLine,
    CallApplication,
    MunicipalityName,
    MunicipalitySuccession,
    OpenCall,
    ProgrammePart,
    ProgrammeQuestion,
    TimelineEntry,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How records of a list become rows: their table, columns that name another list, and lists inside them."""

    table: type[Base]
    #: Name in the file → column, and the list whose record is named.
    links: Mapping[str, tuple[str, str]]
    #: Name in the file → list of the shapes, and the column that leads back.
    parts: Mapping[str, tuple[str, str]]


_TOWN: Final = {"municipality": ("municipality_id", "municipality")}
_ORGANISATION: Final = {"organisation": ("organisation_id", "organisation")}
_BODY: Final = {"body": ("body_id", "governance_body")}
_CASE: Final = {"case": ("case_id", "routine_case")}
_PROJECT: Final = {"project": ("project_id", "project")}
_STAGE: Final = {"stage": ("stage_id", "routine_stage")}
_ITEM: Final = {"item": ("item_id", "checklist_item")}
_SUCCESSION: Final = {"before": ("before_id", "municipality"), "after": ("after_id", "municipality")}
#: The lists a data file may hold, in the order in which they can name each other.
SHAPES: Final[Mapping[str, Shape]] = {
    "municipality": Shape(table=Municipality, links={}, parts={}),
    "organisation": Shape(table=Organisation, links=_TOWN, parts={}),
    "admission_criterion": Shape(table=AdmissionCriterion, links={}, parts={}),
    "governance_body": Shape(
        table=GovernanceBody,
        links={
            **_TOWN,
            "parent": ("parent_id", "governance_body"),
            "lead_organisation": ("lead_organisation_id", "organisation"),
        },
        parts={"seats": ("body_seat", "body_id")},
    ),
    "body_seat": Shape(table=BodySeat, links=_TOWN | _ORGANISATION, parts={}),
    "decision": Shape(
        table=Decision,
        links={**_BODY, "amends": ("amends_id", "decision")},
        parts={"clauses": ("decision_clause", "decision_id"), "assignments": ("assignment", "decision_id")},
    ),
    "decision_clause": Shape(table=DecisionClause, links={}, parts={}),
    "assignment": Shape(table=Assignment, links=_TOWN | _ORGANISATION | _BODY, parts={}),
    "programme_part": Shape(table=ProgrammePart, links={}, parts={"entries": ("timeline_entry", "part_id")}),
    "timeline_entry": Shape(table=TimelineEntry, links=_TOWN, parts={}),
    "budget_line": Shape(
        table=BudgetLine,
        links={**_TOWN, **_ORGANISATION, "decision": ("decision_id", "decision")},
        parts={"shares": ("budget_line", "parent_id")},
    ),
    "open_call": Shape(table=OpenCall, links=_TOWN, parts={"applications": ("call_application", "call_id")}),
    "call_application": Shape(table=CallApplication, links=_ORGANISATION, parts={}),
    "programme_question": Shape(table=ProgrammeQuestion, links={}, parts={}),
    "municipality_name": Shape(table=MunicipalityName, links=_TOWN, parts={}),
    "municipality_succession": Shape(table=MunicipalitySuccession, links=_SUCCESSION, parts={}),
    "threshold": Shape(table=Threshold, links={}, parts={}),
    "person": Shape(table=Person, links=_TOWN | _ORGANISATION, parts={}),
    "membership": Shape(
        table=Membership,
        links={
            "seat": ("seat_id", "body_seat"),
            "person": ("person_id", "person"),
            "decision": ("decision_id", "decision"),
        },
        parts={},
    ),
    "admission_answer": Shape(
        table=AdmissionAnswer,
        links={**_PROJECT, **_ORGANISATION, "criterion": ("criterion_id", "admission_criterion")},
        parts={},
    ),
    "routine_adoption": Shape(
        table=RoutineAdoption,
        links={**_TOWN, "routine": ("routine_id", "routine")},
        parts={"deviations": ("local_deviation", "adoption_id")},
    ),
    "local_deviation": Shape(table=LocalDeviation, links=_STAGE | _ITEM, parts={}),
    "testbed": Shape(table=Testbed, links=_TOWN | _ORGANISATION, parts={}),
    "routine_case": Shape(
        table=RoutineCase,
        links={
            **_TOWN,
            **_PROJECT,
            **_STAGE,
            "routine": ("routine_id", "routine"),
            "need": ("need_id", "citizen_need"),
        },
        parts={
            "test": ("testbed_case", "case_id"),
            "purchase": ("procurement_case", "case_id"),
            "joined": ("case_municipality", "case_id"),
            "projects": ("case_project", "case_id"),
            "roles": ("case_role", "case_id"),
            "checks": ("case_check", "case_id"),
            "evidence": ("case_evidence", "case_id"),
            "gates": ("gate_decision", "case_id"),
            "indicators": ("case_indicator", "case_id"),
            "log": ("case_log", "case_id"),
            "parties": ("procurement_party", "case_id"),
        },
    ),
    "testbed_case": Shape(
        table=TestbedCase,
        links={"testbed": ("testbed_id", "testbed"), "tester": ("tester_id", "organisation")},
        parts={},
    ),
    "procurement_case": Shape(table=ProcurementCase, links={}, parts={}),
    "case_municipality": Shape(table=CaseMunicipality, links=_TOWN, parts={}),
    "case_project": Shape(table=CaseProject, links=_PROJECT, parts={}),
    "case_role": Shape(table=CaseRole, links={**_ORGANISATION, "role": ("role_id", "routine_role")}, parts={}),
    "case_check": Shape(table=CaseCheck, links=_ITEM, parts={}),
    "case_evidence": Shape(table=CaseEvidence, links=_ITEM, parts={}),
    "gate_decision": Shape(table=GateDecision, links=_STAGE, parts={}),
    "case_indicator": Shape(table=CaseIndicator, links={}, parts={}),
    "case_log": Shape(table=CaseLog, links={}, parts={}),
    "procurement_party": Shape(table=ProcurementParty, links=_TOWN, parts={}),
    "steering_report": Shape(table=SteeringReport, links=_BODY, parts={"texts": ("report_text", "report_id")}),
    "report_text": Shape(table=ReportText, links={}, parts={}),
    "result_reuse": Shape(table=ResultReuse, links=_TOWN | _PROJECT | _CASE, parts={}),
    "measure_follow_up": Shape(
        table=MeasureFollowUp, links={**_TOWN, "measure": ("plan_item_id", "plan_item")}, parts={}
    ),
    "reminder": Shape(table=Reminder, links={}, parts={}),
}
