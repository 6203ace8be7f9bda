"""The columns of the sheet of residents' needs."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.exchange.cells import cells, sheet_cells
from smartstad_desktop.exchange.sheets.column import Column, column
from smartstad_desktop.exchange.sheets.columns import ROW_KEY

#: ``municipality`` is there where a workbook holds the needs of several. ``number`` holds good inside one workbook: the
#: sheet of services says by it which needs a service meets.
COLUMNS: Final[tuple[Column, ...]] = (
    column(ROW_KEY, "SMARTstad-id|SMARTstad-id|SMARTstad id", cells.reference, width=12),
    column("number", "Nr|Nr.|No.", cells.reference, also="Nummer|Behovsnr|Behov nr|Number|Need no|ID|Löpnr|Løpenr|#",
           width=7, hint="Används på bladet om tjänster.|Brukes på arket om tjenester.|Used on the sheet of services."),
    column("municipality", "Kommun|Kommune|Municipality", cells.municipality, width=18),
    column(
        "need", "Behov|Behov|Need", cells.long_text,
        also="Invånarbehov|Innbyggerbehov|Invånarnas behov|Medborgarbehov|Vad behövs|Hva trengs|Citizen need|"
        "Resident need|Behov och önskemål|Utmaning|Önskemål",
        width=44, required=True, hint="Vad invånarna behöver, inte lösningen.|Hva innbyggerne trenger, ikke løsningen.|"
        "What residents need, not the solution.",
    ),
    column(
        "quote", "Med egna ord (utan namn)|Med egne ord (uten navn)|In their own words (no names)", cells.long_text,
        also="Citat|Sitat|Quote|Med invånarens ord|Röst|Invånarens ord|Så sa invånaren|Utsagn|In their own words|"
        "Med egna ord|Med egne ord|Verbatim",
        width=44, hint="Skriv inte namn, adress eller hälsa.|Skriv ikke navn, adresse eller helse.|"
        "No names, addresses or health.",
    ),
    column("target_group", "Målgrupp|Målgruppe|Target group", also="För vem|For hvem|Målgrupper|Vem|For whom|Vilka",
           width=22),
    column(
        "service_area", "Tjänsteområde|Tjenesteområde|Service area",
        also="Verksamhetsområde|Område|Tjänst|Fagområde|Verksamhet|Area|Service|Ämnesområde", width=22,
    ),
    column(
        "source", "Källa|Kilde|Source", sheet_cells.need_source,
        also="Källtyp|Kildetype|Hur vet vi det|Kind of source|Varifrån|Insamlingssätt|Source type", width=18,
    ),
    column("method", "Metod|Metode|Method", also="Hur frågades|Insamlingsmetod|Så frågade vi", width=24),
    column(
        "heard_on", "Datum|Dato|Date", cells.day,
        also="När|Når|Dag|Insamlat|Samlet inn|Heard on|When|Insamlingsdatum", width=13,
    ),
    column("place", "Plats|Sted|Place", also="Var|Hvor|Where|Ort|Geografi|Location", width=20),
    column(
        "mentions", "Antal som sagt det|Antall som har sagt det|How many said so", sheet_cells.count,
        also="Antal|Antall|Count|Antal röster|Vikt|Vekt|Weight|Hur många|Hvor mange|Mentions|Antal svar|How many",
        width=14,
    ),
    column("comment", "Kommentar|Kommentar|Comment", cells.long_text,
           also="Anteckning|Övrigt|Notering|Merknad|Notat|Comments|Note|Anmärkning", width=34),
)  # fmt: skip
