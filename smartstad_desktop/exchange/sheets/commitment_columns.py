"""The columns of the sheet with the plan's measures: what the plan says, and what the municipality answers."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.exchange.cells import cells, sheet_cells
from smartstad_desktop.exchange.sheets.column import Column, column
from smartstad_desktop.exchange.sheets.columns import ROW_KEY

#: The years that a budget can be told for, each in a column of its own; a workbook shows those of its plan.
_YEARS: Final = range(2020, 2046)
_BY_YEAR: Final = "budget_"

COLUMNS: Final[tuple[Column, ...]] = (
    column(ROW_KEY, "SMARTstad-id|SMARTstad-id|SMARTstad id", cells.reference, width=12),
    column("title", "Åtgärd|Tiltak|Measure", cells.title, also="Planens åtgärd|Planens tiltak", width=36),
    column("what", "Vad ska göras|Hva skal gjøres|What is to be done", cells.long_text, also="Vad|Hva|What", width=44),
    column("effect", "Effekt|Effekt|Effect", cells.long_text, also="Förväntad effekt|Forventet effekt", width=34),
    column("owner", "Ägare enligt planen|Eier ifølge planen|Owner in the plan", also="Ägare|Eier|Owner", width=22),
    column("time", "Tid enligt planen|Tid ifølge planen|Time in the plan", also="Tid|Time", width=14),
    column(
        "role", "Vi (roll)|Vi (rolle)|We (role)", sheet_cells.commitment_role,
        also="Roll|Rolle|Role|Åtagande|Forpliktelse|Commitment|Vår roll|Our role", width=16, required=True,
    ),
    column("year", "Vårt år|Vårt år|Our year", cells.text, also="År|Year|När hos oss|Startår", width=12,
           hint="Till exempel 2027 eller 2027–2028.|For eksempel 2027 eller 2027–2028.|As 2027 or 2027–2028."),
    column(
        "budget", "Vår budget (tkr)|Vårt budsjett (1000 kr)|Our budget (SEK thousand)", cells.money,
        also="Budget|Budsjett|Belopp|Kostnad|Medel", width=16,
        hint="Tusen kronor, till exempel 700. Lämna tomt om ni fyller i åren: summan räknas.|"
        "Tusen kroner, for eksempel 700. La stå tomt om dere fyller ut årene: summen teller.|"
        "Thousands. Leave it empty where you fill in the years: their sum counts.",
    ),
    *(
        column(
            f"{_BY_YEAR}{year}",
            f"Vår budget {year} (tkr)|Vårt budsjett {year} (1000 kr)|Our budget {year} (SEK thousand)", cells.money,
            also=f"Budget {year}|Budsjett {year}", width=14,
        )
        for year in _YEARS
    ),
    column(
        "owner_unit", "Ansvarig hos oss|Ansvarlig hos oss|Responsible with us",
        also="Ansvarig|Ansvarlig|Responsible|Ansvarig förvaltning|Ansvarig funktion", width=26,
        hint="Förvaltning eller funktion, inte personnamn.|Etat eller funksjon, ikke personnavn.|"
        "A unit or function, not a name.",
    ),
    column("comment", "Vår kommentar|Vår kommentar|Our comment", cells.long_text, also="Kommentar|Comment", width=36),
)  # fmt: skip

#: The columns of the years, by key.
BY_YEAR: Final[dict[str, int]] = {f"{_BY_YEAR}{year}": year for year in _YEARS}
#: What a municipality answers; the other columns are the plan's and are not read back as changes.
ANSWERED: Final = frozenset({"role", "year", "budget", "owner_unit", "comment", *BY_YEAR})


def year_key(year: int) -> str:
    """Return the key of the column of a year."""
    return f"{_BY_YEAR}{year}"
