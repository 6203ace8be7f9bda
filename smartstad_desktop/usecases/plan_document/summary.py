"""The summary of the plan, on one page: what it is about in its own words, its figures, and the first measures."""

from __future__ import annotations

from math import ceil
from typing import Final

from smartstad_desktop.domain.rich_text import HEADINGS
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    KeyFigures,
    Manner,
    Section,
    Table,
    Tone,
    cell,
    paragraph,
)
from smartstad_desktop.exchange.documents.rich_lines import lines_of
from smartstad_desktop.usecases.plan_document.material import Material
from smartstad_desktop.usecases.plan_document.rich import rich_blocks

#: The height of a page below its heading, in points, and what its parts take of it.
_PAGE: Final = 680.0
_LINE: Final = 14.5
_LETTERS: Final = 92
_BETWEEN: Final = 7.0
_FIGURES: Final = 76.0
_NOTE: Final = 20.0
_TABLE_HEAD: Final = 26.0
_ROW: Final = 13.0
_ROW_AIR: Final = 12.0
_TITLE_LETTERS: Final = 27
#: So many marks stand in one line of the table.
_MARKS: Final = 5


def summary_section(material: Material) -> Section:
    """Return the summary; the longer its own words are, the fewer measures are listed after them."""
    phrases = material.phrases
    blocks: list[Block] = [*rich_blocks(material.plan.summary, 3)]
    left = _PAGE - _height(material.plan.summary)
    if not material.measures:
        blocks.append(paragraph(phrases.text("The plan has no measures yet.")))
        return Section(Heading(phrases.text("Summary")), tuple(blocks))
    if left >= _FIGURES:
        blocks += [_figures(material), *_unpriced(material)]
        left -= _FIGURES + (_NOTE if _unpriced(material) else 0)
    listed = _fitting(material, left - _TABLE_HEAD - _NOTE)
    if listed:
        blocks.append(_overview(material, listed))
    more = len(material.measures) - listed
    if more > 0 and left >= _NOTE:
        told = phrases.plural(
            "{count} more measure stands in the part “Prioritised measures”.",
            "{count} more measures stand in the part “Prioritised measures”.",
            more,
        )
        blocks.append(paragraph(told, Manner.NOTE))
    return Section(Heading(phrases.text("Summary")), tuple(blocks))


def _height(text: str) -> float:
    """Return about how high a text stands on the page, in points, rather too much than too little."""
    height = 0.0
    for line in lines_of(text):
        rows = sum(max(1, ceil(len(part) / _LETTERS)) for part in line.text.split("\n"))
        height += rows * _LINE + _BETWEEN + (12 if line.kind in HEADINGS else 0)
    return height


def _fitting(material: Material, room: float) -> int:
    """Return how many measures can be listed in so much room."""
    for index, (_number, measure) in enumerate(material.measures):
        room -= _ROW_AIR + _ROW * max(1, ceil(len(measure.title) / _TITLE_LETTERS))
        if room < 0:
            return index
    return len(material.measures)


def _figures(material: Material) -> KeyFigures:
    phrases = material.phrases
    measures = [measure for _, measure in material.measures]
    partners = {mark.name for measure in measures for mark in material.taking_part(measure)}
    one_off = sum(measure.money_one_off or 0 for measure in measures)
    running = sum(measure.money_running or 0 for measure in measures)
    return KeyFigures(
        (
            (phrases.number(len(measures)), phrases.plural("joint measure", "joint measures", len(measures))),
            (phrases.number(len(partners)), phrases.text("municipalities take part")),
            (phrases.short_money(one_off), phrases.text("once")),
            (phrases.short_money(running), phrases.text("per year")),
        )
    )


def _unpriced(material: Material) -> list[Block]:
    """Say how many measures the sums leave out: missing is not zero."""
    unknown = sum("money" in measure.missing for _, measure in material.measures)
    if not unknown:
        return []
    told = material.phrases.plural(
        "{count} measure has no sum yet and is not counted in.",
        "{count} measures have no sum yet and are not counted in.",
        unknown,
    )
    return [paragraph(told, Manner.NOTE)]


def _overview(material: Material, listed: int) -> Table:
    phrases = material.phrases
    columns = (
        Column(phrases.text("No."), 5, Align.RIGHT),
        Column(phrases.text("Measure"), 54),
        Column(phrases.text("Municipalities"), 49),
        Column(phrases.text("Once"), 18, Align.RIGHT),
        Column(phrases.text("Per year"), 18, Align.RIGHT),
    )
    rows = tuple(
        (
            cell(str(number)),
            cell(measure.title, Tone.STRONG),
            _partners(material, number - 1),
            material.amount(measure.money_one_off),
            material.amount(measure.money_running),
        )
        for number, measure in material.measures[:listed]
    )
    return Table(columns, rows, phrases.text("Measures in short"))


def _partners(material: Material, index: int) -> Cell:
    """Return the marks of those that take part; of many the one that leads, and how many more."""
    marks = material.taking_part(material.measures[index][1])
    if len(marks) <= _MARKS:
        return Cell(marks=marks)
    more = material.phrases.plural("and {count} more", "and {count} more", len(marks) - 1)
    return cell(more, marks=marks[:1])
