"""How a value is written into a cell of a workbook: the other half of ``cells``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from smartstad_desktop.domain.inventory import (
    ActorType,
    FundingNature,
    Maturity,
    MunicipalityRole,
    Possibility,
    Status,
)
from smartstad_desktop.domain.lists.lists import Value
from smartstad_desktop.domain.needs import CostClass, NeedSource
from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.domain.values import Period, Precision
from smartstad_desktop.exchange.cells import cells, dates, sheet_cells, words
from smartstad_desktop.exchange.cells.cells import Parse
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import N_, Phrasebook

YES, NO = N_("yes"), N_("no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words a workbook is written in: the phrasebook, and the programme's names of themes by key."""

    phrases: Phrasebook
    themes: dict[str, str]


Shown: TypeAlias = "str | int | float | date"
Show: TypeAlias = Callable[[Value, Wording], Shown]


def plain(value: Value, wording: Wording) -> Shown:
    """Return text as it is, several values with semicolons between, and yes or no in words."""
    if isinstance(value, bool):
        return wording.phrases.text(YES if value else NO)
    if isinstance(value, tuple):
        # A lone name with a comma would be taken for two without the semicolon.
        return "; ".join(value) if words.several("; ".join(value)) == value else f"{value[0]};"
    return value.value if isinstance(value, Status) else _period(value) if isinstance(value, Period) else value


def _period(value: Period) -> Shown:
    """Return a day as a date, and all else in words that are read back to the same days."""
    if value.precision is Precision.DAY and value.first == value.last:
        return value.first
    again = dates.period(value.written).value
    if isinstance(again, Period) and (again.first, again.last) == (value.first, value.last):
        return value.written
    return f"{value.first.isoformat()} – {value.last.isoformat()}"


def money(value: Value, _wording: Wording) -> Shown:
    """Return thousands of kronor."""
    if not isinstance(value, int):
        return str(value)
    return value // 1000 if value % 1000 == 0 else value / 1000


def _status(value: Value, wording: Wording) -> Shown:
    return label(Status(str(value)), wording.phrases)


def _themes(value: Value, wording: Wording) -> Shown:
    keys = value if isinstance(value, tuple) else (str(value),)
    return "; ".join(wording.themes.get(key, key) for key in keys)


def _choice(kind: type[StrEnum]) -> Show:
    def show(value: Value, wording: Wording) -> Shown:
        several = value if isinstance(value, tuple) else (str(value),)
        return "; ".join(label(kind(each), wording.phrases) for each in several)

    return show


_SHOWS: Final[dict[Parse, Show]] = {
    cells.money: money,
    cells.status: _status,
    cells.themes: _themes,
    cells.possibility: _choice(Possibility),
    cells.funding_nature: _choice(FundingNature),
    cells.municipality_role: _choice(MunicipalityRole),
    cells.maturity: _choice(Maturity),
    cells.actor_types: _choice(ActorType),
    sheet_cells.need_source: _choice(NeedSource),
    sheet_cells.cost_class: _choice(CostClass),
    sheet_cells.commitment_role: _choice(CommitmentRole),
}


def show_for(parse: Parse) -> Show:
    """Return what writes the cells that *parse* reads."""
    return _SHOWS.get(parse, plain)


_CHOICES: Final[dict[Parse, type[StrEnum]]] = {
    cells.status: Status,
    cells.possibility: Possibility,
    cells.funding_nature: FundingNature,
    cells.municipality_role: MunicipalityRole,
    cells.maturity: Maturity,
    sheet_cells.need_source: NeedSource,
    sheet_cells.cost_class: CostClass,
    sheet_cells.commitment_role: CommitmentRole,
}


def choices_for(parse: Parse, wording: Wording) -> tuple[str, ...]:
    """Return the allowed words of a column that *parse* reads, or none where anything may be written."""
    if parse is cells.themes:
        return tuple(wording.themes.values())
    if parse is cells.yes_or_no:
        return wording.phrases.text(YES), wording.phrases.text(NO)
    kind = _CHOICES.get(parse)
    return tuple(label(member, wording.phrases) for member in kind) if kind else ()
