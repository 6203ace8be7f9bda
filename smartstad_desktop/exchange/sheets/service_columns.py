"""The columns of the sheet of digital services on the market."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.exchange.cells import cells, sheet_cells
from smartstad_desktop.exchange.sheets.column import Column, column
from smartstad_desktop.exchange.sheets.columns import ROW_KEY

#: ``needs`` holds numbers of the sheet of needs in the same workbook; ``contract_ends_on`` is the municipality's own.
COLUMNS: Final[tuple[Column, ...]] = (
    column(ROW_KEY, "SMARTstad-id|SMARTstad-id|SMARTstad id", cells.reference, width=12),
    column(
        "name", "Tjänst|Tjeneste|Service",
        also="Digital tjänst|Digital tjeneste|Tjänstens namn|Tjenestens navn|Namn|Navn|Name|Produkt|Product|System|"
        "Lösning|Løsning|Service name|Digital service|E-tjänst",
        width=34, required=True,
    ),
    column("supplier", "Leverantör|Leverandør|Supplier", also="Företag|Bolag|Vendor|Firma|Tillverkare", width=24),
    column(
        "what", "Vad den gör|Hva den gjør|What it does", cells.long_text,
        also="Beskrivning|Beskrivelse|Description|Vad|Hva|What|Funktion|Innehåll", width=44,
    ),
    column(
        "needs", "Möter behov nr|Møter behov nr.|Meets need no.", cells.list_of_texts,
        also="Behov|Behov nr|Täcker behov|Dekker behov|Covers need no|Covers needs|Needs|Möter behov|Møter behov",
        width=16, hint="Nummer från bladet med behov, med semikolon emellan.|Numre fra arket med behov, med semikolon "
        "mellom.|Numbers from the sheet of needs, with semicolons between.",
    ),
    column(
        "used_by", "Används av|Brukes av|Used by", cells.list_of_texts,
        also="Används i|Brukes i|Kommuner|Kommun|Kommune|Användare|Used in|Municipalities|Kunder", width=24,
        hint="Kommuner, med semikolon emellan.|Kommuner, med semikolon mellom.|"
        "Municipalities, with semicolons between.",
    ),
    column(
        "contract_ends_on", "Vårt avtal slutar|Vår avtale slutter|Our contract ends", cells.day,
        also="Avtalsslut|Avtal slutar|Avtalet slutar|Avtale slutter|Avtaleslutt|Contract end|Contract ends|Avtalstid|"
        "Slutdatum|Avtal till|Avtal t.o.m.|Utgår",
        width=14,
    ),
    column(
        "cost_class", "Kostnadsklass|Kostnadsklasse|Cost class", sheet_cells.cost_class,
        also="Kostnad|Pris|Cost|Prisklass|Prisklasse|Kostnadsnivå|Price", width=16,
    ),
    column("link", "Länk|Lenke|Link", also="Webb|Url|Webbsida|Webbplats|Nettside|Website|Hemsida", width=28),
    column("comment", "Kommentar|Kommentar|Comment", cells.long_text,
           also="Anteckning|Övrigt|Notering|Merknad|Notat|Comments|Note|Anmärkning", width=34),
)  # fmt: skip
