"""A day as it was stated: one day, several, a season, or words that no day can be read from."""

from __future__ import annotations

from typing import Any

from typing_extensions import override

from smartstad_desktop.domain.values import Period
from smartstad_desktop.text.governance.phrases import stated_day
from smartstad_desktop.text.phrases import current
from smartstad_desktop.ui.kit.calm_fields import LineField


class StatedField(LineField):
    """One line; the value is a period, or the words themselves where they are unclear."""

    @override
    def parse(self, text: str) -> Period | str | None:
        """Return the day or days it means, or the words."""
        from smartstad_desktop.exchange.cells import dates  # noqa: PLC0415  what reads lists is loaded when it is needed

        words = text.strip()
        if not words:
            return None
        found = dates.period(words).value
        return found if isinstance(found, Period) else words

    @override
    def shown(self, value: Any) -> str:
        """Return it as it was stated."""
        return stated_day(value, current())
