"""Text with headings, lists, emphasis and links: what was written reads the same, and no word is ever lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartstad_desktop.domain.rich_text import Line, LineKind, Span, number_lines
from smartstad_desktop.exchange.documents.rich_lines import lines_of
from smartstad_desktop.exchange.documents.rich_writing import text_of

#: Characters that mean something to CommonMark stand more often than chance would have it.
WORDS = st.text(st.sampled_from("abå 1. )(#*_-+\\`[]!<>&~|=:\"' \n–é"), max_size=12) | st.text(max_size=6)
LINKS = st.sampled_from(["", "", "https://skr.se", "mailto:a@b.se", "http://a.se/(b)_c*d"])
SPANS = st.builds(Span, WORDS, st.booleans(), st.booleans(), LINKS)
LINES = st.lists(
    st.builds(
        Line,
        st.sampled_from(LineKind),
        st.lists(SPANS, max_size=3).map(tuple),
        st.integers(0, 3),
        st.sampled_from([0, 1, 2, 7, 2027]),
    ),
    max_size=5,
)


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3",
        "\\# 1",
        "snake_case och R&D <b>hej</b>",
        "Hej **du** och *jag*\nrad två\n\nnytt stycke",
        "### Rubrik\n\n- a\n- **b** c\n  - d\n\n1. x\n2. y",
        "#### Underrubrik\n\n7. sju\n8. åtta",
        "[SKR](https://skr.se) och ***båda***",
        "2027\\. Något",
        "---",
        "```\nkod\n```",
        "[a]: http://x.se",
        "- första\n  med två rader\n- andra",
        "",
    ],
)
def test_what_is_kept_stays_as_it_is(text: str) -> None:
    assert text_of(lines_of(text)) == text


def test_looks_are_read() -> None:
    assert lines_of("Ett **starkt** *ord* på [SKR](https://skr.se).") == (
        Line(
            spans=(
                Span("Ett "),
                Span("starkt", is_strong=True),
                Span(" "),
                Span("ord", is_emphasis=True),
                Span(" på "),
                Span("SKR", link="https://skr.se"),
                Span("."),
            )
        ),
    )


def test_a_list_goes_on_from_its_number_and_holds_points_beneath_points() -> None:
    lines = lines_of("3. tre\n4. fyra\n   - under")

    assert [(line.kind, line.number, line.depth, line.text) for line in lines] == [
        (LineKind.NUMBER, 3, 0, "tre"),
        (LineKind.NUMBER, 4, 0, "fyra"),
        (LineKind.BULLET, 1, 1, "under"),
    ]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "http://a b", "skr.se"])
def test_only_harmless_addresses_are_links(address: str) -> None:
    (line,) = lines_of(f"[klicka]({address})")
    assert line.text == f"[klicka]({address})"
    assert text_of([Line(spans=(Span("klicka", link=address),))]) == "klicka"


@given(LINES)
def test_every_word_that_was_written_is_read_again(lines: list[Line]) -> None:
    kept = text_of(lines)
    read = lines_of(kept)

    assert _words(read) == _words(lines)
    assert text_of(read) == kept


@given(st.text(st.sampled_from("ab 1. )(#*_-+\\[]!<&\n\t:/https"), max_size=40))
def test_reading_and_writing_settles_at_once(text: str) -> None:
    once = text_of(lines_of(text))
    assert text_of(lines_of(once)) == once


@given(st.lists(SPANS, max_size=4).map(tuple))
def test_strong_words_between_blanks_stay_strong(spans: tuple[Span, ...]) -> None:
    words = (Span("före "), Span("starkt", is_strong=True), Span(" efter"))
    read = lines_of(text_of([Line(spans=(*words, Span("\n"), *spans))]))
    assert Span("starkt", is_strong=True) in read[0].spans


def _words(lines: tuple[Line, ...] | list[Line]) -> str:
    """Return what can be seen, without the blanks between."""
    seen = "".join(span.text for line in number_lines(lines) for span in line.spans)
    hidden = "".join(map(chr, [*range(9), *range(14, 32), 127, 0xFFFC, 0xFDD0, 0xFDD1]))
    return "".join(seen.translate(str.maketrans("", "", hidden)).split())
