"""What is typed into a cell and what stands there: values as figures, letters of columns, verdicts of pairs."""

from __future__ import annotations

from math import isfinite
from typing import Final, TypeAlias

from smartstad_desktop.domain.workshop.meeting import Phase
from smartstad_desktop.domain.workshop.voting import EFFORT, HUNDRED, IMPACT, IN_COLUMNS, Method
from smartstad_desktop.reads.workshop.rounds import RoundSheet
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.workshop.ballots.ballot_table import BallotTable, name_of, waiting

#: What a cell gets: a value for each axis, None to take the answer away.
Typed: TypeAlias = tuple[tuple[str, float | None], ...]
_WINS, _EQUAL, _LOSES = 1.0, 0.5, 0.0
_VERDICTS: Final = {"a": _WINS, "1": _WINS, "b": _LOSES, "2": _LOSES, "=": _EQUAL, "0": _EQUAL}
_SHOWN: Final = {_WINS: "A", _EQUAL: "=", _LOSES: "B"}
#: So many are named on the button that asks for them; more would not fit beside the others.
_FEW: Final = 2


def column_names(sheet: RoundSheet) -> tuple[str, ...]:
    """Return what the columns are called, from the best."""
    if sheet.columns:
        return sheet.columns
    if sheet.method is Method.MOSCOW:
        return _("Must"), _("Should"), _("Could"), _("Not now")
    return _("Now"), _("Next"), _("Later"), _("Not now")


def parse(sheet: RoundSheet, text: str, axis: str = "") -> Typed | None:
    """Return what *text* means in a cell of *sheet*; an empty text takes the answer away, None is not understood."""
    plain = text.strip().casefold()
    method = sheet.method
    if method is Method.IMPACT_EFFORT:
        return _both(plain)
    if not plain or plain in {"-", "–"}:
        return ((axis, None),)
    if method in IN_COLUMNS:
        value = _column(plain, column_names(sheet))
    elif method is Method.PAIRS:
        value = _VERDICTS.get(plain)
    else:
        value = _number(plain)
    return None if value is None else ((axis, value),)


def _both(plain: str) -> Typed | None:
    words = plain.replace(";", " ").replace("/", " ").split()
    if not words:
        return (IMPACT, None), (EFFORT, None)
    values = [_number(word) for word in words]
    if len(values) > len((IMPACT, EFFORT)) or None in values:
        return None
    return tuple(zip((IMPACT, EFFORT), values, strict=False))


def _column(plain: str, names: tuple[str, ...]) -> float | None:
    if plain.isdecimal():
        return float(plain) - 1
    found = [number for number, name in enumerate(names) if name.casefold().startswith(plain)]
    return float(found[0]) if len(found) == 1 else None


def _number(plain: str) -> float | None:
    try:
        value = float(plain.replace(",", "."))
    except ValueError:
        return None
    return value if isfinite(value) else None


def shown(sheet: RoundSheet, values: tuple[float | None, ...]) -> str:
    """Return what stands in a cell; nothing where there is no answer."""
    if all(value is None for value in values):
        return ""
    first = values[0]
    if sheet.method in IN_COLUMNS and first is not None:
        return _letter(column_names(sheet), int(first))
    if sheet.method is Method.PAIRS and first is not None:
        return _SHOWN.get(first, "")
    return " ".join("–" if value is None else figure(value) for value in values)


def _letter(names: tuple[str, ...], column: int) -> str:
    initials = [name[:1].upper() for name in names]
    if column >= len(names):
        return str(column + 1)
    return initials[column] if len(set(initials)) == len(initials) else str(column + 1)


def figure(value: float) -> str:
    """Return a value with a decimal only where it has one."""
    return current().number(value, 0 if value == int(value) else 1)


