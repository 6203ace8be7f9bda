"""CommonMark as lines: what people write in the editor, and what is kept.

Only headings, lists, emphasis and links are read as such. Everything else is plain text, also HTML, so that nothing
somebody wrote is ever lost.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from smartstad_desktop.domain.rich_text import DEEPEST, Line, LineKind, Span, is_address, joined, trimmed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_BLOCKS: Final = ("list", "heading", "paragraph")
_INLINE: Final = ("text", "newline", "escape", "emphasis", "link", "balance_pairs", "fragments_join")
_CORE: Final = ("normalize", "block", "inline", "text_join")
#: Headings of a text stand beneath those of the document; deeper ones are all alike.
_HEADING_TAGS: Final = frozenset({"h1", "h2", "h3"})


@cache
def parser() -> MarkdownIt:
    """Return the reader of the part of CommonMark that is used here."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  a tenth of a second, only when text is read

    made = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable([*_BLOCKS, *_INLINE, *_CORE])
    rules = made.get_active_rules()
    wanted = {*_BLOCKS, *_INLINE, *_CORE}
    made.disable([name for names in rules.values() for name in names if name not in wanted])
    made.validateLink = is_address  # pyright: ignore[reportAttributeAccessIssue]  the library's way to say which links are allowed
    # An address is kept as it was written.
    made.normalizeLink = str  # pyright: ignore[reportAttributeAccessIssue]  as above
    return made


@lru_cache(maxsize=512)
def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of *text*; an empty line between two paragraphs is a line without spans.

    A plan tells most of its texts in several places, so what was read last is kept.
    """
    reading = _Reading()
    for token in parser().parse(text):
        reading.take(token)
    return tuple(reading.lines)


class _Reading:
    """Walks the reader's tokens."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        #: The lists one stands in: whether it is ordered, and the number of the next point.
        self._lists: list[tuple[LineKind, int]] = []
        self._heading: LineKind | None = None
        self._is_after_paragraph = False
        #: Where the points one stands in are; paragraphs become lines of the innermost.
        self._items: list[int] = []

    def take(self, token: Token) -> None:
        """Take the next token."""
        match token.type:
            case "bullet_list_open":
                self._lists.append((LineKind.BULLET, 1))
            case "ordered_list_open":
                start = token.attrGet("start")
                self._lists.append((LineKind.NUMBER, 1 if start is None else int(start)))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
                self._is_after_paragraph = False
            case "list_item_open":
                self._begin_item()
            case "list_item_close":
                self._items.pop()
            case "heading_open":
                self._heading = LineKind.HEADING if token.tag in _HEADING_TAGS else LineKind.SUBHEADING
            case "heading_close":
                self._heading = None
            case "inline":
                self._put(_spans(token.children or []))
            case _:
                pass

    def _begin_item(self) -> None:
        kind, number = self._lists[-1]
        self._lists[-1] = (kind, number + 1)
        self._items.append(len(self.lines))
        self.lines.append(Line(kind, (), min(len(self._lists) - 1, DEEPEST), number))

    def _put(self, spans: tuple[Span, ...]) -> None:
        if self._items:
            self._put_in_item(spans)
        elif self._heading is not None:
            self.lines.append(Line(self._heading, _as_heading(spans)))
            self._is_after_paragraph = False
        else:
            if self._is_after_paragraph:
                self.lines.append(Line())
            self.lines.extend(Line(spans=part) for part in broken(spans) if part)
            self._is_after_paragraph = True

    def _put_in_item(self, spans: tuple[Span, ...]) -> None:
        at = self._items[-1]
        item = self.lines[at]
        before = (*item.spans, Span("\n")) if item.spans else ()
        self.lines[at] = Line(item.kind, joined((*before, *spans)), item.depth, item.number)


def _spans(tokens: list[Token]) -> tuple[Span, ...]:
    found: list[Span] = []
    strong = emphasis = 0
    link = ""
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "link_open":
                link = str(token.attrGet("href") or "").strip()
            case "link_close":
                link = ""
            case "softbreak" | "hardbreak":
                found.append(Span("\n", strong > 0, emphasis > 0, link))
            case _:
                found.append(Span(token.content, strong > 0, emphasis > 0, link))
    return joined(found)


def _as_heading(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return a heading's words: a heading is strong all along."""
    return joined(Span(span.text, is_emphasis=span.is_emphasis, link=span.link) for span in spans)


def broken(spans: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """Return *spans* line by line."""
    lines: list[list[Span]] = [[]]
    for span in spans:
        first, *rest = span.text.split("\n")
        lines[-1].append(Span(first, span.is_strong, span.is_emphasis, span.link))
        lines.extend([Span(part, span.is_strong, span.is_emphasis, span.link)] for part in rest)
    return [trimmed(line) for line in lines]
