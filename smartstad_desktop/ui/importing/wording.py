"""Values and fields of a list in the words of the window."""

from __future__ import annotations

import re
from typing import Final

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists.list_columns import OWN_FIELD
from smartstad_desktop.domain.lists.lists import SheetKind, Value
from smartstad_desktop.domain.values import Period, Precision
from smartstad_desktop.exchange.cells.showing import Wording
from smartstad_desktop.exchange.sheets.columns import MONEY
from smartstad_desktop.exchange.sheets.sheet_kinds import FORMS
from smartstad_desktop.text.fields import FIELDS, field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import NO_BREAK, _, current
from smartstad_desktop.ui.importing.masking import masked_people

_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_OWN_NAMES: Final = {
    "theme": "themes",
    "sdg": "sdgs",
    "municipality": "municipality_id",
    "confidential": "is_confidential",
}


def title_of(field: str, kind: SheetKind = SheetKind.PROJECTS) -> str:
    """Return what a column is called in the window."""
    if field.startswith(OWN_FIELD):
        return field.removeprefix(OWN_FIELD)
    name = _OWN_NAMES.get(field, field)
    if kind is SheetKind.PROJECTS and name in FIELDS:
        return field_name(name)
    columns = FORMS[kind].by_key
    return columns[field].heading.in_language(current().language) if field in columns else field


def value_words(field: str, value: Value | None, themes: dict[str, str], kind: SheetKind = SheetKind.PROJECTS) -> str:
    """Return a value as the window writes it; *themes* are names by key. What points at a person is masked."""
    words = plain_words(field, value, themes, kind)
    return masked_people(words) if isinstance(value, str | tuple) else words


def plain_words(field: str, value: Value | None, themes: dict[str, str], kind: SheetKind = SheetKind.PROJECTS) -> str:
    """Return a value in full, as it is written into a field."""
    if value is None or value in ("", ()):
        return _("nothing")
    if field in MONEY and isinstance(value, int):
        return current().money(value)
    if isinstance(value, Period):
        return period_words(value)
    columns = FORMS[kind].by_key
    if field in columns:
        return str(columns[field].show(value, Wording(phrases=current(), themes=themes)))
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def period_words(value: Period) -> str:
    """Return a period in words: as written, but a plain day as the window writes days."""
    if value.precision is Precision.DAY and value.first == value.last:
        return current().day(value.first)
    return value.written or f"{current().day(value.first)} – {current().day(value.last)}"


def days_words(value: Period) -> str:
    """Return the first and the last day of a period; a year that both share is said once."""
    first, last = current().day(value.first), current().day(value.last)
    if value.first.year == value.last.year:
        first = first.removesuffix(str(value.first.year)).rstrip()
    return f"{first} – {last}"


def years_words(start: Value | None, end: Value | None) -> str:
    """Return the years from start to end, one year once."""
    years = [
        value.first.year if index == 0 else value.last.year
        for index, value in enumerate((start, end))
        if isinstance(value, Period)
    ]
    return "–".join(dict.fromkeys(map(str, years)))


def short(text: str, limit: int = 90) -> str:
    """Return *text* on one line, cut where it is longer than *limit*."""
    # Only what breaks lines: the blanks inside an amount must go on holding it together.
    plain = _BLANKS.sub(" ", text).strip()
    return plain if len(plain) <= limit else plain[: limit - 1].rstrip() + NO_BREAK + "…"


def within(name: str) -> str:
    """Return the name of a field as it stands inside a sentence."""
    return name[:1].lower() + name[1:]


def status_choices() -> list[tuple[str, str]]:
    """Return the statuses a person can choose from, as key and name."""
    return [(status.value, label(status)) for status in Status]
