"""A square code as one path on a page, sharp in any size."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from smartstad_desktop.exchange.documents.pdf.type import number

#: A reader wants so many empty fields around a code.
_QUIET: Final = 4


def code_path(text: str, side: float) -> str:
    """Return what a page says to fill the code of *text* in a square from the origin, with its quiet edge."""
    import segno  # noqa: PLC0415  only when a fingerprint is printed

    rows = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix]
    field = side / (len(rows) + 2 * _QUIET)
    out: list[str] = []
    for down, row in enumerate(rows, 1):
        at = 0
        for is_dark, group in groupby(row):
            long = len(list(group))
            if is_dark:
                x, y = (at + _QUIET) * field, side - (down + _QUIET) * field
                # A hair more than the field, or some readers show light lines between them.
                out.append(f"{number(x)} {number(y)} {number(long * field)} {number(field + 0.03)} re")
            at += long
    return "\n".join([*out, "f"])
