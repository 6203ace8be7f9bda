"""A whole number without blanks between its figures, as a year is written."""

from __future__ import annotations

from typing import Any

from typing_extensions import override

from smartstad_desktop.ui.kit.calm_values import NumberField


class PlainNumber(NumberField):
    """A year or a small number."""

    @override
    def shown(self, value: Any) -> str:
        """Return the figures."""
        return "" if value is None else str(value)
