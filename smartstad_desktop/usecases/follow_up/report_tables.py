"""The tables and lists of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from smartstad_desktop.domain.follow_up.figures import Difference, Figure
from smartstad_desktop.domain.programme.work import Light
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    BulletList,
    Cell,
    Column,
    KeyFigures,
    Table,
    Tone,
    cell,
)
from smartstad_desktop.reads.follow_up.material import EntryLine, MoneyLine, PartLine, ResultLine, RiskLine
from smartstad_desktop.text.follow_up.reports import figure_words, light_words
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.text.programme.budget import money_in

_GREATEST: Final = (Figure.MUNICIPALITIES, Figure.PROJECTS, Figure.MEASURES, Figure.REUSED)
_TONES: Final = {Light.GREEN: Tone.GOOD, Light.YELLOW: Tone.STRONG, Light.RED: Tone.BAD}


def greatest(found: Mapping[Figure, int], phrases: Phrasebook) -> KeyFigures:
    """Return the few figures that stand first."""
    return KeyFigures(
        tuple(
            (figure_words(figure, found[figure], phrases), label(figure, phrases))
            for figure in _GREATEST
            if figure in found
        )
    )


def parts(found: Sequence[PartLine], phrases: Phrasebook) -> Table:
    """Return the parts of the programme with their lights."""
    columns = (
        Column(phrases.text("Part"), 40),
        Column(phrases.text("State"), 18),
        Column(phrases.text("How it goes"), 26),
        Column(phrases.text("Why"), 40),
    )
    rows = tuple(
        (
            cell(part.name.in_language(phrases.language), Tone.STRONG),
            cell(label(part.state, phrases)),
            cell("–") if part.light is None else _light(part.light, phrases),
            cell(part.reason or "–"),
        )
        for part in found
    )
    return Table(columns, rows, phrases.text("The parts of the programme and their lights"))


def _light(light: Light, phrases: Phrasebook) -> Cell:
    return cell(light_words(light, phrases), _TONES[light])


def entries(found: Sequence[EntryLine], caption: str, phrases: Phrasebook) -> tuple[Block, ...]:
    """Return what was done, comes or is late; nothing when there is nothing.

    What was done and what effect was seen is a column only when something has been written about it.
    """
    if not found:
        return ()
    has_words = any(line.done or line.effect_seen for line in found)
    columns = (
        Column(phrases.text("What"), 46 if has_words else 80),
        Column(phrases.text("When"), 20),
        Column(phrases.text("Who"), 22),
        *((Column(phrases.text("Done, and effect seen"), 44),) if has_words else ()),
    )
    return (Table(columns, tuple(_entry(line, phrases, has_words=has_words) for line in found), caption),)


def _entry(line: EntryLine, phrases: Phrasebook, *, has_words: bool) -> tuple[Cell, ...]:
    row = (
        cell(line.name, Tone.STRONG),
        cell("–" if line.day is None else phrases.day(line.day)),
        cell(line.owner or "–"),
    )
    words = " ".join(part for part in (line.done, line.effect_seen) if part)
    return (*row, cell(words or "–")) if has_words else row


def overdue(found: Sequence[tuple[str, str, date]], phrases: Phrasebook) -> tuple[Block, ...]:
    """Return assignments that should have been done."""
    return points(
        [
            phrases.text("{what} ({who}) should have been done {day}.", what=what, who=who or "–", day=phrases.day(day))
            for what, who, day in found
        ]
    )


def points(found: Sequence[str]) -> tuple[Block, ...]:
    """Return a list; nothing when there is nothing."""
    return (BulletList(tuple(found)),) if found else ()


def risks(found: Sequence[RiskLine], phrases: Phrasebook) -> tuple[Block, ...]:
    """Return the greatest risks and how they are met."""
    if not found:
        return ()
    columns = (
        Column(phrases.text("Risk"), 46),
        Column(phrases.text("Likelihood × consequence"), 24, Align.RIGHT),
        Column(phrases.text("How it is met"), 56),
    )
    rows = tuple(
        (
            cell(risk.name.in_language(phrases.language), Tone.STRONG),
            cell(f"{risk.likelihood} × {risk.consequence} = {risk.value}"),
            cell(risk.response.in_language(phrases.language) or "–"),
        )
        for risk in found
    )
    return (Table(columns, rows, phrases.text("The greatest risks")),)


def money(found: Sequence[MoneyLine], phrases: Phrasebook) -> tuple[Block, ...]:
    """Return the lines of the budget; currencies are never added together."""
    if not found:
        return ()
    columns = (
        Column(phrases.text("Budget line"), 48),
        Column(phrases.text("Amount"), 24, Align.RIGHT),
        Column(phrases.text("Used"), 24, Align.RIGHT),
        Column(phrases.text("Restriction"), 40),
    )
    rows = tuple(
        (
            cell(line.name, Tone.STRONG),
            cell(_sum(line.amount, line.currency, phrases)),
            cell(_sum(line.used, line.currency, phrases)),
            cell(line.restriction or "–"),
        )
        for line in found
    )
    return (Table(columns, rows, phrases.text("The budget")),)


def _sum(amount: int | None, currency: str, phrases: Phrasebook) -> str:
    return "–" if amount is None else money_in(amount, currency, phrases)


def results(found: Sequence[ResultLine], phrases: Phrasebook) -> tuple[Block, ...]:
    """Return the results that somebody has shown an interest in, and by whom."""
    if not found:
        return ()
    columns = (
        Column(phrases.text("Result"), 50),
        Column(phrases.text("From"), 24),
        Column(phrases.text("Taken over by"), 36),
        Column(phrases.text("Interested or planning"), 36),
    )
    rows = tuple(
        (
            cell(result.title, Tone.STRONG),
            cell(result.owner or "–"),
            cell(", ".join(result.taken_over) or "–"),
            cell(", ".join(result.waiting) or "–"),
        )
        for result in found
    )
    return (Table(columns, rows, phrases.text("Results that travel between municipalities")),)


def differences(found: Sequence[Difference], caption: str, phrases: Phrasebook) -> Table:
    """Return what has changed since the report before."""
    columns = (
        Column(phrases.text("Figure"), 60),
        Column(phrases.text("Then"), 20, Align.RIGHT),
        Column(phrases.text("Now"), 20, Align.RIGHT),
        Column(phrases.text("Difference"), 20, Align.RIGHT),
    )
    rows = tuple(
        (
            cell(label(each.figure, phrases), Tone.STRONG),
            cell("–" if each.before is None else figure_words(each.figure, each.before, phrases)),
            cell(figure_words(each.figure, each.now, phrases)),
            cell(_change(each, phrases)),
        )
        for each in found
    )
    return Table(columns, rows, caption)


def _change(difference: Difference, phrases: Phrasebook) -> str:
    if difference.by is None:
        return "–"
    sign = "+" if difference.by > 0 else "−"
    return sign + figure_words(difference.figure, abs(difference.by), phrases)


def figures(found: Mapping[Figure, int], phrases: Phrasebook) -> Table:
    """Return every figure."""
    columns = (Column(phrases.text("Figure"), 80), Column(phrases.text("Now"), 30, Align.RIGHT))
    rows = tuple(
        (cell(label(figure, phrases)), cell(figure_words(figure, value, phrases))) for figure, value in found.items()
    )
    return Table(columns, rows, phrases.text("All figures of the report"))
