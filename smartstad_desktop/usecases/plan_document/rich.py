"""Texts with headings, lists and emphasis, as blocks of the document and as what fits in a cell."""

from __future__ import annotations

from smartstad_desktop.domain.rich_text import HEADINGS, ITEMS, Line, LineKind
from smartstad_desktop.exchange.documents.document import Block, BulletList, Cell, Heading, Paragraph, Run, Tone
from smartstad_desktop.exchange.documents.rich_lines import lines_of


def rich_cell(text: str) -> Cell:
    """Return *text* for a cell: a point is a line with its sign, and what is strong is strong."""
    runs: list[Run] = []
    for line in lines_of(text) if text else ():
        if not line.spans:
            continue
        if runs:
            runs.append(Run("\n"))
        runs += _runs(line)
    return Cell(tuple(runs))


def plain(text: str) -> str:
    """Return *text* without its looks, in one line."""
    return " ".join(line.text.replace("\n", " ") for line in lines_of(text) if line.spans) if text else ""


def rich_blocks(text: str, level: int) -> list[Block]:
    """Return *text* as blocks of the document; its headings are of *level* and deeper."""
    blocks: list[Block] = []
    points: list[str] = []
    for line in lines_of(text) if text else ():
        if line.kind in ITEMS:
            points.append(line.text)
            continue
        if points:
            blocks.append(BulletList(tuple(points)))
            points = []
        if line.spans:
            blocks.append(Heading(line.text, level) if line.kind in HEADINGS else Paragraph(tuple(_runs(line))))
    return [*blocks, *([BulletList(tuple(points))] if points else [])]


def _runs(line: Line) -> list[Run]:
    is_heading = line.kind in HEADINGS
    found: list[Run] = []
    if line.kind is LineKind.BULLET:
        found.append(Run("• "))
    elif line.kind is LineKind.NUMBER:
        found.append(Run(f"{line.number}. "))
    return found + [Run(span.text, Tone.STRONG if is_heading or span.is_strong else Tone.PLAIN) for span in line.spans]
