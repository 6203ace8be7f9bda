"""Fixed choices of a project, read from the words lists use for them."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Final

from smartstad_desktop.domain.inventory import ActorType, FundingNature, Maturity, MunicipalityRole, Possibility, Status
from smartstad_desktop.domain.lists.lists import IssueCode
from smartstad_desktop.domain.needs import CostClass, NeedSource
from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.domain.values import Language
from smartstad_desktop.exchange.cells import words
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.exchange.cells.reading import Reading
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import phrasebook

# Words are folded: small letters without å, ä, ö and punctuation.
_WORDS: Final[dict[StrEnum, str]] = {
    FundingNature.ONE_OFF: "engang|engangsmedel|engangs|investering|one off|projektmedel|engangsmidler",
    FundingNature.RUNNING: "drift|driftsmedel|lopande|driftsbudget|running|driftsmidler",
    FundingNature.BOTH: "bada|bade och|engang och drift|begge|both|engangs og drift",
    MunicipalityRole.INITIATOR: "initiativtagare|initiativtaker|initiator|projektagare|eier|initiativ",
    MunicipalityRole.PARTICIPANT: "deltagare|deltar|deltaker|deltager|participant|partner|medverkar",
    MunicipalityRole.ENABLER: "mojliggorare|tilrettelegger|enabler|facilitator",
    MunicipalityRole.DOER: "utforare|utforer|doer|genomforare",
    MunicipalityRole.NEUTRAL: "neutral|noytral",
    Maturity.CONCEPT: "koncept|konsept|concept|ide|1|2|3|trl 1|trl 2|trl 3|trl 1 3",
    Maturity.PROTOTYPE: "prototyp|prototype|4|5|trl 4|trl 5|trl 4 5",
    Maturity.PILOT: "pilot|pilot i verklig miljo|6|7|trl 6|trl 7|trl 6 7|pilot in real use|pilot i reell bruk",
    Maturity.PRODUCT: "fardig produkt|fardig produkt i drift|produkt|product|i drift|8|9|trl 8|trl 9|trl 8 9|"
    "ferdig produkt",
    ActorType.PUBLIC: "offentlig|offentlig sektor|kommun|kommune|public|public sector|offentliga",
    ActorType.BUSINESS: "naringsliv|foretag|bedrift|business|privat|naringslivet",
    ActorType.ACADEMIA: "akademi|akademia|academia|hogskola|universitet|forskning|akademin",
    ActorType.CIVIL_SOCIETY: "civilsamhalle|civilsamhallet|sivilsamfunn|forening|civil society|foreningsliv",
    ActorType.RESIDENTS: "invanare|medborgare|innbyggere|residents",
    NeedSource.INTERVIEW: "intervju|intervjuer|interview|interviews|samtal|samtale",
    NeedSource.DIALOGUE: "dialog|invanardialog|medborgardialog|innbyggerdialog|dialogue|dialogmote|moten|mote|"
    "whiteboard|medvirkning",
    NeedSource.SURVEY: "enkat|enkatsvar|undersokning|survey|sporreundersokelse|undersokelse|questionnaire",
    NeedSource.WORKSHOP: "workshop|verkstad|arbetsmote|arbeidsmote|verksted",
    NeedSource.CASE_DATA: "arenden|arendestatistik|arende|synpunkt|synpunkter|felanmalan|kundtjanst|saker|"
    "henvendelser|case data|innspill|statistik|statistikk",
    NeedSource.OTHER: "annat|annet|ovrigt|other|andet",
    CostClass.LOW: "lag|laga|lav|low|billig|liten|1",
    CostClass.MEDIUM: "medel|mellan|medium|middels|mellom|2",
    CostClass.HIGH: "hog|hoga|hoy|hoj|high|dyr|stor|3",
    CommitmentRole.LEADS: "leder|vi leder|leads|lead|ledande",
    CommitmentRole.JOINS: "deltar|vi deltar|ar med|er med|joins|med|deltager",
    CommitmentRole.LATER: "senare|deltar senare|senere|later|joins later|kommer med senere",
    CommitmentRole.OBSERVES: "foljer|vi foljer|observerar|folger|observes|observerer|foljer med",
    CommitmentRole.DECLINES: "avstar|nej|avstar fran|star over|declines|nei|no|inte|deltar inte|deltar ikke",
}


@cache
def _meanings() -> dict[tuple[type[StrEnum], str], StrEnum]:
    """Return what each word means per kind: the words above, and our own labels in every language."""
    found = {(type(member), word): member for member, each in _WORDS.items() for word in each.split("|")}
    for language in Language:
        phrases = phrasebook(language)
        found |= {(type(member), fold(label(member, phrases))): member for member in (*_WORDS, *Status, *Possibility)}
    return found


def named(kind: type[StrEnum], text: str) -> StrEnum | None:
    """Return the member of *kind* that *text* is a word for, or None."""
    return _meanings().get((kind, fold(text)))


def choice(kind: type[StrEnum], text: str) -> Reading:
    """Return the member of *kind* that *text* means."""
    found = named(kind, text)
    return Reading(found, text) if found else Reading(written=text, issue=IssueCode.CHOICE_UNKNOWN)


def several(kind: type[StrEnum], text: str) -> Reading:
    """Return every member of *kind* that *text* names."""
    parts = words.several(text)
    found = tuple(dict.fromkeys(member for part in parts if (member := named(kind, part))))
    return Reading(found, text) if found else Reading(written=text, issue=IssueCode.CHOICE_UNKNOWN)
