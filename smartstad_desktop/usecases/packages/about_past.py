"""What happened, was voted and was decided, in an answer to a request."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final

from sqlalchemy import select

from smartstad_desktop.domain import project_fields as fields
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.packages.about import Closed, Item, Part
from smartstad_desktop.domain.values import Named, Period, RoundId
from smartstad_desktop.domain.workshop.disclosure import is_told_by_few
from smartstad_desktop.reads import history
from smartstad_desktop.reads.governance.decisions import DecisionRow, DecisionsShown, decisions
from smartstad_desktop.reads.history import FieldChange, Happening
from smartstad_desktop.reads.packages.linked import Linked
from smartstad_desktop.reads.workshop.results import Outcome, outcome
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.programme import Theme
from smartstad_desktop.storage.tables.workshop import RoundItem, Session
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.round_words import value_words
from smartstad_desktop.text.steps import step_name
from smartstad_desktop.text.workshop.laps import lap_words
from smartstad_desktop.usecases.packages.asking import Asking
from smartstad_desktop.usecases.workshop.minutes_material import is_told

#: What is kept for those who work with a project: notes, addresses, and why it is or was confidential.
_INTERNAL: Final = frozenset({"comment", "contact_email", "is_confidential", "confidentiality_reason"})
_NOTHING: Final = "–"
_LONGEST: Final = 300


def history_items(asking: Asking, linked: Linked) -> list[Item]:
    """Return what happened to the projects, the earliest first; who did it is not told."""
    query = select(Project.id, Project.title).where(Project.id.in_(linked.projects), Project.is_confidential.is_(False))
    found: list[Item] = []
    for project in asking.connection.execute(query.order_by(Project.id)):
        past = history.of_project(asking.connection, project.id)
        found += [_happening(asking, each, project.id) for each in reversed(past)]
    return found


def _happening(asking: Asking, each: Happening, project: int) -> Item:
    day = asking.phrases.day(each.at.astimezone().date())
    changed = [
        (field_name(change.name, asking.phrases), f"{_value(asking, change, old=True)} → {_value(asking, change)}")
        for change in each.fields
        if change.name not in _INTERNAL
    ]
    title = f"{day}: {step_name(each.command, each.words, asking.phrases)}"
    return asking.item(f"history:{project}:{each.step}", Part.HISTORY, title, changed)


def _value(asking: Asking, change: FieldChange, *, old: bool = False) -> str:
    value = change.old if old else change.new
    if value is None or value in {"", ()}:
        return _NOTHING
    text = _text(asking, change.name, value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _text(asking: Asking, name: str, value: Any) -> str:  # noqa: C901, PLR0911  one case for each sort of field
    phrases = asking.phrases
    if name in {"status", "remembered_status"}:
        return label(Status(value), phrases)
    if name == "municipality_id":
        return asking.town(value)
    if name == "participants":
        return ", ".join(asking.town(each) for each in value)
    if name == "themes":
        return ", ".join(_names(asking, Theme).get(each, "?") for each in value)
    if name == "goals":
        return ", ".join(f"{_names(asking, Goal).get(goal, '?')} {given}" for goal, given in value)
    if name in fields.FLAGS:
        return phrases.text("Yes") if value else phrases.text("No")
    if name in fields.MONEY:
        return phrases.money(value)
    if name in fields.DAYS:
        return phrases.day(date.fromisoformat(value))
    if name in fields.CHOICES:
        return label(fields.CHOICES[name](value), phrases)
    if name in fields.LISTS or name == "extra":
        held = json.loads(value)
        parts = [f"{key}: {part}" for key, part in held.items()] if isinstance(held, dict) else [str(x) for x in held]
        return "; ".join(parts) or _NOTHING
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _names(asking: Asking, table: type[Theme | Goal]) -> dict[int, str]:
    rows = asking.connection.execute(select(table.id, table.name_sv, table.name_nb, table.name_en))
    language = asking.phrases.language
    return {row.id: Named(row.name_sv, row.name_nb, row.name_en).in_language(language) for row in rows}


def decision_items(asking: Asking, linked: Linked) -> list[Item]:
    """Return the decisions with their clauses and what they gave somebody to do."""
    shown = decisions(asking.connection, asking.today)
    rows = [shown.decision(number) for number in linked.decisions]
    return [_decision(asking, shown, row) for row in rows if row is not None]


def _decision(asking: Asking, shown: DecisionsShown, row: DecisionRow) -> Item:
    phrases = asking.phrases
    body = shown.bodies.get(row.body or 0)
    decided = phrases.period(row.decided) if isinstance(row.decided, Period) else row.decided or ""
    given = [
        ", ".join(
            part for part in (each.text, each.receiver, asking.day(each.due_on), label(each.state, phrases)) if part
        )
        for each in row.assignments
    ]
    pairs = [
        (phrases.text("Body"), row.body_written or ("" if body is None else body.in_language(phrases.language))),
        (phrases.text("Decided"), decided),
        (phrases.text("Status"), label(row.state, phrases)),
        (phrases.text("Decision"), label(row.outcome, phrases) if row.outcome else ""),
        (phrases.text("Case number"), row.case_number),
        (phrases.text("Paragraph"), row.paragraph),
        (phrases.text("Clauses"), "\n".join(clause.text for clause in row.clauses)),
        (phrases.text("Dissent"), row.dissent),
        (phrases.text("Assignments"), "\n".join(given)),
        (phrases.text("Documents"), "\n".join(row.documents)),
    ]
    return asking.item(f"decision:{row.id}", Part.DECISIONS, row.title, pairs, row.comment)


def round_items(asking: Asking, linked: Linked) -> list[Item]:
    """Return what the rounds came to for what is told of: places and sums, never a ballot."""
    query = (
        select(RoundItem.id, RoundItem.round_id, RoundItem.number)
        .where(RoundItem.id.in_(linked.rounds))
        .order_by(RoundItem.round_id, RoundItem.number)
    )
    found: list[Item] = []
    counted: dict[int, Outcome | None] = {}
    for row in asking.connection.execute(query).all():
        if row.round_id not in counted:
            counted[row.round_id] = outcome(asking.connection, RoundId(row.round_id))
        held = counted[row.round_id]
        if held is None or held.sheet.opened_at is None:
            continue
        item = held.sheet.item_of(row.number)
        if item is None or item.is_confidential:
            asking.close(Closed.CONFIDENTIAL)
        elif not is_told(held) or held.tally.is_small:
            asking.close(Closed.UNREVEALED)
        else:
            found.append(_result(asking, held, row.id, row.number))
    return found


def _result(asking: Asking, held: Outcome, key: int, number: int) -> Item:
    phrases, sheet = asking.phrases, held.sheet
    session = asking.connection.execute(
        select(Session.name, Session.held_on, Session.opened_at).where(Session.id == sheet.session)
    ).one()
    result = next((each for each in held.tally.results if each.item == number), None)
    is_few = result is None or is_told_by_few(result, sheet.method)
    told = (
        ""
        if result is None or is_few
        else value_words(held.tally, sheet.rules.scale[1], sheet.columns, result, phrases)
    )
    place = "" if result is None or result.place is None else str(result.place)
    item = sheet.item_of(number)
    name = phrases.text(
        "Round {number}: {method}", number=lap_words(sheet.lap, phrases), method=label(sheet.method, phrases)
    )
    pairs = [
        (phrases.text("Workshop"), ", ".join(part for part in (session.name, asking.day(session.held_on)) if part)),
        (phrases.text("Question"), sheet.question),
        (phrases.text("Item"), "" if item is None else item.title),
        (
            phrases.text("Place"),
            phrases.text("{place} of {count}", place=place, count=len(sheet.items)) if place else "",
        ),
        (phrases.text("Result"), told),
    ]
    return asking.item(f"round:{key}", Part.ROUNDS, name, pairs)
