"""The page of one measure: why, what, effect, owner, time, money, risk, next decision, and who commits to what."""

from __future__ import annotations

from math import ceil
from typing import Final

from smartstad_desktop.domain.plan.parts import MeasureOrigin
from smartstad_desktop.domain.plan.plan import TAKING_PART, CommitmentRole
from smartstad_desktop.domain.programme.risks import gravity
from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.domain.values import GoalId
from smartstad_desktop.exchange.documents.document import (
    Align,
    Badges,
    Bar,
    BarFigure,
    Block,
    Cell,
    Column,
    Heading,
    KeyValues,
    Manner,
    Run,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.plan.measure import MeasureRow
from smartstad_desktop.reads.plan.measure_parts import CommitmentRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.plan.words import missing_words
from smartstad_desktop.text.programme.risks import value_words
from smartstad_desktop.usecases.plan_document.decision import adoption_words, standing_apart
from smartstad_desktop.usecases.plan_document.material import Material
from smartstad_desktop.usecases.plan_document.rich import rich_cell

#: About how much stands on a page below a heading, in lines of a value; and on a line, in letters.
_PAGE_LINES: Final = 46
_LETTERS: Final = 78
#: What a row of commitments and a bar of the figure take, in lines.
_ROW_LINES: Final = 1.75
_BAR_LINES: Final = 1.3


def measure_page(material: Material, number: int, measure: MeasureRow) -> Section:
    """Return the page; ordinary content fits on one, so what only repeats is left out when it does not."""
    note = " · ".join(part for part in (measure.band, measure.time) if part)
    values = _values(material, measure)
    apart = standing_apart(material, measure.id)
    commitments = _commitments(material, measure)
    blocks: list[Block] = [Badges(material.taking_part(measure), note), KeyValues(values), *apart, *commitments]
    used = sum(_lines(value.text) for _, value in values) + 3 * len(apart)
    used += 5 + _ROW_LINES * sum(len(block.rows) for block in commitments if isinstance(block, Table))
    goals = _goals(material, measure)
    if used + 4 + _BAR_LINES * len(material.serves(measure)) <= _PAGE_LINES:
        blocks += goals
    return Section(Heading(f"{number}. {measure.title}", 2), tuple(blocks))


def _lines(text: str) -> int:
    return sum(max(1, ceil(len(line) / _LETTERS)) for line in text.split("\n"))


def _values(material: Material, measure: MeasureRow) -> tuple[tuple[str, Cell], ...]:
    phrases = material.phrases
    home = material.by_id.get(measure.owner_municipality) if measure.owner_municipality is not None else None
    owner = measure.owner
    if home is not None and home.short_name.casefold() not in owner.casefold():
        owner = ", ".join(part for part in (owner, home.name) if part)
    money = "\n".join(part for part in (material.money(measure), measure.money_source) if part)
    pairs = [
        (phrases.text("Why"), rich_cell(measure.why)),
        (phrases.text("What"), rich_cell(measure.what)),
        (phrases.text("Effect"), _effect(material, measure)),
        (phrases.text("Owner"), cell(owner)),
        (phrases.text("Time"), cell(_time(material, measure))),
        (phrases.text("Money"), cell(money)),
        (phrases.text("Risk"), _risk(material, measure)),
        (phrases.text("Next decision"), rich_cell(measure.next_decision)),
        (phrases.text("Track"), cell(_track(material, measure))),
        (phrases.text("Origin"), cell(_origin(material, measure))),
        (phrases.text("Why another place"), cell(measure.deviation_reason)),
    ]
    shown = [(name, value) for name, value in pairs if value.text]
    if material.is_draft and measure.missing:
        shown.append((phrases.text("Still missing"), cell(missing_words(measure.missing, phrases), Tone.SOFT)))
    return tuple(shown)


def _effect(material: Material, measure: MeasureRow) -> Cell:
    """Return the effect as it was written, for whom and when it can be seen, and which goals it serves."""
    phrases = material.phrases
    runs = list(rich_cell(measure.effect).runs)
    told: list[str] = []
    if measure.beneficiary:
        told.append(phrases.text("For whom: {whom}", whom=measure.beneficiary))
    if measure.horizon is not None:
        told.append(phrases.text("Can be seen: {when}", when=label(measure.horizon, phrases).lower()))
    if told:
        runs.append(Run(("\n" if runs else "") + ". ".join(told)))
    served = material.serves(measure)
    if served:
        names = [f"{_goal(material, goal)} ({_value(value)})" for goal, value in _ranked(served)]
        runs.append(Run(("\n" if runs else "") + phrases.text("Goals: {goals}", goals=", ".join(names)), Tone.SOFT))
    return Cell(tuple(runs))


def _ranked(served: dict[GoalId, int]) -> list[tuple[GoalId, int]]:
    return sorted(served.items(), key=lambda each: -each[1])


def _value(value: int) -> str:
    return str(value).replace("-", "−")


def _goal(material: Material, goal: GoalId) -> str:
    return material.evidence.goals.name(goal).in_language(material.phrases.language)


def _time(material: Material, measure: MeasureRow) -> str:
    """Return the time as it was written, and as it was understood where that says more."""
    phrases = material.phrases
    days = [phrases.month(day) for day in (measure.starts_on, measure.ends_on) if day is not None]
    understood = " – ".join(dict.fromkeys(days))
    if not measure.time:
        return understood
    years = {str(day.year) for day in (measure.starts_on, measure.ends_on) if day is not None}
    is_told = not understood or all(year in measure.time for year in years)
    return measure.time if is_told else f"{measure.time} ({understood})"


def _risk(material: Material, measure: MeasureRow) -> Cell:
    phrases = material.phrases
    runs = list(rich_cell(measure.risk).runs)
    for risk in measure.risks:
        grave = gravity(risk.likelihood, risk.consequence)
        name = risk.name.in_language(phrases.language)
        weight = value_words(risk.likelihood * risk.consequence, grave, phrases)
        told = phrases.text("From the list of risks: {risk} ({weight})", risk=name, weight=weight)
        runs.append(Run(("\n" if runs else "") + told, Tone.SOFT))
    return Cell(tuple(runs))


def _track(material: Material, measure: MeasureRow) -> str:
    phrases = material.phrases
    told: list[str] = []
    for case in measure.cases:
        if case.is_confidential:
            continue
        text = f"{case.title} ({label(case.state, phrases).lower()})"
        if case.kind is RoutineKind.TESTBED:
            told.append(phrases.text("Test: {case}", case=text))
        else:
            told.append(phrases.text("Joint procurement: {case}", case=text))
    return "\n".join(told)


def _origin(material: Material, measure: MeasureRow) -> str:
    """Return where the measure comes from, with its place in the round or the order, and whether it was moved."""
    phrases = material.phrases
    if measure.origin is MeasureOrigin.HAND:
        return ""
    parts = [label(measure.origin, phrases)]
    held = next((each for each in material.evidence.rounds if each.sheet.id == measure.round), None)
    if held is not None:
        parts.append(held.session)
    if measure.workshop_place is not None:
        parts.append(phrases.text("place {place}", place=measure.workshop_place))
    return ", ".join(parts)


def _commitments(material: Material, measure: MeasureRow) -> list[Block]:
    phrases = material.phrases
    heading = Heading(phrases.text("Commitments per municipality"), 3)
    if not measure.commitments:
        return [heading, paragraph(phrases.text("No municipality has committed itself yet."))]
    listed = [row for row in measure.commitments if row.role in TAKING_PART]
    if not listed:
        return [heading, *_others(material, measure)]
    columns = (
        Column(phrases.text("Municipality"), 32),
        Column(phrases.text("Commitment"), 22),
        Column(phrases.text("Year"), 26),
        Column(phrases.text("Budget"), 16, Align.RIGHT),
        Column(phrases.text("Adopted"), 32),
    )
    rows = tuple(
        (
            material.named(row.municipality),
            cell(label(row.role, phrases)),
            cell(_years(material, row)),
            material.amount(row.budget),
            cell(adoption_words(material, row)),
        )
        for row in listed
    )
    table = Table(columns, rows, phrases.text("Commitments per municipality in “{title}”", title=measure.title))
    return [heading, table, *_others(material, measure)]


def _years(material: Material, row: CommitmentRow) -> str:
    if len(row.years) > 1:
        phrases = material.phrases
        return ", ".join(f"{each.year}: {phrases.short_money(each.amount)}" for each in row.years)
    return row.year or (str(row.years[0].year) if row.years else "–")


def _others(material: Material, measure: MeasureRow) -> list[Block]:
    """Return in a line each who only watches, and who declines."""
    found: list[Block] = []
    for role in (CommitmentRole.OBSERVES, CommitmentRole.DECLINES):
        names = [
            material.by_id[row.municipality].short_name
            for row in measure.commitments
            if row.role is role and row.municipality in material.by_id
        ]
        if names:
            told = f"{label(role, material.phrases)}: {', '.join(names)}."
            found.append(paragraph(told, Manner.NOTE))
    return found


def _goals(material: Material, measure: MeasureRow) -> list[Block]:
    """Return how a measure serves the goals, as a figure."""
    phrases, served = material.phrases, material.serves(measure)
    if not served:
        return []
    bars = tuple(Bar(_goal(material, goal), value, _value(value)) for goal, value in _ranked(served))
    told = ", ".join(f"{bar.label} {bar.shown}" for bar in bars)
    return [
        Heading(phrases.text("How it serves the goals"), 3),
        paragraph(
            phrases.text("From 1 (indirectly) to 3 (directly); below zero means that it works against the goal.")
        ),
        BarFigure(bars, phrases.text("Contribution to the goals: {told}", told=told)),
    ]
