"""Tests and procurements in an answer to a request."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any, Final

from smartstad_desktop.domain.packages.about import Closed, Item, Part
from smartstad_desktop.domain.procurement.cases import SECRET
from smartstad_desktop.reads.packages.linked import Linked
from smartstad_desktop.reads.procurement.cases import ProcurementSheet, told_procurement
from smartstad_desktop.reads.testbeds.case import case_sheet
from smartstad_desktop.reads.testbeds.case_rows import CaseSheet
from smartstad_desktop.reads.testbeds.testbed_cases import facts_of_test
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.usecases.packages.asking import Asking

_RESULT: Final = ("result_what", "result_how", "result_cost", "result_contact", "result_licence")
_BOUGHT: Final = (
    *("purchasing_body", "form", "category", "law", "value_note", "cost_split", "decision_power", "requirements"),
    *("announced_on", "questions_until", "tenders_due_on", "awarded_on", "standstill_until"),
    *("contract_from", "contract_to", "extension_to", "effect_seen", "supplier_follow_up", *SECRET),
)


def test_items(asking: Asking, linked: Linked) -> list[Item]:
    """Return the tests with their checklist's gates, their log and their result."""
    found: list[Item] = []
    for number in linked.tests:
        sheet = case_sheet(asking.connection, number, asking.phrases.language)
        if sheet.facts.is_confidential:
            asking.close(Closed.CONFIDENTIAL)
            continue
        facts = facts_of_test(asking.connection, number)
        result = [] if facts is None else [(_name(asking, name), str(facts.result[name] or "")) for name in _RESULT]
        pairs = [*_case(asking, sheet), *result, *_way(asking, sheet)]
        found.append(asking.item(f"test:{number}", Part.TESTS, sheet.facts.title, pairs, sheet.facts.comment))
    return found


def procurement_items(asking: Asking, linked: Linked) -> list[Item]:
    """Return the procurements as far as they are public: while tenders are secret, what is about them is counted."""
    found: list[Item] = []
    for number in linked.procurements:
        sheet = told_procurement(asking.connection, number, asking.phrases.language, asking.today)
        if sheet.case.facts.is_confidential:
            asking.close(Closed.CONFIDENTIAL)
            continue
        asking.close(Closed.TENDERS, sheet.left_out)
        pairs = [*_case(asking, sheet.case), *_bought(asking, sheet), *_way(asking, sheet.case)]
        facts = sheet.case.facts
        found.append(asking.item(f"procurement:{number}", Part.PROCUREMENTS, facts.title, pairs, facts.comment))
    return found


def _case(asking: Asking, sheet: CaseSheet) -> list[tuple[str, str]]:
    phrases, facts = asking.phrases, sheet.facts
    current = sheet.current
    state = label(facts.state, phrases)
    return [
        (phrases.text("Municipality"), asking.town(facts.municipality)),
        (phrases.text("What"), facts.what),
        (phrases.text("Why"), facts.why),
        (phrases.text("Routine"), f"{facts.routine_name} {facts.version}".strip()),
        (phrases.text("Status"), ", ".join(part for part in (state, current.name if current else "") if part)),
        (phrases.text("Reason"), facts.state_reason),
        (phrases.text("Begins"), asking.day(facts.starts_on)),
        (phrases.text("Ends"), asking.day(facts.ended_on or facts.ends_on)),
        (_name(asking, "what_next"), facts.what_next),
        (_name(asking, "lesson"), facts.lesson),
    ]


def _way(asking: Asking, sheet: CaseSheet) -> list[tuple[str, str]]:
    """Return the decisions at the gates, the papers that exist, and the log."""
    phrases = asking.phrases
    gates = [
        f"{asking.day(each.decided_on)}: {each.gate or each.question}: {label(each.answer, phrases)}"
        + (f". {each.reason}" if each.reason else "")
        for each in sheet.decisions
    ]
    evidence = [*sheet.evidence, *(each for stage in sheet.stages for point in stage.points for each in point.evidence)]
    papers = [f"{asking.day(each.added_on)}: {each.name}" for each in {each.id: each for each in evidence}.values()]
    log = [f"{asking.day(each.happened_on)}: {each.text}" for each in reversed(sheet.log)]
    return [
        (phrases.text("Decisions at the gates"), "\n".join(gates)),
        (phrases.text("Papers that are kept"), "\n".join(papers)),
        (phrases.text("Log"), "\n".join(log)),
    ]


def _bought(asking: Asking, sheet: ProcurementSheet) -> list[tuple[str, str]]:
    parties = ", ".join(each.name for each in sheet.parties if each.is_party)
    told = [(_name(asking, name), _value(asking, sheet.values[name])) for name in _BOUGHT]
    return [(asking.phrases.text("Parties"), parties), *told]


def _value(asking: Asking, value: Any) -> str:
    match value:
        case None:
            return ""
        case date():
            return asking.day(value)
        case StrEnum():
            return label(value, asking.phrases)
        case int():
            return asking.phrases.number(value)
        case _:
            return str(value)


def _name(asking: Asking, field: str) -> str:
    return field_name(field, asking.phrases)
