"""The status that a word or a sentence means, in Swedish, Norwegian, Danish and English."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.exchange.cells.folding import fold

# The first pattern that fits decides, so what is more exact stands first. Words are folded: no å, ä, ö.
_STATUS: Final[tuple[tuple[Status, re.Pattern[str]], ...]] = tuple(
    (status, re.compile(pattern))
    for status, pattern in (
        (
            Status.STOPPED,
            (
                r"\b(i fortid|for tiden|avbrut\w*|avbrutt|avbrudt|stoppa\w*|stoppet|aterkallad\w*|tillbakadrag\w*"
                r"|trukket|makulera\w*|nedlag\w*|nedlagt|lagt ned"
                r"|lades ned|skrin\w*|installd\w*|innstilt|cancell?ed|aborted|stopped|terminated"
                r"|avslutad utan|utgar|utgatt)\b"
            ),
        ),
        (
            Status.PAUSED,
            (
                r"\b(pausa\w*|paus|pause|paused|pauset|vilande|parkera\w*|parkert|skjuts upp|skjuts fram|skutt"
                r"|i malpase|vilar|hviler|vantar|avvaktar\w*|satt pa vent|pa vent"
                r"|pa hold|on hold|framskjut\w*|uppskjut\w*|utsatt|bordlagd|suspended|i vantelage|vantelage)\b"
            ),
        ),
        (
            Status.COMPLETED,
            (
                r"\b(avslutad\w*|avslutat|avslutt?et|afsluttet|klar|klart|klara|fardig\w*|ferdig\w*|fardig"
                r"|slutford\w*"
                r"|sluttfort|genomfort|slutfort|slutrapporter\w*|genomford\w*|gjennomfort|gennemfort|utford\w*"
                r"|utfort|done|completed?|finished|closed"
                r"|slutrapporterad\w*|stangd\w*|levererad\w*|fullfort|avrapporterad)\b"
            ),
        ),
        (
            Status.PILOT,
            (
                r"\b(pilot\w*|test|testas|testar|testning|testing|testfas\w*|utprov\w*|provdrift|forsok\w*"
                r"|prototyp\w*"
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
                r"|in operation|operational|operating|live|produktion|i produktion|i bruk|tatt i bruk"
                r"|implementerad\w*"
                r"|implementert"
                r"|infort|infora(?:d|t)|ibrugtaget|permanent|lopande verksamhet)\b"
            ),
        ),
        (
            Status.IMPLEMENTATION,
            (
                r"\b(inforand\w*|infors|innforing\w*|implementering\w*|implementation|implementing|implementeras"
                r"|pagaende|pagar|pagatt|igang|i gang|igangsatt\w*|igangvarende|igangsat|etablering\w*|etableras"
                r"|under utvikling|utvikles|under utveckling|utvecklas|opstart\w*|i opstart|startad\w*|startat"
                r"|startet|paborjad\w*|paborjat|pabegynt"
                r"|genomforand\w*"
                r"|gjennomforing\w*|genomfors|pa gang|under arbete|under arbeid|aktiv\w*|aktivt|active|ongoing"
                r"|in progress|underway|started|utrullning|breddinfor\w*|drives|lopande|upphandl\w*|fortlopande"
                r"|i arbete|byggs|under oppstart)\b"
            ),
        ),
        (
            Status.IDEA,
            (
                r"\b(ide|iden|ideer|ideen|idestadie\w*|idefas\w*|forslag\w*|foreslat\w*|foreslag\w*|onskad\w*"
                r"|idea|ideas|proposed"
                r"|proposal"
                r"|brainstorm\w*)\b|^(behov|onskemal|onske|tanke|uppslag)$"
            ),
        ),
        (
            Status.PLANNED,
            (
                r"\b(planera\w*|planerat|planering\w*|planert\w*|planlag\w*|planlegg\w*|planlaegg\w*|planned|planning"
                r"|ej paborja\w*"
                r"|inte paborja\w*|ej start\w*|inte start\w*|ikke start\w*|ikke pabegynt|ikke begynt|kommande"
                r"|kommende"
                r"|framtida|projektering\w*|prosjektering\w*|ansokan\w*|ansokt|soknad\w*|sokt|start(?:ar"
                r"|er)? (?:i )?(?:20\d\d|host\w*|var\w*|q\d)|fremtidig\w*|beslutad\w*|beslutat|besluttet"
                r"|bestalld\w*|uppstart\w*|oppstart\w*"
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
_NEARLY: Final = re.compile(
    r"\b(nastan|snart|nesten|naesten|nasten|almost|nearly) (klar\w*|fardig\w*|ferdig|done|slutford\w*)\b"
)
_PERCENT: Final = re.compile(r"(\d{1,3}) ?%$")
_WHOLE: Final = 100


@lru_cache(maxsize=2_000)
def status_of(text: str) -> Status | None:
    """Return the status *text* means, or None; what stands in brackets is more exact than what is before them."""
    percent = _PERCENT.fullmatch(text.strip())
    if percent:
        return _of_percent(int(percent[1]))
    inner = re.search(r"\(([^)]+)\)", text)
    for part in ((inner[1],) if inner else ()) + (re.sub(r"\([^)]*\)", " ", text), text):
        folded = fold(part)
        if not folded or len(folded) > 60:  # noqa: PLR2004  a sentence is no status
            continue
        if _NOT_YET.search(folded):
            return Status.PLANNED
        if _NEARLY.search(folded):
            return Status.IMPLEMENTATION
        for status, pattern in _STATUS:
            if pattern.search(folded):
                return status
    return None


def _of_percent(done: int) -> Status:
    """Return the status of work that is *done* by so many hundredths."""
    if done == 0:
        return Status.PLANNED
    return Status.COMPLETED if done >= _WHOLE else Status.IMPLEMENTATION
