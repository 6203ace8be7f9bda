"""A calm field for a number that may have decimals."""

from __future__ import annotations

from typing import Any

from typing_extensions import override

from smartstad_desktop.domain.goals.goal_fields import FigureUnreadable
from smartstad_desktop.text.phrases import current
from smartstad_desktop.ui.kit.calm_fields import LineField


class FigureField(LineField):
    """A number that may have decimals, written with a comma or a point."""

    @override
    def parse(self, text: str) -> float | None:
        """Return the number."""
        plain = "".join(text.split()).replace(",", ".").replace("−", "-")
        if not plain:
            return None
        try:
            return float(plain)
        except ValueError as error:
            raise FigureUnreadable(field=self.name, text=text.strip()) from error

    @override
    def shown(self, value: Any) -> str:
        """Return the number as it is written in the language of the window."""
        return "" if value is None else figure(value)


def figure(value: float) -> str:
    """Return a number with as many decimals as it has, two at most."""
    whole = round(value, 2)
    if whole == int(whole):
        return current().number(int(whole))
    mark = "." if current().language == "en" else ","
    return f"{whole:g}".replace(".", mark).replace("-", "−")
