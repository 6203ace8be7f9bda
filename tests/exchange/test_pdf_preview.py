"""Pages as pictures, and text with emphasis, lists and links as blocks, told on paper and as text."""

from __future__ import annotations

from itertools import pairwise

import pytest
import segno

from smartstad_desktop.domain.files import PagesUnreadable
from smartstad_desktop.exchange.documents.document import Heading, Paragraph, Point, PointList, Run, Section, Tone
from smartstad_desktop.exchange.documents.document_text import as_text
from smartstad_desktop.exchange.documents.pdf.code import code_path
from smartstad_desktop.exchange.documents.pdf.preview import PagePictures
from smartstad_desktop.exchange.documents.pdf.renderer import render_pages
from smartstad_desktop.exchange.documents.pdf.signing import strokes_of
from smartstad_desktop.exchange.documents.rich_text import blocks_of
from tests.exchange.test_pdf_renderer import a_document, measure

TEXT = """**Nu** och *sedan*, se [webben](https://exempel.se)
nästa rad

### Samtal
1. På torget
   - vid *fontänen*
2. Hemma
"""


def test_pages_are_pictures_of_the_width_that_is_asked_for() -> None:
    with PagePictures(render_pages(a_document(measure(1)))) as pages:
        picture = pages.page(0, 200)
        second = pages.page(1, 333)
        outline = pages.outline()

    assert pages.count == 3
    assert (round(pages.sizes[0][0]), round(pages.sizes[0][1])) == (595, 842)
    assert (picture.width, picture.height) == (200, 283)
    assert len(picture.pixels) == 200 * 283 * 4
    assert len(second.pixels) == second.width * second.height * 4
    # The cover is dark, red first.
    assert tuple(picture.pixels[:3]) == (0x10, 0x26, 0x2D)
    assert outline[-1] == ("1. Åtgärd 1", 2)


def test_what_is_no_pdf_is_said_to_be_unreadable() -> None:
    with pytest.raises(PagesUnreadable):
        PagePictures(b"%PDF-1.7 inget mer")


def test_pictures_may_be_closed_twice() -> None:
    pages = PagePictures(render_pages(a_document()))
    pages.close()
    pages.close()

    assert pages.count == 3


def test_text_keeps_its_emphasis_lists_and_links() -> None:
    words, heading, points = blocks_of(TEXT, 2)

    assert isinstance(words, Paragraph)
    assert words.runs[:3] == (Run("Nu", Tone.STRONG), Run(" och "), Run("sedan", Tone.EMPHASIS))
    assert Run("webben", link="https://exempel.se") in words.runs
    assert heading == Heading("Samtal", 2)
    assert isinstance(points, PointList)
    assert [(point.depth, point.number) for point in points.points] == [(0, 1), (1, None), (0, 2)]


def test_text_file_numbers_points_and_names_addresses() -> None:
    told = as_text(a_document(Section(Heading("Text"), blocks_of(TEXT, 2))))

    assert "webben (https://exempel.se)\nnästa rad" in told
    assert "1. På torget\n  - vid fontänen\n2. Hemma" in told


def test_list_without_words_is_no_list() -> None:
    pages = render_pages(a_document(Section(Heading("Text"), (PointList((Point(()),)),))))

    assert pages.startswith(b"%PDF-1.7")


def test_code_on_the_cover_is_the_one_that_is_read() -> None:
    digits = "7f3a91c20d4eb851" * 4
    rows = [bytes(row) for row in segno.make(digits, error="m", micro=False).matrix]
    field = 66 / (len(rows) + 8)
    found = [bytearray(len(rows)) for _ in rows]
    for line in code_path(digits, 66).splitlines()[:-1]:
        x, y, wide, _high, _operator = line.split()
        left = round(float(x) / field) - 4
        down = len(rows) - (round(float(y) / field) - 4) - 1
        found[down][left : left + round(float(wide) / field)] = b"\x01" * round(float(wide) / field)

    assert [bytes(row) for row in found] == rows


@pytest.mark.parametrize("told", ["", "{", "[1]", '[["a"]]', "[[[1e999, 0]]]", '{"a": 1}', "[" * 5000, "[[[NaN, 1]]]"])
def test_what_is_no_drawn_name_draws_nothing(told: str) -> None:
    assert strokes_of(told) == []


def test_drawn_name_stays_on_its_pad() -> None:
    (stroke,) = strokes_of("[[[-1, 0.5], [2, 7]]]")

    assert stroke == [(0.0, 0.5), (1.0, 1.0)]
    assert all(0 <= side <= 1 for pair in pairwise(stroke) for point in pair for side in point)
