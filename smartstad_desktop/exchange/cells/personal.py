"""What should not stand in a list: personal numbers, private e-mail addresses and phone numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate
from typing import Final

from smartstad_desktop.domain.lists.lists import IssueCode
from smartstad_desktop.domain.personal.noticing import Personal, hidden_numbers, noticed
from smartstad_desktop.exchange.cells.reading import Cell

# Seven figures close together; nearly every column holds neither them nor an address and is passed over in one look.
_FIGURES: Final = re.compile(r"\d(?:[-+ /()]{0,2}\d){6}")
_ADDRESS: Final = re.compile("@")
_CODES: Final = {
    Personal.NUMBER: IssueCode.PERSONAL_NUMBER,
    Personal.PRIVATE_EMAIL: IssueCode.PRIVATE_EMAIL,
    Personal.PHONE: IssueCode.PHONE_NUMBER,
}
_BETWEEN: Final = "\x1f"
#: Every figure as a nought and all else as a blank; what may stand between figures is left out.
_NOUGHTS: Final = bytes(ord("0") if chr(code) in "0123456789" else ord(" ") for code in range(256))
_AMONG: Final = b"-+ /()"
_SEVEN: Final = b"0" * 7


def findings(cells: Sequence[Cell], different: Collection[Cell]) -> Iterator[tuple[int, IssueCode, str]]:
    """Yield what the cells of a column hold of people: place of the cell, what it is, and how it is written.

    *different* are the cells, each once: few columns say anything of people, and that is found out first.
    """
    some = _BETWEEN.join([cell for cell in different if type(cell) is str])
    has_hidden = bool(hidden_numbers(some))
    if "@" not in some and not has_hidden and not _has_figures(some):
        return
    texts = [cell if type(cell) is str else "" for cell in cells]
    for place, text in enumerate(texts) if has_hidden else ():
        for number in hidden_numbers(text):
            yield place, IssueCode.HIDDEN_NUMBER, number
    joined = _BETWEEN.join(texts)
    hits = [hit.start() for pattern in (_FIGURES, _ADDRESS) for hit in pattern.finditer(joined)]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    for place in sorted({bisect_right(starts, hit) - 1 for hit in hits}):
        for notice in noticed(texts[place]):
            if notice.kind in _CODES:
                yield place, _CODES[notice.kind], texts[place][notice.start : notice.end].strip()


def _has_figures(text: str) -> bool:
    """Return whether seven figures stand close together somewhere."""
    try:
        # A look at the bytes costs a tenth of the pattern, and hardly any text passes it.
        if _SEVEN not in text.encode("latin-1").translate(_NOUGHTS, _AMONG):
            return False
    except UnicodeEncodeError:
        # Beyond Latin letters there are other figures too, which the pattern knows.
        pass
    return bool(_FIGURES.search(text))
