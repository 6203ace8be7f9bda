"""Calm fields for values that are written in one line: amounts, whole numbers, times and days."""

from __future__ import annotations

from datetime import date
from typing import Any

from typing_extensions import override

from smartstad_desktop.domain.programme.programme import NumberUnreadable
from smartstad_desktop.domain.project_fields import AmountUnreadable, DayUnreadable, TimeUnreadable
from smartstad_desktop.domain.values import Period, Precision
from smartstad_desktop.text.phrases import current
from smartstad_desktop.ui.kit.calm_fields import LineField
from smartstad_desktop.ui.kit.parts import Type, text_font


class MoneyField(LineField):
    """An amount: ``700 tkr``, ``0,7 mkr``, ``700 000 kr``."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__(name, label)
        self.line.setFont(text_font(Type.BODY, figures=True))

    @override
    def parse(self, text: str) -> int | None:
        """Return whole kronor."""
        from smartstad_desktop.exchange.cells import money  # noqa: PLC0415  what reads lists is loaded when it is needed

        if not text.strip():
            return None
        found = money.amount(text)
        if not isinstance(found.value, int):
            raise AmountUnreadable(field=self.name)
        return found.value

    @override
    def shown(self, value: Any) -> str:
        """Return the amount in full."""
        return "" if value is None else current().money(value)


class NumberField(LineField):
    """A whole number from zero."""

    @override
    def parse(self, text: str) -> int | None:
        """Return the number."""
        plain = "".join(text.split())
        if plain and not plain.isdecimal():
            raise NumberUnreadable(field=self.name, text=text.strip())
        return int(plain) if plain else None

    @override
    def shown(self, value: Any) -> str:
        """Return the number with blanks between thousands."""
        return "" if value is None else current().number(value)


class PeriodField(LineField):
    """A time as people say it: ``Q3 2026``, ``hösten 2026``, ``mars 2026``."""

    @override
    def parse(self, text: str) -> Period | None:
        """Return the first and last day it may mean."""
        return _period(text, self.name)

    @override
    def shown(self, value: Any) -> str:
        """Return it as exactly as it was written."""
        return current().period(value) if isinstance(value, Period) else str(value or "")


class DayField(LineField):
    """A single day."""

    @override
    def parse(self, text: str) -> date | None:
        """Return the day."""
        try:
            found = _period(text, self.name)
        except TimeUnreadable as error:
            raise DayUnreadable(field=self.name) from error
        if found is not None and (found.precision is not Precision.DAY or found.first != found.last):
            raise DayUnreadable(field=self.name)
        return None if found is None else found.first

    @override
    def shown(self, value: Any) -> str:
        """Return it in words."""
        return "" if value is None else current().day(value)


def _period(text: str, name: str) -> Period | None:
    from smartstad_desktop.exchange.cells import dates  # noqa: PLC0415  what reads lists is loaded when it is needed

    if not text.strip():
        return None
    found = dates.period(text.strip())
    if not isinstance(found.value, Period):
        raise TimeUnreadable(field=name)
    return found.value
