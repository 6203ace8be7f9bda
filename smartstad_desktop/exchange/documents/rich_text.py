"""CommonMark as blocks of a document: the same lines as in the editor, on paper and in Word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from smartstad_desktop.domain.rich_text import HEADINGS, ITEMS, Line, LineKind, Span
from smartstad_desktop.exchange.documents.document import Block, Heading, Paragraph, Point, PointList, Run, Tone
from smartstad_desktop.exchange.documents.rich_lines import lines_of

_TONES: Final = {
    (False, False): Tone.PLAIN,
    (True, False): Tone.STRONG,
    (False, True): Tone.EMPHASIS,
    (True, True): Tone.STRONG_EMPHASIS,
}


def blocks_of(text: str, level: int) -> tuple[Block, ...]:
    """Return *text* as blocks; its headings are of *level*, those beneath them one deeper."""
    blocks: list[Block] = []
    lines = lines_of(text) if text.strip() else ()
    for kind, group in groupby(lines, _sort):
        found = list(group)
        if kind == "items":
            blocks.append(PointList(tuple(_point(line) for line in found)))
        elif kind == "words":
            blocks.append(Paragraph(_together(found)))
        elif kind == "heading":
            blocks += [Heading(_one_line(line.text), level + (line.kind is LineKind.SUBHEADING)) for line in found]
    return tuple(blocks)


def runs_of(spans: Iterable[Span]) -> tuple[Run, ...]:
    """Return *spans* as runs in their tones."""
    return tuple(Run(span.text, _TONES[span.is_strong, span.is_emphasis], span.link) for span in spans)


def _sort(line: Line) -> str:
    if line.kind in ITEMS:
        return "items"
    if line.kind in HEADINGS:
        return "heading"
    return "words" if line.spans else "between"


def _point(line: Line) -> Point:
    return Point(runs_of(line.spans), line.depth, line.number if line.kind is LineKind.NUMBER else None)


def _together(lines: Sequence[Line]) -> tuple[Run, ...]:
    """Return the lines of one paragraph, each on a line of its own."""
    runs: list[Run] = []
    for line in lines:
        if runs:
            runs.append(Run("\n"))
        runs += runs_of(line.spans)
    return tuple(runs)


def _one_line(text: str) -> str:
    return " ".join(text.split())
