"""Statuses, themes, municipalities and yes or no, read by meaning in Swedish, Norwegian, Danish and English."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from smartstad_desktop.domain.inventory import Possibility, Status
from smartstad_desktop.domain.lists import IssueCode, Vocabulary
from smartstad_desktop.exchange.folding import fold
from smartstad_desktop.exchange.reading import Reading

#: How near a misspelt word must be to count as the same (rapidfuzz, 0–100); a short word has more neighbours.
NEAR, NEAR_SHORT, SHORT = 80, 90, 6

# The first pattern that fits decides, so what is more exact stands first. Words are folded: no å, ä, ö.
_STATUS: Final[tuple[tuple[Status, re.Pattern[str]], ...]] = tuple(
    (status, re.compile(pattern))
    for status, pattern in (
        (
            Status.STOPPED,
            (
                r"\b(i fortid|for tiden|avbrut\w*|avbrutt|avbrudt|stoppa\w*|stoppet|nedlag\w*|nedlagt|lagt ned"
                r"|lades ned|skrin\w*|installd\w*|innstilt|cancell?ed|aborted|stopped|terminated"
                r"|avslutad utan|utgar|utgatt)\b"
            ),
        ),
        (
            Status.PAUSED,
            (
                r"\b(pausa\w*|paus|pause|paused|pauset|vilande|vilar|hviler|vantar|avvaktar\w*|satt pa vent|pa vent"
                r"|pa hold|on hold|framskjut\w*|uppskjut\w*|utsatt|bordlagd|suspended|i vantelage|vantelage)\b"
            ),
        ),
        (
            Status.COMPLETED,
            (
                r"\b(avslutad\w*|avslutat|avslutt?et|afsluttet|klar|klart|klara|fardig\w*|ferdig\w*|fardig|slutford\w*"
                r"|sluttfort|genomford\w*|gjennomfort|gennemfort|utford\w*|utfort|done|completed?|finished|closed"
                r"|slutrapporterad\w*|stangd\w*|levererad\w*|fullfort|avrapporterad)\b"
            ),
        ),
        (
            Status.PILOT,
            (
                r"\b(pilot\w*|test|testas|testar|testning|testing|testfas\w*|utprov\w*|provdrift|forsok\w*|prototyp\w*"
                r"|proof of concept|poc|trial|demonstrator|testbadd)\b"
            ),
        ),
        (
            Status.PRESTUDY,
            (
                r"\b(forstud\w*|utred\w*|prestudy|pre study|feasibility|forprosjekt\w*|forprojekt\w*|konsept\w*"
                r"|forundersok\w*"
                r"|behovsanalys\w*|kartlagg\w*|analysfas\w*|analys|study|underlag tas fram|mulighetsstud\w*"
                r"|konceptfas\w*)\b"
            ),
        ),
        (
            Status.OPERATION,
            (
                r"\b(i drift|drift|driftsatt\w*|driftsfas\w*|driftas|forvaltning|i forvaltning|forvaltas|ordinarie\w*"
                r"|in operation|operational|operating|live|produktion|i produktion|i bruk|tatt i bruk|implementerad\w*"
                r"|implementert"
                r"|infort|infora(?:d|t)|ibrugtaget|permanent|lopande verksamhet)\b"
            ),
        ),
        (
            Status.IMPLEMENTATION,
            (
                r"\b(inforand\w*|infors|innforing\w*|implementering\w*|implementation|implementing|implementeras"
                r"|pagaende|pagar|pagatt|igang|i gang|startad\w*|startat|startet|paborjad\w*|paborjat|pabegynt"
                r"|genomforand\w*"
                r"|gjennomforing\w*|genomfors|pa gang|under arbete|under arbeid|aktiv\w*|aktivt|active|ongoing"
                r"|in progress|underway|started|utrullning|breddinfor\w*|drives|lopande|upphandl\w*|fortlopande"
                r"|i arbete|byggs|under oppstart)\b"
            ),
        ),
        (
            Status.IDEA,
            (
                r"\b(ide|iden|ideer|ideen|idestadie\w*|idefas\w*|forslag\w*|onskad\w*|idea|ideas|proposed"
                r"|proposal"
                r"|brainstorm\w*)\b|^(behov|onskemal|onske|tanke|uppslag)$"
            ),
        ),
        (
            Status.PLANNED,
            (
                r"\b(planera\w*|planerat|planering\w*|planert\w*|planlag\w*|planlegg\w*|planlaegg\w*|planned|planning"
                r"|ej paborja\w*"
                r"|inte paborja\w*|ej start\w*|inte start\w*|ikke start\w*|ikke pabegynt|ikke begynt|kommande|kommende"
                r"|framtida|fremtidig\w*|beslutad\w*|beslutat|besluttet|bestalld\w*|uppstart\w*|oppstart\w*"
                r"|ska start\w*"
                r"|not started|upcoming|initiering\w*|forbered\w*|pa vag|vedtatt|forankra\w*|nasta steg"
                r"|beviljad\w*|godkand\w*)\b"
            ),
        ),
    )
)
# What a negation turns the words behind it into.
_NOT_YET: Final = re.compile(
    r"\b(ej|inte|icke|ikke|not|annu) (paborja\w*|start\w*|igang\w*|i gang|begynt|pabegynt|klar\w*)\b"
)
_YES: Final = frozenset(["ja", "j", "x", "yes", "y", "true", "1", "sant", "ok", "jo", "v", "check", "jepp", "jadå"])
_NO: Final = frozenset(["nej", "nei", "n", "no", "false", "0", "falskt", "falsk", "inte", "ingen"])
_MAYBE: Final = frozenset(
    {"kanske", "mojlig", "mojligt", "mojligen", "kanskje", "mulig", "muligens", "eventuellt", "ev"}
)
_TICKS: Final = frozenset("✓✔☑✅×✗●■√")
_SDG_COUNT: Final = 17
_SPLIT: Final = re.compile(r"\s*[;,\n|/•]\s*|\s+(?:och|og|and|samt|&|\+)\s+")


@lru_cache(maxsize=2_000)
def status_of(text: str) -> Status | None:
    """Return the status *text* means, or None; what stands in brackets is more exact than what is before them."""
    inner = re.search(r"\(([^)]+)\)", text)
    for part in ((inner[1],) if inner else ()) + (re.sub(r"\([^)]*\)", " ", text), text):
        folded = fold(part)
        if not folded or len(folded) > 60:  # noqa: PLR2004  a sentence is no status
            continue
        if _NOT_YET.search(folded):
            return Status.PLANNED
        for status, pattern in _STATUS:
            if pattern.search(folded):
                return status
    return None


def status(text: str) -> Reading:
    """Return the status of a cell."""
    found = status_of(text)
    return Reading(found, text) if found else Reading(written=text, issue=IssueCode.STATUS_UNKNOWN)


def yes_or_no(text: str) -> Reading:
    """Return true or false for ja, nej, x, ✓ and their kin; other text is kept as written."""
    word = fold(text).split(" ")[0]
    if any(tick in text for tick in _TICKS) or word in _YES:
        return Reading(value=True, written=text)
    if word in _NO:
        return Reading(value=False, written=text)
    return Reading(written=text, issue=IssueCode.CHOICE_UNKNOWN)


def possibility(text: str) -> Reading:
    """Return yes, maybe or no."""
    word = fold(text).split(" ")[0]
    if word in _MAYBE:
        return Reading(Possibility.MAYBE, text)
    plain = yes_or_no(text)
    if plain.value is None:
        return plain
    return Reading(Possibility.YES if plain.value else Possibility.NO, text)


def several(text: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several."""
    # Where somebody wrote semicolons, commas and "och" belong to the names.
    parts = re.split(r"[;\n]", text) if ";" in text else _SPLIT.split(text)
    return tuple(dict.fromkeys(part.strip(" .") for part in parts if part.strip(" .")))


