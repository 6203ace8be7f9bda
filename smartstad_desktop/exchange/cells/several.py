"""Cells that hold several values: taken apart at commas, semicolons, lines and ``och``, but not inside names."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from smartstad_desktop.exchange.cells.folding import fold

_SPLIT: Final = re.compile(r"(\s*[;,\n|/•]\s*|\s+(?:och|og|and|samt|&|\+)\s+)")
_WORD: Final = re.compile(r"\s+(?:och|og|and|samt|&|\+)\s+")
_BULLET: Final = re.compile(r"^(?:[-–*•·]\s+|\d{1,2}[).]\s+)")
#: Names that hold a comma or an "och" and stand in lists everywhere, folded.
_NAMES: Final = frozenset(
    {
        *("sveriges kommuner och regioner", "kultur och fritid", "vard och omsorg", "teknik och service"),
        *("barn och utbildning", "forskning och utveckling", "bygg och miljo", "miljo och bygg", "plan och bygg"),
        *("stod och omsorg", "gata och park", "natur och park", "vatten och avlopp", "mark och exploatering"),
        *("miljo och samhallsbyggnad", "miljo och halsa", "hav och vatten", "park och natur", "vann og avlop"),
        *("helse og omsorg", "helse og velferd", "kultur og fritid", "plan og bygning", "oppvekst og kultur"),
        *("naring og utvikling", "plan og miljo", "teknik og miljo", "born og unge", "park og vej", "by og miljo"),
        *("klimat och miljo", "miljo och klimat", "social och omsorg", "skola och forskola", "forskola och skola"),
        *(
            "arbete och valfard",
            "individ och familj",
            "mark och vatten",
            "drift och underhall",
            "it och digitalisering",
        ),
    }
)
#: A name is no longer than so many parts.
_LONGEST: Final = 4


def several(text: str, names: Collection[str] = ()) -> tuple[str, ...]:
    """Return the values of a cell that holds several; *names* are folded names that stay whole."""
    # Where somebody wrote semicolons or lines, commas and "och" belong to the names.
    if ";" in text:
        parts = re.split(r"[;\n]", text)
    elif "\n" in text.strip():
        parts = text.split("\n")
    else:
        parts = _joined(_SPLIT.split(text), names)
    plain = (_BULLET.sub("", part.strip()).strip(" .") for part in parts)
    return tuple(dict.fromkeys(part for part in plain if part))


def _joined(pieces: list[str], names: Collection[str]) -> list[str]:
    """Return the pieces between the separators, those of one name put together again."""
    found: list[str] = []
    place = 0
    while place < len(pieces):
        for length in range(_LONGEST, 0, -1):
            last = place + 2 * length + 1
            whole = "".join(pieces[place:last])
            if last <= len(pieces) and _is_name(pieces[place:last], whole, names):
                found.append(whole)
                break
        else:
            last = place + 1
            found.append(pieces[place])
        place = last + 1
    return found


def _is_name(pieces: list[str], whole: str, names: Collection[str]) -> bool:
    folded = fold(whole)
    if folded in names or folded in _NAMES:
        return True
    # Miljö- och byggnadsförvaltningen: the hyphen says that the word goes on behind the "och".
    return len(pieces) == 3 and pieces[0].endswith("-") and bool(_WORD.fullmatch(pieces[1]))  # noqa: PLR2004  word, och, word
