"""Lines as CommonMark. Each line is read again before it counts as written, so that no word can become a mark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from string import punctuation
from typing import Final

from smartstad_desktop.domain.rich_text import (
    DEEPEST,
    HEADINGS,
    ITEMS,
    Line,
    LineKind,
    Span,
    is_address,
    joined,
    number_lines,
)
from smartstad_desktop.exchange.documents.rich_lines import broken, lines_of

_MARKS: Final = {LineKind.HEADING: "### ", LineKind.SUBHEADING: "#### ", LineKind.PLAIN: "", LineKind.BULLET: "- "}
#: Strong and emphasis can be written in several ways; beside each other or inside words not all are understood.
_WAYS: Final = (("**", "*"), ("**", "_"), ("__", "*"))
_BLOCK_START: Final = re.compile(r"^(#{1,6}|[-+*])(?=\s|$)")
_NUMBER_START: Final = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_HASHES: Final = re.compile(r"(^|\s)(#+)$")
#: A line separator is a line break; the others are no characters of a text.
_BREAKS: Final = re.compile("\r\n|[\r\u2028\u2029\x0b\x0c\x85]")
_UNSEEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffc\ufdd0\ufdd1]")
_LARGEST: Final = 999_999_999


def text_of(lines: Iterable[Line]) -> str:
    """Return *lines* as CommonMark that reads as the same lines."""
    cleaned = number_lines(_cleaned(lines))
    widths = [0] * (DEEPEST + 1)
    texts: list[str] = []
    for line in cleaned:
        body = _line_text(replace(line, depth=0))
        if line.kind in ITEMS:
            widths[line.depth] = len(_mark(line))
            inset = " " * sum(widths[: line.depth])
            body = inset + body.replace("\n", f"\n{inset}")
        texts.append(body)
    gaps = ["", *(_gap(before, line) for before, line in pairwise(cleaned))]
    return "".join(gap + text for gap, text in zip(gaps, texts, strict=False))


def _gap(before: Line, line: Line) -> str:
    """Return the line breaks between two lines."""
    if LineKind.PLAIN is before.kind is line.kind:
        return "\n"
    if before.kind not in ITEMS or line.kind not in ITEMS:
        return "\n\n"
    begins_high = line.kind is LineKind.NUMBER and line.depth > before.depth and line.number != 1
    is_other_list = line.kind is not before.kind and line.depth <= before.depth
    return "\n\n" if begins_high or is_other_list else "\n"


def _cleaned(lines: Iterable[Line]) -> Iterator[Line]:
    """Give the lines as they can be written: without empty points, and with one empty line at the most."""
    before: Line | None = None
    is_gap = False
    for line in _split(lines):
        if not line.spans:
            is_gap = True
            continue
        if is_gap and before is not None and LineKind.PLAIN is before.kind is line.kind:
            yield Line()
        deepest = before.depth + 1 if before is not None and before.kind in ITEMS else 0
        depth = min(line.depth, deepest, DEEPEST) if line.kind in ITEMS else 0
        before = Line(line.kind, line.spans, depth, min(max(line.number, 0), _LARGEST))
        is_gap = False
        yield before


def _split(lines: Iterable[Line]) -> Iterator[Line]:
    """Give plain lines without breaks in them, and the others trimmed."""
    for line in lines:
        parts = [part for part in broken(tuple(_tidied(line.spans))) if part]
        if not parts:
            yield Line()
        elif line.kind is LineKind.PLAIN:
            yield from (Line(spans=part) for part in parts)
        else:
            between = Span(" " if line.kind in HEADINGS else "\n")
            spans = joined([*parts[0], *(span for part in parts[1:] for span in (between, *part))])
            if line.kind in HEADINGS:
                spans = joined(replace(span, is_strong=False) for span in spans)
            yield replace(line, spans=spans)


def _tidied(spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        text = _UNSEEN.sub("", _BREAKS.sub("\n", span.text)).replace("\t", " ")
        yield replace(span, text=text, link=span.link.strip() if is_address(span.link) else "")


def _mark(line: Line) -> str:
    return f"{line.number}. " if line.kind is LineKind.NUMBER else _MARKS[line.kind]


@lru_cache(maxsize=4096)
def _line_text(line: Line) -> str:
    """Return one line with its mark; what cannot be written in all its looks is written without some of them."""
    for spans in _simpler(line.spans):
        for way in _WAYS:
            made = _marked(line, _inline(spans, way))
            if _looks(_read_again(made)) == _looks(spans):
                return made
    return _marked(line, re.sub(f"([{re.escape(punctuation)}])", r"\\\1", line.text))


def _marked(line: Line, text: str) -> str:
    """Return *text* after its mark; nothing at the beginning of a row in it is a mark of its own."""
    rows = [_NUMBER_START.sub(r"\1\\\2", _BLOCK_START.sub(r"\\\1", row)) for row in text.split("\n")]
    if line.kind in HEADINGS:
        rows = [_HASHES.sub(r"\1\\\2", row) for row in rows]
    mark = _mark(line)
    return mark + f"\n{' ' * len(mark)}".join(rows)


def _read_again(made: str) -> tuple[Span, ...]:
    found = lines_of(made)
    return tuple(span for number, line in enumerate(found) for span in ((Span("\n"),) if number else ()) + line.spans)


def _looks(spans: Iterable[Span]) -> list[tuple[str, bool, bool, str]]:
    """Return each character with its look; how a blank looks nobody sees."""
    return [
        (each, False, False, "") if each.isspace() else (each, span.is_strong, span.is_emphasis, span.link)
        for span in spans
        for each in span.text
    ]


def _simpler(spans: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """Give *spans* with fewer and fewer looks: marks do not reach into words everywhere."""
    calm = _with_calm_blanks(spans, str.isspace)
    yield calm
    if any(span.is_strong or span.is_emphasis for span in calm):
        yield _with_calm_blanks(calm, lambda each: not each.isalnum())
        yield joined(replace(span, is_emphasis=span.is_emphasis and not span.is_strong) for span in calm)
        yield joined(replace(span, is_emphasis=False) for span in calm)
        yield joined(Span(span.text, link=span.link) for span in calm)
    yield joined(Span(span.text) for span in calm)


def _with_calm_blanks(spans: tuple[Span, ...], is_calm: Callable[[str], bool]) -> tuple[Span, ...]:
    """Return *spans* with the looks taken from characters at the edges of a look, where marks are not understood."""
    characters = [replace(span, text=each) for span in spans for each in span.text]
    for row in (range(len(characters)), range(len(characters) - 1, -1, -1)):
        strong = emphasis = False
        link = ""
        for at in row:
            found = characters[at]
            if is_calm(found.text):
                kept = found.link if not found.text.isspace() or found.link == link else ""
                found = Span(found.text, found.is_strong and strong, found.is_emphasis and emphasis, kept)
                characters[at] = found
            strong, emphasis, link = found.is_strong, found.is_emphasis, found.link
    return joined(characters)


def _inline(spans: tuple[Span, ...], way: tuple[str, str]) -> str:
    """Return *spans* with their marks; strong stands outside of emphasis, and a link inside of both."""
    has_link = any(span.link for span in spans) or "](" in "".join(span.text for span in spans)
    strong, emphasis = way
    made: list[str] = []
    is_strong = is_emphasis = False
    for span in (*spans, Span("")):
        if is_emphasis and (not span.is_emphasis or span.is_strong != is_strong):
            made.append(emphasis)
            is_emphasis = False
        if is_strong and not span.is_strong:
            made.append(strong)
        if span.is_strong and not is_strong:
            made.append(strong)
        if span.is_emphasis and not is_emphasis:
            made.append(emphasis)
        is_strong, is_emphasis = span.is_strong, span.is_emphasis
        text = _escaped(span.text, has_link=has_link)
        made.append(f"[{text}]({_address(span.link)})" if span.link else text)
    return "".join(made)


def _address(link: str) -> str:
    plain = link.replace("\\", "\\\\")
    return f"<{plain}>" if any(each in "()" for each in plain) else plain


def _escaped(text: str, *, has_link: bool) -> str:
    """Return *text* with a backslash before what would be a mark."""
    return "".join(f"\\{each}" if _is_mark(text, at, has_link=has_link) else each for at, each in enumerate(text))


def _is_mark(text: str, at: int, *, has_link: bool) -> bool:
    each = text[at]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if each in "[]":
        return has_link
    if each == "\\":
        return not after or after in punctuation or after == "\n"
    if each in "*_":
        stands_free = before.isspace() and after.isspace()
        is_in_word = each == "_" and before.isalnum() and after.isalnum()
        return not (stands_free or is_in_word)
    return False
