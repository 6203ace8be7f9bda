"""Examples of what happens to municipalities themselves."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.usecases.programme import succession
from tests.support.commands.finding import Example
from tests.support.commands.finding import untyped as _any

NEW_YEAR = date(2028, 1, 1)

EXAMPLES: dict[str, Example] = {
    "RenameMunicipality": lambda _: succession.RenameMunicipality(
        municipality=_any(1), name="Nya kommunen", short_name="Nya", since=NEW_YEAR
    ),
    "MergeMunicipalities": lambda _: succession.MergeMunicipalities(before=_any((1, 2)), into=_any(3), since=NEW_YEAR),
    "SplitMunicipality": lambda _: succession.SplitMunicipality(
        municipality=_any(3),
        fields={"name": "Delade kommunen", "mark": "DE", "colour": "#3C5AA6"},
        since=NEW_YEAR,
    ),
}
