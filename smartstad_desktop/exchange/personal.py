"""What should not stand in a list: personal numbers, private e-mail addresses and phone numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from smartstad_desktop.domain.lists import IssueCode
from smartstad_desktop.domain.personal_data import Personal, noticed
from smartstad_desktop.exchange.reading import Cell

# Seven figures close together; nearly every column holds neither them nor an address and is passed over in one look.
_FIGURES: Final = re.compile(r"\d(?:[-+ /()]{0,2}\d){6}")
_ADDRESS: Final = re.compile("@")
_CODES: Final = {
    Personal.NUMBER: IssueCode.PERSONAL_NUMBER,
    Personal.PRIVATE_EMAIL: IssueCode.PRIVATE_EMAIL,
    Personal.PHONE: IssueCode.PHONE_NUMBER,
}
_BETWEEN: Final = "\x1f"


def findings(cells: Sequence[Cell]) -> Iterator[tuple[int, IssueCode, str]]:
    """Yield what the cells of a column hold of people: place of the cell, what it is, and how it is written."""
    some = _BETWEEN.join({cell for cell in cells if type(cell) is str})
    if not _FIGURES.search(some) and "@" not in some:
        return
    texts = [cell if type(cell) is str else "" for cell in cells]
    joined = _BETWEEN.join(texts)
    hits = [hit.start() for pattern in (_FIGURES, _ADDRESS) for hit in pattern.finditer(joined)]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    for place in sorted({bisect_right(starts, hit) - 1 for hit in hits}):
        for notice in noticed(texts[place]):
            if notice.kind in _CODES:
                yield place, _CODES[notice.kind], texts[place][notice.start : notice.end].strip()
