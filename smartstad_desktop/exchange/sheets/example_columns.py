"""The columns of the sheet of examples seen elsewhere; such an example is kept as an external project."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.exchange.cells import cells
from smartstad_desktop.exchange.sheets.column import Column, column
from smartstad_desktop.exchange.sheets.columns import ROW_KEY

#: ``municipality`` and ``confidential`` are there where a workbook holds examples of several, or secret ones.
COLUMNS: Final[tuple[Column, ...]] = (
    column(ROW_KEY, "SMARTstad-id|SMARTstad-id|SMARTstad id", cells.reference, width=12),
    column("municipality", "Sett av|Sett av|Seen by", cells.municipality, width=18),
    column("confidential", "Sekretess|Unntatt off.|Confidential", cells.confidential, width=24),
    column(
        "title", "Exempel|Eksempel|Example", cells.title,
        also="Namn|Navn|Name|Titel|Tittel|Title|Projekt|Prosjekt|Projektnamn|Prosjektnavn|Gott exempel|Initiativ|"
        "Lösning|Løsning|Godt eksempel",
        width=36, required=True,
    ),
    column("place", "Var|Hvor|Where", also="Plats|Sted|Ort|Stad|Kommun|Land|Place|City|By|Kommune|Location", width=22),
    column(
        "what", "Vad de gör|Hva de gjør|What they do", cells.long_text,
        also="Vad|Hva|What|Beskrivning|Beskrivelse|Description|Innehåll|Sammanfattning|Kort beskrivning", width=44,
    ),
    column(
        "why", "Vad det löser|Hva det løser|What it solves", cells.long_text,
        also="Löser|Løser|Varför|Hvorfor|Why|Behov|Nytta|Nytte|Effekt|Syfte|Problem|Solves", width=40,
    ),
    column("theme", "Tema|Tema|Theme", cells.themes, also="Område|Ämnesområde|Kategori|Fagområde|Temaområde|Topic",
           width=24),
    column("link", "Länk|Lenke|Link", also="Webb|Url|Webbsida|Webbplats|Nettside|Källa|Kilde|Source|Website", width=30),
    column(
        "transferability", "Går att föra över (1–5)|Kan overføres (1–5)|Transferability (1–5)", cells.text,
        also="Överförbarhet|Överförbar|Overførbarhet|Overførbar|Transferability|Går att föra över|Kan overføres|"
        "Passar hos oss|Möjlighet att införa",
        width=16, hint="1 passar knappast, 5 kan införas som det är; gärna med några ord.|1 passer knapt, 5 kan "
        "innføres som det er; gjerne med noen ord.|1 hardly fits, 5 can be used as it is; a few words help.",
    ),
    column(
        "adopters", "Skulle kunna införas av|Kan innføres av|Could be adopted by", cells.list_of_texts,
        also="Kan införas av|Kan passa för|Passar för|Kan passe for|Who could adopt|Införas av|Intresserade kommuner|"
        "Could be adopted by|Intressant för",
        width=26, hint="Kommuner, med semikolon emellan.|Kommuner, med semikolon mellom.|"
        "Municipalities, with semicolons between.",
    ),
    column("comment", "Kommentar|Kommentar|Comment", cells.long_text,
           also="Anteckning|Övrigt|Notering|Merknad|Notat|Comments|Note|Anmärkning", width=34),
)  # fmt: skip
