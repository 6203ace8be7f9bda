"""Who commits to what in a measure: a table of those who take part, and a line each for those who watch or decline."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.plan.plan import TAKING_PART, CommitmentRole
from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    Column,
    Heading,
    Manner,
    Table,
    cell,
    paragraph,
)
from smartstad_desktop.reads.plan.measure import MeasureRow
from smartstad_desktop.reads.plan.measure_parts import CommitmentRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import NO_BREAK
from smartstad_desktop.usecases.plan_document.decision import adoption_words
from smartstad_desktop.usecases.plan_document.material import Material

#: So many years are told with an amount each; more as from when to when.
_MOST_YEARS: Final = 2
#: Those who have a row each also where there is little room.
_FIRST: Final = frozenset({CommitmentRole.LEADS, CommitmentRole.JOINS})


def commitment_blocks(material: Material, measure: MeasureRow, *, is_short: bool = False) -> list[Block]:
    """Return the commitments; in short, those who join later stand in a line, too."""
    phrases = material.phrases
    heading = Heading(phrases.text("Commitments per municipality"), 3)
    if not measure.commitments:
        return [heading, paragraph(phrases.text("No municipality has committed itself yet."))]
    roles = _FIRST if is_short else TAKING_PART
    listed = [row for row in measure.commitments if row.role in roles]
    table = [_table(material, measure, listed)] if listed else []
    return [heading, *table, *_others(material, measure, roles)]


def _table(material: Material, measure: MeasureRow, listed: list[CommitmentRow]) -> Table:
    phrases = material.phrases
    columns = (
        Column(phrases.text("Municipality"), 27),
        Column(phrases.text("Commitment"), 19),
        Column(phrases.text("Year"), 40),
        Column(phrases.text("Budget"), 14, Align.RIGHT),
        Column(phrases.text("Adopted"), 28),
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
    return Table(columns, rows, phrases.text("Commitments per municipality in “{title}”", title=measure.title))


def _years(material: Material, row: CommitmentRow) -> str:
    phrases, years = material.phrases, row.years
    if len(years) > _MOST_YEARS:
        return f"{years[0].year}–{years[-1].year}"
    if len(years) == _MOST_YEARS:
        return ", ".join(f"{each.year}:{NO_BREAK}{phrases.short_money(each.amount)}" for each in years)
    return row.year or (str(years[0].year) if years else "–")


def _others(material: Material, measure: MeasureRow, listed: frozenset[CommitmentRole]) -> list[Block]:
    """Return in a line each who is not in the table: who joins later, only watches, or declines."""
    found: list[Block] = []
    for role in CommitmentRole:
        rows = [] if role in listed else [row for row in measure.commitments if row.role is role]
        names = [_name(material, row) for row in rows if row.municipality in material.by_id]
        if names:
            told = f"{label(role, material.phrases)}: {', '.join(names)}."
            found.append(paragraph(told, Manner.NOTE))
    return found


def _name(material: Material, row: CommitmentRow) -> str:
    """Return a municipality with the year and the budget it has said."""
    name = material.by_id[row.municipality].short_name
    budget = "" if row.budget is None else material.phrases.short_money(row.budget)
    said = " ".join(part for part in (row.year, budget) if part)
    return f"{name} ({said})" if said else name
