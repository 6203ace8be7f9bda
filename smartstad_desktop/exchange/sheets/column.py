"""One column of a project list, as data."""

from __future__ import annotations

from dataclasses import dataclass, field

from smartstad_desktop.domain.values import Named
from smartstad_desktop.exchange.cells import cells
from smartstad_desktop.exchange.cells.cells import Parse
from smartstad_desktop.exchange.cells.showing import Show, show_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its key, its heading per language, other headings that mean it, and how its cells are read.

    ``weak`` holds words that fit several columns; the look of the values decides between them.
    """

    key: str
    heading: Named
    parse: Parse = cells.text
    synonyms: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    width: int = 18
    is_required: bool = False
    hint: Named = field(default_factory=lambda: Named(""))

    @property
    def show(self) -> Show:
        """Return what writes a value into a cell."""
        return show_for(self.parse)


def column(
    key: str,
    heading: str,
    parse: Parse = cells.text,
    *,
    also: str = "",
    weak: str = "",
    width: int = 18,
    required: bool = False,
    hint: str = "",
) -> Column:
    """Return a column from texts with ``|`` between the languages (sv, nb, en) or between the words."""
    return Column(
        key=key,
        heading=Named(*heading.split("|")),
        parse=parse,
        synonyms=tuple(word for word in also.split("|") if word),
        weak=tuple(word for word in weak.split("|") if word),
        width=width,
        is_required=required,
        hint=Named(*hint.split("|")),
    )
