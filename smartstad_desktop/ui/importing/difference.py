"""Two long texts as one: what went out struck, what came in marked, and what both say shortened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.lists.import_cells import FieldChange
from smartstad_desktop.ui.importing.pieces import Piece, Tint

#: Texts of more words are compared only at their beginning: nobody reads further in a table.
_WORDS: Final = 200
#: So many words on each side of a change are enough to find it.
_AROUND: Final = 4
_BLANKS: Final = re.compile(r"\s+")
#: From this length on (in characters) a text is compared word by word.
_LONG: Final = 40


def is_long(cell: FieldChange) -> bool:
    """Return whether both sides are texts of which one cannot stand on a button."""
    sides = (cell.before, cell.after)
    return all(isinstance(side, str) and not isinstance(side, StrEnum) for side in sides) and any(
        len(str(side)) > _LONG for side in sides
    )


def difference(old: str, new: str) -> list[Piece]:
    """Return the words of both texts in their order."""
    ours, theirs = (_BLANKS.split(text.strip())[:_WORDS] for text in (old, new))
    found: list[Piece] = []
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    for number, (tag, first, last, start, end) in enumerate(blocks):
        if tag == "equal":
            is_first, is_last = number == 0, number == len(blocks) - 1
            found.append(Piece(_shortened(ours[first:last], is_first=is_first, is_last=is_last)))
            continue
        if first < last:
            found.append(Piece(" ".join(ours[first:last]), Tint.OLD))
        if start < end:
            found.append(Piece(" ".join(theirs[start:end]), Tint.NEW))
    return found


def _shortened(words: Sequence[str], *, is_first: bool, is_last: bool) -> str:
    """Return words that both texts have, without those far from any change."""
    before = [] if is_first else words[:_AROUND]
    after = [] if is_last else words[-_AROUND:]
    if len(words) <= len(before) + len(after) + 1:
        return " ".join(words)
    return " ".join([*before, "…", *after])
