"""Texts with headings, lists and emphasis, as blocks of the document and as what fits in a cell."""

from __future__ import annotations

from smartstad_desktop.domain.rich_text import HEADINGS, Line, LineKind
from smartstad_desktop.exchange.documents.document import Block, Cell, Run, Tone
from smartstad_desktop.exchange.documents.rich_lines import lines_of
from smartstad_desktop.exchange.documents.rich_text import blocks_of, runs_of


def rich_blocks(text: str, level: int) -> list[Block]:
    """Return *text* as blocks of the document; its headings are of *level* and deeper."""
    return list(blocks_of(text, level)) if text else []


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


def _runs(line: Line) -> list[Run]:
    if line.kind in HEADINGS:
        return [Run(line.text, Tone.STRONG)]
    sign = {LineKind.BULLET: "• ", LineKind.NUMBER: f"{line.number}. "}.get(line.kind, "")
    return [*([Run(sign)] if sign else []), *runs_of(line.spans)]