def hint(sheet: RoundSheet) -> str:
    """Return how to write at speed."""
    match sheet.method:
        case Method.IMPACT_EFFORT:
            return _("7 space 4 · Tab: next item · Enter: next to answer")
        case Method.COLUMNS | Method.MOSCOW:
            letters = ", ".join(_letter(column_names(sheet), each) for each in range(len(column_names(sheet))))
            return _("{letters} or a figure · Tab: next item · Enter: next to answer", letters=letters)
        case Method.PAIRS:
            return _("Write A, B or =. The next pair comes by itself, Enter goes to who is next")
        case _:
            return _("Write figures, Tab to the next, Enter to who is next")


def heading(sheet: RoundSheet) -> str:
    """Return what is being written: the scale, or how much there is to give."""
    return _("Answers · {what}", what=_scale_words(sheet))


def _scale_words(sheet: RoundSheet) -> str:
    rules = sheet.rules
    if sheet.method is Method.DOTS:
        return ngettext("{count} dot each", "{count} dots each", rules.marks)
    if sheet.method in IN_COLUMNS:
        return ", ".join(column_names(sheet))
    lowest, highest = (figure(end) for end in rules.scale)
    words = {
        Method.IMPACT_EFFORT: _("benefit and effort {lowest}–{highest}", lowest=lowest, highest=highest),
        Method.THREE_TWO_ONE: _("3, 2 and 1 point"),
        Method.HUNDRED: _("{sum} kronor each", sum=HUNDRED),
        Method.RANKING: _("places {lowest}–{highest}", lowest=lowest, highest=highest),
        Method.FIST: _("fingers {lowest}–{highest}", lowest=lowest, highest=highest),
        Method.CRITERIA: _("scores {lowest}–{highest}", lowest=lowest, highest=highest),
        Method.PAIRS: _("pair by pair"),
    }
    return words[sheet.method]


def status(table: BallotTable, column: int) -> str:
    """Return what is still missing on a ballot, in one sentence."""
    caster = table.casters[column]
    name, count = name_of(caster), table.left(column)
    if caster.is_blank:
        return _("{name} abstains.", name=name)
    if caster.is_done:
        return _("{name} is done. Open the ballot to change it.", name=name)
    if count <= 0:
        return _("{name}: all is given. Enter says that the ballot is done.", name=name)
    match table.sheet.method:
        case Method.DOTS:
            return ngettext("{name}: {count} dot left", "{name}: {count} dots left", count, name=name)
        case Method.HUNDRED:
            return ngettext("{name}: {count} krona left", "{name}: {count} kronor left", count, name=name)
        case Method.THREE_TWO_ONE:
            return ngettext("{name}: {count} number left", "{name}: {count} numbers left", count, name=name)
        case Method.PAIRS:
            return ngettext("{name}: {count} pair left", "{name}: {count} pairs left", count, name=name)
        case _:
            return ngettext("{name}: {count} answer left", "{name}: {count} answers left", count, name=name)


def progress(sheet: RoundSheet) -> str:
    """Return how many have answered."""
    turnout = sheet.turnout
    return _("{done} of {total} have answered", done=turnout.answered, total=turnout.asked)


def who_is_missing(sheet: RoundSheet) -> str:
    """Return whom to ask, as a button says it; nothing when nobody is missing."""
    names = [name_of(caster) for caster in waiting(sheet)]
    if not names or sheet.phase is not Phase.SILENT:
        return ""
    if len(names) > _FEW:
        return ngettext("Ask {count} who is missing", "Ask {count} who are missing", len(names))
    return _("Ask {names}", names=listed(names))


def missing_sentence(sheet: RoundSheet) -> str:
    """Return who is missing by name, to be read aloud."""
    names = [name_of(caster) for caster in waiting(sheet)]
    return _("Still to answer: {names}.", names=listed(names)) if names else ""


def listed(names: list[str]) -> str:
    """Return names as one says them: a, b and c."""
    if len(names) < 2:  # noqa: PLR2004  one name needs no "and"
        return "".join(names)
    return ", ".join(names[:-1]) + _(" and ") + names[-1]
