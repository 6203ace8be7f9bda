"""The page of one measure: why, what, effect, owner, time, money, risk, next decision, and who commits to what."""

from __future__ import annotations

from math import ceil
from typing import Final

from smartstad_desktop.domain.plan.parts import MeasureOrigin
from smartstad_desktop.domain.programme.risks import gravity
from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.domain.values import GoalId
from smartstad_desktop.exchange.documents.document import (
    Badges,
    Bar,
    BarFigure,
    Block,
    Cell,
    Heading,
    KeyValues,
    Run,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.reads.plan.measure import MeasureRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.plan.words import missing_words
from smartstad_desktop.text.programme.risks import value_words
from smartstad_desktop.usecases.plan_document.decision import standing_apart
from smartstad_desktop.usecases.plan_document.material import Material
from smartstad_desktop.usecases.plan_document.measure_commitments import commitment_blocks
from smartstad_desktop.usecases.plan_document.rich import rich_cell

#: The room below the marks under the heading, in points, and what the parts of the page take of it.
_ROOM: Final = 640.0
_LINE: Final = 14.0
_PAIR: Final = 5.0
_LETTERS: Final = 70
_HEADING: Final = 33.0
_HEADS: Final = 24.0
_ROW: Final = 26.0
_NOTE: Final = 20.0
_FIGURE: Final = 70.0
_BAR: Final = 16.0
#: So many letters stand on a line of the column of years.
_YEARS: Final = 29


def measure_page(material: Material, number: int, measure: MeasureRow) -> Section:
    """Return the page; so that it stays one page, what only repeats is left out, and who joins later is told in lines.

    What a municipality says is never left out.
    """
    note = " · ".join(part for part in (measure.band, measure.time) if part)
    blocks: list[Block] = [Badges(material.taking_part(measure), note), KeyValues(_values(material, measure))]
    blocks += standing_apart(material, measure.id)
    room = _ROOM - sum(map(_height, blocks))
    commitments = commitment_blocks(material, measure)
    if sum(map(_height, commitments)) > room:
        commitments = commitment_blocks(material, measure, is_short=True)
    blocks += commitments
    if sum(map(_height, commitments)) + _FIGURE + _BAR * len(material.serves(measure)) <= room:
        blocks += _goals(material, measure)
    return Section(Heading(f"{number}. {measure.title}", 2), tuple(blocks))


def _height(block: Block) -> float:
    """Return about how high a block stands, in points, rather too much than too little."""
    if isinstance(block, KeyValues):
        return sum(_LINE * _lines(value.text, _LETTERS) + _PAIR for _, value in block.pairs)
    if isinstance(block, Table):
        return _HEADS + sum(_ROW + _LINE * (_lines(row[2].text, _YEARS) - 1) for row in block.rows)
    return _HEADING if isinstance(block, Heading) else _NOTE


def _lines(text: str, letters: int) -> int:
    return sum(max(1, ceil(len(line) / letters)) for line in text.split("\n"))


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
