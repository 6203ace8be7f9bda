"""Amounts as municipalities write them, to whole kronor."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from smartstad_desktop.domain.lists.lists import IssueCode
from smartstad_desktop.domain.values import Kronor
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.exchange.cells.reading import Cell, Reading

KRONOR: Final = 1
THOUSANDS: Final = 1_000
MILLIONS: Final = 1_000_000
#: Plain numbers from here on are kronor; below, the lists of municipalities mean thousands.
PLAIN_KRONOR: Final = 10_000
#: No single project in a list costs this much; a figure above it has another unit than its column.
ABSURD: Final = 1_000_000_000

_ABOUT: Final = re.compile(
    r"^(ca\.?|c:a|cirka|circa|omkring|runt|omtrent|ungefär|ung\.?|uppskattat|uppsk\.?|beräknat|preliminärt|prel\.?"
    r"|max\.?|maximalt|högst|upp till|inntil|minst|drygt|knappt|totalt|budget|approx\.?|about|≈|~|kr\.?|sek|nok"
    r"|dkk)\s*:?\s*"
)
_NUMBER: Final = r"\d{1,3}(?:[ .,'’]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?"
_UNIT: Final = (
    r"mdkr|miljarder|miljard|mdr|mnkr|mkr|mill(?:ioner)?\.?|mio\.?|milj(?:oner|on)?\.?|msek|mnok|mn"
    r"|tkr|t\. ?kr\.?|kkr|ksek|tsek|tnok|tusen|ts\.?|t|k"
)
_CURRENCY: Final = r"kronor|kroner|krona|kr\.?|sek|nok|dkk"
_END: Final = r"(?::-|,-|\.-|;-)"
_TAIL: Final = r"(?:\(?(?:exkl?|inkl?|eks|ekskl|inkl)\.? ?(?:moms|mva)\.?\)?|totalt|i alt|\(ca\)|\(prel\.?\))?"
_AMOUNT: Final = re.compile(
    rf"^(?P<sign>-|\()?\s*(?P<number>{_NUMBER}) ?(?P<mark>{_END})? ?(?P<unit>{_UNIT})? ?(?P<currency>{_CURRENCY})?"
    rf" ?(?P<mark2>{_END})?\.? ?\)? ?{_TAIL}$"
)
# What most cells hold, and what is read the quickest.
_SIMPLE: Final = re.compile(r"(\d{1,9})(?: ?(?:(tkr|mkr)|(kr|kronor|kroner)))?")
_RANGE: Final = re.compile(
    rf"^(?:mellan )?(?P<low>{_NUMBER}) ?(?P<low_unit>{_UNIT})? ?(?:{_CURRENCY})? ?(?:-|till|til|och|to|/) ?"
    rf"(?P<high>{_NUMBER}) ?(?P<unit>{_UNIT})? ?(?P<currency>{_CURRENCY})? ?{_END}?$"
)
_SOMEWHERE: Final = re.compile(rf"(?P<number>{_NUMBER}) ?(?P<unit>{_UNIT})?\b ?(?P<currency>{_CURRENCY})?")
_FOREIGN: Final = re.compile(r"[$€£]|\b(eur|euro|usd|gbp|kn|hrk|dollar)\b")
_NOTHING: Final = frozenset(
    {
        *("", "saknas", "okant", "oklart", "ej klart", "ej faststalld", "ej faststallt", "ej beraknad", "ej beraknat"),
        *("inget", "ingen", "inga", "na", "n a", "ukjent", "ikke avklart", "ikke avklaret", "tbd", "unknown", "none"),
        *(
            "ej budgeterat",
            "ej beslutad",
            "ej beslutat",
            "vet ej",
            "vet inte",
            "uppgift saknas",
            "data saknas",
            "inom ram",
        ),
    }
)
_MANY: Final = {
    **dict.fromkeys(("mdkr", "miljarder", "miljard", "mdr"), 1_000_000_000),
    **dict.fromkeys(("tkr", "kkr", "ksek", "tsek", "tnok", "tusen", "ts", "t", "k"), THOUSANDS),
}


def unit_of_heading(heading: str) -> int | None:
    """Return how many kronor one in the column is, as its heading says, or None where it is silent."""
    words = f" {fold(heading)} "
    if re.search(r" (mkr|mnkr|mnok|msek|milj|mill|miljoner|millioner|million|millions|mio|mn) ", words):
        return MILLIONS
    if re.search(
        r" (tkr|t kr|kkr|tsek|ksek|tnok|tusen|thousand|thousands|tusental|tusenlapper|1000 ?(kr|kronor|kroner|sek|nok)"
        r"|1000 tal|k?kkr) ",
        words,
    ):
        return THOUSANDS
    if re.search(r" (kr|kronor|kroner|sek|nok|dkk) ", words):
        return KRONOR
    return None


def unit_by_size(numbers: list[float]) -> int:
    """Return the likely unit of plain *numbers* under a heading that does not say it."""
    above = sorted(abs(number) for number in numbers if number)
    if not above:
        return THOUSANDS
    middle = above[len(above) // 2]
    # A column such as 0.2, 0.5, 1.2 is in millions; nobody budgets two hundred kronor.
    if above[-1] < 50 and any(number != int(number) for number in above):  # noqa: PLR2004  fifty million at most
        return MILLIONS
    return KRONOR if middle >= PLAIN_KRONOR else THOUSANDS


def amount(cell: Cell, unit: int | None = None) -> Reading:
    """Return whole kronor for *cell*; *unit* is what one plain figure means in its column."""
    if isinstance(cell, bool) or cell is None:
        return Reading()
    if isinstance(cell, int | float):
        return _checked(_plain(float(cell), unit), f"{cell:g}")
    if not isinstance(cell, str):
        return Reading(written=str(cell), issue=IssueCode.MONEY_UNREADABLE)
    return _from_text(cell, unit)


@lru_cache(maxsize=5_000)
def _from_text(written: str, unit: int | None) -> Reading:
    if simple := _SIMPLE.fullmatch(written):
        factor = _factor(simple[2], simple[3])
        number = int(simple[1])
        return _checked(number * factor if factor else _plain(number, unit), written)
    text = re.sub(r"[\s\u00a0\u202f]+", " ", written.casefold()).strip()
    text = re.sub(r"[−–—‒]", "-", text)
    if fold(text) in _NOTHING:
        return Reading(written=written if any(c.isalpha() for c in text) else "")
    if _FOREIGN.search(text):
        return Reading(written=written, issue=IssueCode.MONEY_CURRENCY)
    bare = text
    while (shorter := _ABOUT.sub("", bare)) != bare:
        bare = shorter
    found = _AMOUNT.match(bare)
    if not found:
        return Reading(written=written, issue=IssueCode.MONEY_UNREADABLE, suggestion=_guess(bare, unit))
    number = found["number"]
    factor = _factor(found["unit"], found["currency"] or found["mark"] or found["mark2"] or _currency_before(text))
    if _may_be_either(number, factor or unit):
        return Reading(
            written=written, issue=IssueCode.MONEY_UNREADABLE, suggestion=_kronor(_grouped(number), factor or unit)
        )
    value = _number(number, factor or unit)
    if found["sign"]:
        value = -value
    return _checked(Kronor(round(value * factor)) if factor else _plain(value, unit), written)


def _checked(value: int, written: str) -> Reading:
    if value < 0:
        return Reading(written=written, issue=IssueCode.MONEY_NEGATIVE, suggestion=-value)
    if value >= ABSURD:
        return Reading(written=written, issue=IssueCode.MONEY_UNIT, suggestion=value // THOUSANDS)
    return Reading(value=value, written=written)


def _plain(number: float, unit: int | None) -> int:
    if unit is None:
        unit = KRONOR if abs(number) >= PLAIN_KRONOR else THOUSANDS
    return round(number * unit)


def _currency_before(text: str) -> str | None:
    found = re.match(rf"(?:{_CURRENCY})\b", text)
    return found[0] if found else None


def _factor(unit: str | None, currency: str | None) -> int | None:
    if unit:
        return THOUSANDS if unit.startswith("t") else _MANY.get(unit.rstrip("."), MILLIONS)
    return KRONOR if currency else None


def _may_be_either(number: str, factor: int | None) -> bool:
    """Return whether ``1.200`` may be one thousand two hundred as well as one point two."""
    return bool(re.fullmatch(r"\d{1,3}[.,]\d{3}", number)) and factor not in {KRONOR, MILLIONS}


def _grouped(number: str) -> float:
    return float(re.sub(r"[ .,'’]", "", number))


def _number(number: str, factor: int | None) -> float:
    """Return the figure; the last of two different marks is the decimal mark, a mark before three figures groups."""
    compact = re.sub(r"[ '’]", "", number)
    marks = re.findall(r"[.,]", compact)
    if not marks:
        return float(compact)
    whole, _mark, decimals = compact.rpartition(marks[-1])
    repeats = len(marks) > 1 and len(set(marks)) == 1
    groups = repeats or (len(decimals) == 3 and factor == KRONOR)  # noqa: PLR2004  figures in a group
    if groups:
        return _grouped(compact)
    return float(f"{re.sub('[.,]', '', whole)}.{decimals}")


def _kronor(value: float, factor: int | None) -> int:
    return round(value * factor) if factor else _plain(value, None)


def _guess(text: str, unit: int | None) -> int | None:
    """Return the middle of a range, or the only amount in a sentence, to offer as an answer."""
    text = re.sub(r"\([^)]*\)", " ", text).strip()
    if " + " in text:
        parts = [_from_text(part, unit).value for part in text.split(" + ")]
        amounts_of = [part for part in parts if isinstance(part, int)]
        return sum(amounts_of) if len(amounts_of) == len(parts) else None
    found = _RANGE.match(text)
    if found:
        factor = _factor(found["unit"], found["currency"]) or unit
        low_factor = _factor(found["low_unit"], None) or factor
        low, high = _number(found["low"], low_factor), _number(found["high"], factor)
        return round((_kronor(low, low_factor) + _kronor(high, factor)) / 2)
    amounts = [m for m in _SOMEWHERE.finditer(text) if m["unit"] or m["currency"]]
    if len(amounts) != 1:
        return None
    factor = _factor(amounts[0]["unit"], amounts[0]["currency"])
    return _kronor(_number(amounts[0]["number"], factor), factor)
