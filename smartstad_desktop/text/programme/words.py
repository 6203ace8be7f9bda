"""Words about the programme itself: which of its years it is in."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.programme.programme import ProgrammeYear
from smartstad_desktop.text.phrases import N_, Phrasebook, current

#: People say these; from the eleventh year on they count.
_ORDINALS: Final = (
    *(N_("first"), N_("second"), N_("third"), N_("fourth"), N_("fifth")),
    *(N_("sixth"), N_("seventh"), N_("eighth"), N_("ninth"), N_("tenth")),
)


def year_words(year: ProgrammeYear, phrases: Phrasebook | None = None) -> str:
    """Return in which of its years a programme is, as “In its fourth year of five”."""
    book = phrases or current()
    if year.is_over:
        return book.text("The time of the programme is over")
    if year.number > len(_ORDINALS):
        return book.text("In year {number}", number=year.number)
    ordinal = book.text(_ORDINALS[year.number - 1])
    if year.of is None or year.of == 1:
        return book.text("In its {ordinal} year", ordinal=ordinal)
    return book.text("In its {ordinal} year of {whole}", ordinal=ordinal, whole=year.of)
