"""How a cell of each kind of column is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, TypeAlias

from smartstad_desktop.domain.inventory import (
    TITLE_LIMIT,
    ActorType,
    FundingNature,
    Maturity,
    MunicipalityRole,
    Possibility,
    Status,
)
from smartstad_desktop.domain.lists.lists import IssueCode, Vocabulary
from smartstad_desktop.exchange.cells import choices, dates, words
from smartstad_desktop.exchange.cells import money as amounts
from smartstad_desktop.exchange.cells.folding import clean, fold, one_line
from smartstad_desktop.exchange.cells.reading import Cell, Reading
from smartstad_desktop.exchange.cells.several import several


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What reading a cell may lean on: the words of the programme, and what is known of the column and the list."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    unit: int | None = None
    year: int | None = None
    is_1904: bool = False


Parse: TypeAlias = Callable[[Cell, Setting], Reading]

_PLACEHOLDER: Final = re.compile(r"^[<\[(]? ?(select|valj|velg|vaelg|choose|klicka|klikk|ange|skriv)\b.{0,40}[>\])]?$")
_DASHES: Final = frozenset({"", "-", "–", "—", "--", "---", ".", "..", "…", "*", "n/a"})
#: Whole numbers below this are kept exactly by a workbook.
_EXACT: Final = 1e15
_MARKED: Final = re.compile(r"^[<\[(].*[>\])]$")


def shown(cell: Cell) -> str:
    """Return what a person sees in *cell*."""
    if type(cell) is str:  # first, because nearly every cell is text
        return clean(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if not (cell.hour or cell.minute) else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int | float):
        is_whole = float(cell).is_integer() and abs(cell) < _EXACT
        return str(int(cell)) if is_whole else f"{cell:.10g}"
    return clean(str(cell))


def is_empty(cell: Cell) -> bool:
    """Return whether *cell* says nothing: blank, a dash, or a prompt such as ``< Select >``."""
    if cell is None:
        return True
    if not isinstance(cell, str):
        return False
    # Nearly every cell begins with a letter or a figure and is not "n/a".
    if cell[:1].isalnum() and len(cell) > len("n/a"):
        return False
    written = cell.strip().casefold()
    if written in _DASHES:
        return True
    return bool(_MARKED.match(written) and _PLACEHOLDER.match(f"<{fold(written)}>"))


def text(cell: Cell, _setting: Setting) -> Reading:
    """Return text on one line."""
    return Reading(one_line(shown(cell)) or None)


def long_text(cell: Cell, _setting: Setting) -> Reading:
    """Return text with its line breaks."""
    return Reading(shown(cell) or None)


def reference(cell: Cell, _setting: Setting) -> Reading:
    """Return the sender's own number as text, ``12`` rather than ``12.0``."""
    return Reading(one_line(shown(cell)).removesuffix(".") or None)


def title(cell: Cell, _setting: Setting) -> Reading:
    """Return the name of a project."""
    name = one_line(shown(cell))
    if len(name) > TITLE_LIMIT:
        short = name[:TITLE_LIMIT].rsplit(" ", 1)[0]
        return Reading(name, name, IssueCode.TITLE_TOO_LONG, short)
    return Reading(name or None, name)


def municipality(cell: Cell, setting: Setting) -> Reading:
    """Return the municipality's name; a known one in its right spelling."""
    written = one_line(shown(cell))
    key, is_exact = words.municipality_of(written, setting.vocabulary)
    if key is None:
        return Reading(written or None, written, IssueCode.MUNICIPALITY_UNKNOWN if written else None)
    name = setting.vocabulary.municipalities[key][0]
    if is_exact:
        return Reading(name, written)
    return Reading(name, written, IssueCode.MUNICIPALITY_SPELLING, name)


def status(cell: Cell, _setting: Setting) -> Reading:
    """Return the status."""
    written = one_line(shown(cell))
    return Reading(Status(named), written) if (named := choices.named(Status, written)) else words.status(written)


def themes(cell: Cell, setting: Setting) -> Reading:
    """Return the keys of the themes."""
    return words.themes(shown(cell), setting.vocabulary)


def period(cell: Cell, setting: Setting) -> Reading:
    """Return a period."""
    return dates.period(cell, year=setting.year, is_1904=setting.is_1904)


def day(cell: Cell, setting: Setting) -> Reading:
    """Return a day; what cannot be read as one is asked about."""
    return dates.period(cell, is_1904=setting.is_1904)


def money(cell: Cell, setting: Setting) -> Reading:
    """Return whole kronor."""
    return amounts.amount(cell, setting.unit)


def list_of_texts(cell: Cell, setting: Setting) -> Reading:
    """Return the several values of a cell; themes and municipalities of the programme are not torn apart."""
    written = shown(cell)
    return Reading(several(written, words.whole_names(setting.vocabulary)) or None, written)


def global_goals(cell: Cell, _setting: Setting) -> Reading:
    """Return numbers of global goals."""
    return words.goals(shown(cell))


def yes_or_no(cell: Cell, _setting: Setting) -> Reading:
    """Return true or false."""
    return words.yes_or_no(shown(cell))


def possibility(cell: Cell, _setting: Setting) -> Reading:
    """Return yes, maybe or no."""
    written = shown(cell)
    return (
        Reading(Possibility(named), written)
        if (named := choices.named(Possibility, written))
        else words.possibility(written)
    )


def confidential(cell: Cell, _setting: Setting) -> Reading:
    """Return false for a plain no, else the reason; a bare yes is a reason that says just that."""
    written = one_line(shown(cell))
    answer = words.yes_or_no(written)
    return Reading(value=None if answer.value is False else written or None, written=written)


def funding_nature(cell: Cell, _setting: Setting) -> Reading:
    """Return whether money is given once or every year."""
    return choices.choice(FundingNature, shown(cell))


def municipality_role(cell: Cell, _setting: Setting) -> Reading:
    """Return what the municipality is in the project."""
    return choices.choice(MunicipalityRole, shown(cell))


def maturity(cell: Cell, _setting: Setting) -> Reading:
    """Return the maturity step."""
    return choices.choice(Maturity, shown(cell))


def actor_types(cell: Cell, _setting: Setting) -> Reading:
    """Return the kinds of actors."""
    return choices.several(ActorType, shown(cell))