def goals(text: str) -> Reading:
    """Return the numbers of the global goals in *text*, 1 to 17, as text."""
    found = tuple(dict.fromkeys(n for n in re.findall(r"(?<![\d.])(\d{1,2})(?!\d)", text) if 1 <= int(n) <= _SDG_COUNT))
    return Reading(found or None, text)


def theme_of(text: str, words: Vocabulary) -> str | None:
    """Return the key of the theme that *text* means: its name, one of its other names, or a near spelling."""
    return _match(fold(text), _index(tuple(words.themes.items())))


def themes(text: str, words: Vocabulary) -> Reading:
    """Return the keys of all themes in a cell; names that hold commas or ``och`` are tried whole first."""
    # A semicolon stands in no name, and what is before or after it would be read as a near spelling of the whole.
    whole = None if ";" in text else theme_of(text, words)
    found = (whole,) if whole else tuple(dict.fromkeys(k for p in several(text) if (k := theme_of(p, words))))
    return Reading(found, text) if found else Reading(written=text, issue=IssueCode.THEME_UNKNOWN)


def municipality_of(text: str, words: Vocabulary) -> tuple[str | None, bool]:
    """Return the key of the municipality that *text* names, and whether the spelling was exact."""
    folded = re.sub(r"\b(kommuns?|kommunes?|stads?|by|municipality of|city of)\b", " ", fold(text)).strip()
    index = _index(tuple(words.municipalities.items()))
    for name in (folded, folded.removesuffix("s")):
        if name in index:
            return index[name], True
    return _match(folded, index), False


@lru_cache(maxsize=16)
def _index(entries: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    return {fold(name): key for key, names in entries for name in (*names, key) if fold(name)}


@lru_cache(maxsize=2_000)
def _nearest(folded: str, names: tuple[str, ...]) -> str | None:
    from rapidfuzz import fuzz, process  # noqa: PLC0415  loaded only where a name is misspelt

    found = process.extractOne(
        folded, names, scorer=fuzz.ratio, score_cutoff=NEAR if len(folded) >= SHORT else NEAR_SHORT
    )
    return found[0] if found else None


def _match(folded: str, index: dict[str, str]) -> str | None:
    if folded in index or len(folded) < 4:  # noqa: PLR2004  a short word is near too many others
        return index.get(folded)
    near = _nearest(folded, tuple(index))
    return index[near] if near else None
