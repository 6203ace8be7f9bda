"""Dates as municipalities write them: first day, last day and how exactly. No day is ever invented."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from smartstad_desktop.domain.lists.lists import IssueCode
from smartstad_desktop.domain.values import Period, Precision
from smartstad_desktop.exchange.cells.date_words import MONTHS, OPEN, ORDINALS, SEASONS
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.exchange.cells.reading import Cell, Reading

_LEAD: Final = re.compile(
    r"^(ca|cirka|circa|omkring|runt|den|d|senast|senest|fran och med|fran|fra|from|fom|till och med|tom|till|til|innan"
    r"|klart|klar|start|startar|startade|slut|slutar|planerad|planeras|berakna[dt]|prel|preliminart|ar|under|i|om) "
)
_TAIL: Final = re.compile(
    r"[ ,]+(prel|preliminart|prelimin[a-z]*|ca|cirka|planerat|planerad|planlagt|beraknat|beraknad|est|estimat"
    r"|forventet|enl plan|enligt plan|uppskattat|tentativt|senast|klart|start)$"
)
_SERIAL: Final = re.compile(r"[2-7]\d{4}(?:[.,]\d{1,10})?")
# Month before day, as Americans write it; nobody means it here, but it is worth offering.
_AMERICAN: Final = re.compile(r"(?P<m>0?[1-9]|1[0-2])/(?P<d>1[3-9]|2\d|3[01])/(?P<y>20\d\d)")
_FROM: Final = re.compile(r"(fr\.? ?o\.? ?m|från|fra|from|fom|start|sedan|siden|since)\b(?!.*(-|till?|to|t\.?o\.?m)\b)")
_UNTIL: Final = re.compile(r"(t\.? ?o\.? ?m|tom|till|til|senast|senest|klart?|ferdig|slut|innan|until|by)\b")
_OPEN_END: Final = re.compile(
    r"-\s*(pågår|pågående|tills ?vidare|löpande|ongoing|löpende|løpende|fortløpende|tv|inget slutdatum|drift)\.?$"
)
_Y: Final = r"(?P<y>(?:19|20)\d\d|\d\d)"
_SERIAL_FIRST, _SERIAL_LAST = 20_000, 80_000
_YEAR_FIRST, _YEAR_LAST = 1950, 2100

Span = tuple[date, date, Precision]


def period(cell: Cell, *, year: int | None = None, is_1904: bool = False) -> Reading:
    """Return the period *cell* means; *year* helps where only a week or month is written."""
    if cell is None or isinstance(cell, bool):
        return Reading()
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return Reading(Period(cell, cell, Precision.DAY, cell.isoformat()), cell.isoformat())
    if isinstance(cell, int | float):
        return _from_number(float(cell), is_1904=is_1904)
    if _SERIAL.fullmatch(cell.strip()):
        return _from_number(float(cell.strip().replace(",", ".")), is_1904=is_1904)
    return _from_text(cell, year)


def ends_of(written: str) -> tuple[str, ...]:
    """Return which ends of a project a written period tells: ``2021–`` only says when it began."""
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", written.casefold()).strip()
    if text.endswith("-") or _FROM.match(text) or _OPEN_END.search(text):
        return ("start",)
    return ("end",) if _UNTIL.match(text) else ("start", "end")


def _from_number(number: float, *, is_1904: bool) -> Reading:
    written = f"{number:g}" if number < _SERIAL_LAST else f"{number:.0f}"
    if number == 0:
        return Reading()
    if _SERIAL_FIRST <= number <= _SERIAL_LAST:
        day = (date(1904, 1, 1) if is_1904 else date(1899, 12, 30)) + timedelta(days=int(number))
        return Reading(Period(day, day, Precision.DAY, day.isoformat()), day.isoformat())
    if number == int(number):
        return _from_text(str(int(number)), None)
    return Reading(written=written, issue=IssueCode.DATE_UNREADABLE)


@lru_cache(maxsize=5_000)
def _from_text(written: str, year: int | None) -> Reading:
    text = fold_date(written)
    if not fold(text) or fold(text) in OPEN:
        return Reading(written=written if fold(text) else "")
    if american := _AMERICAN.fullmatch(text):
        day = _day(int(american["y"]), int(american["m"]), int(american["d"]))
        suggestion = Period(*day, written) if day else None
        return Reading(written=written, issue=IssueCode.DATE_UNREADABLE, suggestion=suggestion)
    text = _without_open_end(text)
    span = _span(text) or _range(text, None)
    if span:
        return Reading(Period(*span, written), written)
    if year:
        span = _span(f"{text} {year}") or _range(text, year)
        if span:
            assumed = Period(*span, written)
            return Reading(assumed, written, IssueCode.DATE_YEAR_ASSUMED, assumed)
    return Reading(written=written, issue=IssueCode.DATE_UNREADABLE)


def _without_open_end(text: str) -> str:
    """Return what stands before the dash of ``2025 - pågår``."""
    left, dash, right = text.rpartition("-")
    return left.strip() if dash and left.strip() and fold(right) in OPEN else text


def fold_date(written: str) -> str:
    """Return a written date with small plain letters, one kind of dash, and no words in front that say nothing."""
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", written.casefold())
    text = re.sub(r"\bfr\.? ?o\.? ?m\b\.?", "from ", text)
    text = re.sub(r"\bt\.? ?o\.? ?m\b\.?", " tom ", text)
    text = re.sub(r"[^\w\s./:,'’-]", " ", text)
    text = "".join(fold(c) if c.isalpha() else c for c in text)
    text = re.sub(r"\b([1-4])(?:[:.]?[aesdnt]{1,2}|[.:]) (?=kvartal|halvar|tertial)", r"\1 ", text)
    text = re.sub(r"\s+", " ", text).strip(" .,")
    while (shorter := _TAIL.sub("", _LEAD.sub("", text))) != text:
        text = shorter
    return text


def _year(text: str) -> int:
    return int(text) + 2000 if len(text) == 2 else int(text)  # noqa: PLR2004  two figures


def _day(year: int, month: int, day: int) -> Span | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return (found, found, Precision.DAY) if _YEAR_FIRST <= year <= _YEAR_LAST else None


def _months(year: int, first: int, last: int, precision: Precision) -> Span | None:
    if not (1 <= first <= last <= 12 and _YEAR_FIRST <= year <= _YEAR_LAST):  # noqa: PLR2004  months
        return None
    return date(year, first, 1), date(year, last, monthrange(year, last)[1]), precision


def _week(year: int, week: int) -> Span | None:
    try:
        first = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return first, first + timedelta(days=6), Precision.WEEK


def _plain_day(match: re.Match[str]) -> Span | None:
    return _day(_year(match["y"]), int(match["m"]), int(match["d"]))


def _plain_week(match: re.Match[str]) -> Span | None:
    return _week(_year(match["y"]), int(match["w"]))


def _plain_year(match: re.Match[str]) -> Span | None:
    return _months(int(match["y"]), 1, 12, Precision.YEAR)


def _winter(match: re.Match[str]) -> Span:
    last = _year(match["z"]) if match["z"] else _year(match["y"])
    first = _year(match["y"]) if match["z"] else last - 1
    return date(first, 12, 1), date(first + 1, 2, monthrange(first + 1, 2)[1]), Precision.SEASON


def _part(match: re.Match[str]) -> Span | None:
    """Return a quarter, half or third of a year."""
    kind = match["kind"] or match["kind2"]
    number = int(ORDINALS.get(match["n"] or match["n2"], match["n"] or match["n2"]))
    size = 6 if kind.startswith(("h", "half")) else 4 if kind.startswith("t") else 3
    precision = Precision.QUARTER if size == 3 else Precision.SEASON  # noqa: PLR2004  months in a quarter
    return _months(_year(match["y"]), (number - 1) * size + 1, number * size, precision)


def _named_month(match: re.Match[str]) -> Span | None:
    month = MONTHS.get(match["m"])
    if month is None:
        return None
    year = _year(match["y"])
    return _day(year, month, int(match["d"])) if match["d"] else _months(year, month, month, Precision.MONTH)


def _month_or_years(match: re.Match[str]) -> Span | None:
    """Return the month of ``2026-08``, or the two years of ``2026/27``."""
    year, other = int(match["y"]), int(match["m"])
    if 1 <= other <= 12:  # noqa: PLR2004  months
        return _months(year, other, other, Precision.MONTH)
    if year % 100 < other:
        return date(year, 1, 1), date(year // 100 * 100 + other, 12, 31), Precision.YEAR
    return None


def _season(match: re.Match[str]) -> Span | None:
    months = SEASONS.get(match["s"].strip())
    return _months(_year(match["y"]), *months, Precision.SEASON) if months else None


_SEP: Final = r" ?[-/.,'’]? ?'?"
_KIND: Final = r"kvartalet|kvartal|kvart|kv|q|k|quarter|halvaret|halvar|half|h|tertialet|tertial|t"
_NTH: Final = r"[1-4]|forsta|forste|andra|andre|annet|tredje|fjarde|fjerde"
_PATTERNS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Span | None]], ...]] = tuple(
    (re.compile(f"^{pattern}$"), make)
    for pattern, make in (
        (
            r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[ t]\d{1,2}[:.]\d\d(?:[:.]\d\d)?)?",
            _plain_day,
        ),
        (
            r"(?P<y>\d\d)-(?P<m>\d\d)-(?P<d>\d\d)",
            _plain_day,
        ),
        (
            rf"(?P<d>\d{{1,2}})[./-] ?(?P<m>\d{{1,2}})[./ -] ?{_Y}(?: \d{{1,2}}[:.]\d\d(?:[:.]\d\d)?)?",
            _plain_day,
        ),
        (r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)", _plain_day),
        (r"(?P<m>[a-z]+)\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>\d{4})", _named_month),
        (r"(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])", _month_or_years),
        (r"(?P<y>2\d|3[0-5])(?P<m>\d\d)(?P<d>\d\d)", _plain_day),
        (r"(?P<y>\d{4}) ?[-/.] ?(?P<m>\d{1,2})", _month_or_years),
        (r"(?P<m>\d{1,2})[-/.](?P<y>\d{4})", _month_or_years),
        (rf"(?:(?P<d>\d{{1,2}})(?:[.:]?[ae]?\.?) ?)?(?P<m>[a-z]+)\.?{_SEP}{_Y}", _named_month),
        (r"(?P<y>\d{4})[ ,-]+(?P<d>(?!))?(?P<m>[a-z]+)", _named_month),
        (
            rf"(?:(?P<kind>{_KIND})\.? ?(?P<n>[1-4])|(?P<n2>{_NTH}) ?(?P<kind2>{_KIND})\.?)(?: av| i)?{_SEP}{_Y}",
            _part,
        ),
        (rf"{_Y}[ ,-]*(?:(?P<kind>{_KIND})\.? ?(?P<n>[1-4])|(?P<n2>(?!))(?P<kind2>(?!)))", _part),
        (rf"(?:vintern|vinteren|vinter|winter|arsskiftet|arsskifte){_SEP}{_Y}(?:[/-](?P<z>\d{{2,4}}))?", _winter),
        (rf"(?P<s>[a-z ]+?){_SEP}{_Y}", _season),
        (r"(?P<y>\d{4})[ ,-]+(?P<s>[a-z ]+)", _season),
        (
            rf"(?:vecka|veckan|uke|uge|week|v|w|u)\.? ?(?P<w>\d{{1,2}}){_SEP}{_Y}",
            _plain_week,
        ),
        (r"(?P<y>\d{4})[ -]?(?:vecka|uke|v|w)\.? ?(?P<w>\d{1,2})", _plain_week),
        (r"(?P<y>(?:19|20)\d\d)(?:-|\.0)?", _plain_year),
    )
)


def _span(text: str) -> Span | None:
    for pattern, make in _PATTERNS:
        match = pattern.match(text)
        if match and (span := make(match)):
            return span
    return None


#: Days of one month, as a meeting that lasts: 13-14 juni 2017, 13 och 14 juni 2017.
_DAYS: Final = re.compile(r"(?P<first>\d{1,2})\.? ?(?:-|och|og|and) ?(?P<last>\d{1,2})\.? (?P<month>[a-z]+\.? \d{4})")
_COARSE: Final = (Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.YEAR)


def _range(text: str, year: int | None) -> Span | None:
    """Return the period of two ends; an end without a year has the other's."""
    if days := _DAYS.fullmatch(text):
        first, last = _span(f"{days['first']} {days['month']}"), _span(f"{days['last']} {days['month']}")
        return (first[0], last[1], Precision.DAY) if first and last and first[0] < last[1] else None
    for left, right in _splits(text):
        right_span = _span(right) or (_span(f"{right} {year}") if year else None) or _same_kind(left, right)
        if right_span is None:
            continue
        left_span = _span(left) or _span(f"{left} {right_span[0].year}") or _span(f"{left}/{right_span[0].year}")
        if left_span and left_span[0] <= right_span[1]:
            return left_span[0], right_span[1], max(left_span[2], right_span[2], key=_COARSE.index)
    return None


def _splits(text: str) -> list[tuple[str, str]]:
    marks = re.finditer(r" ?(?:-|/| till | til | t\.?o\.?m\.? | to | och med | og med )+ ?", text)
    return [
        (text[: m.start()].strip(), text[m.end() :].strip()) for m in marks if m.start() > 0 and m.end() < len(text)
    ]


def _same_kind(left: str, right: str) -> Span | None:
    """Return the end of ``v 34-36 2026``, whose word stands only at the left."""
    word = re.match(r"[a-z]+\.? ?", left)
    return _span(f"{word[0]}{right}") if word else None
