"""Text with headings, lists, emphasis and links, as lines: what people write and what paper and screen show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.errors import FieldInvalid


class LineKind(StrEnum):
    """What a line is."""

    PLAIN = "plain"
    HEADING = "heading"
    SUBHEADING = "subheading"
    BULLET = "bullet"
    NUMBER = "number"


HEADINGS: Final = frozenset({LineKind.HEADING, LineKind.SUBHEADING})
ITEMS: Final = frozenset({LineKind.BULLET, LineKind.NUMBER})
#: Only addresses that open something harmless are links; others stay plain text.
SCHEMES: Final = ("http://", "https://", "mailto:")
#: Points may have points beneath them, and these too.
DEEPEST: Final = 2


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that looks the same all along; with an address it is a link."""

    text: str
    is_strong: bool = False
    is_emphasis: bool = False
    link: str = ""

    def is_alike(self, other: Span) -> bool:
        """Return whether both look the same."""
        return replace(self, text=other.text) == other


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is written; without spans it is the empty line between two paragraphs.

    A point may hold line breaks. ``number`` is where an ordered list begins, or goes on.
    """

    kind: LineKind = LineKind.PLAIN
    spans: tuple[Span, ...] = ()
    depth: int = 0
    number: int = 1

    @property
    def text(self) -> str:
        """Return the words without their looks."""
        return "".join(span.text for span in self.spans)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return *spans* with neighbours that look alike made one, and empty ones left out."""
    found: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if found and found[-1].is_alike(span):
            found[-1] = replace(span, text=found[-1].text + span.text)
        else:
            found.append(span)
    return tuple(found)


def trimmed(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return *spans* without the blanks at both ends."""
    found = list(joined(spans))
    while found and not found[0].text.strip():
        found.pop(0)
    while found and not found[-1].text.strip():
        found.pop()
    if found:
        found[0] = replace(found[0], text=found[0].text.lstrip())
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return tuple(found)


def is_address(text: str) -> bool:
    """Return whether *text* can be the address of a link."""
    plain = text.strip()
    return plain.casefold().startswith(SCHEMES) and not any(each.isspace() or each in "<>" for each in plain)


def number_lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return *lines* with the points of ordered lists numbered on from where their list begins."""
    found: list[Line] = []
    reached: dict[int, int] = {}
    for line in lines:
        if line.kind is LineKind.NUMBER:
            reached = {depth: number for depth, number in reached.items() if depth <= line.depth}
            number = reached[line.depth] + 1 if line.depth in reached else line.number
            reached[line.depth] = number
            found.append(replace(line, number=number))
        else:
            depth = line.depth if line.kind is LineKind.BULLET else 0
            reached = {at: number for at, number in reached.items() if at < depth}
            found.append(line)
    return tuple(found)


class LinkUnusable(FieldInvalid):
    """An address is none that a link can lead to. Parameters: ``text``."""

    code = "link_unusable"


def completed_address(text: str) -> str:
    """Return what people write as an address in full: ``skr.se`` is a page, ``namn@kommun.se`` a letter box."""
    plain = text.strip()
    if not plain or ":" in plain.split("/", 1)[0]:
        return plain
    return f"mailto:{plain}" if "@" in plain and "/" not in plain else f"https://{plain}"
