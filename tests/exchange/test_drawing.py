"""A drawing is the same on a page of a PDF, in an SVG file and as text: its words are there, and its alternative."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

from pypdf import PdfReader

from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents import svg_drawing
from smartstad_desktop.exchange.documents.document_text import as_text
from smartstad_desktop.exchange.documents.drawing import Anchor, Box, Diamond, Drawing, Line, Words
from smartstad_desktop.exchange.documents.pdf import renderer as pdf_renderer

DRAWING = Drawing(
    width=900,
    height=120,
    shapes=(
        Box(x=10, y=10, width=200, height=40, fill="primary_tint", edge="primary", radius=6, is_dashed=True),
        Words(x=110, y=34, text="Styrgrupp & råd → beslut", size=11, is_strong=True, anchor=Anchor.MIDDLE),
        Line(x=110, y=50, to_x=110, to_y=80),
        Diamond(x=110, y=90, half=8, edge="ink"),
    ),
    alternative="Styrgruppen beslutar om en milstolpe.",
)


def document() -> doc.Document:
    section = doc.Section(doc.Heading("Bild"), (DRAWING,))
    return doc.Document(
        title="Prov",
        language="sv",
        subject="",
        author="",
        created=datetime(2026, 11, 22, tzinfo=UTC),
        cover=None,
        contents_title="",
        footer="",
        page_label="{page} ({pages})",
        sections=(section,),
    )


def test_a_drawing_that_is_wider_than_the_page_is_shown_whole(tmp_path: Path) -> None:
    pdf_renderer.write(document(), tmp_path / "bild.pdf")
    text = PdfReader(tmp_path / "bild.pdf").pages[0].extract_text()

    assert "Styrgrupp & råd → beslut" in text
    assert "Styrgruppen beslutar om en milstolpe." in as_text(document())


def test_an_svg_file_tells_its_words_and_its_alternative(tmp_path: Path) -> None:
    svg_drawing.write(DRAWING, "Så styrs programmet", tmp_path / "bild.svg")
    root = ET.parse(tmp_path / "bild.svg").getroot()  # noqa: S314  our own file
    found = {child.tag.rpartition("}")[2]: child for child in root}

    assert found["title"].text == "Så styrs programmet"
    assert found["desc"].text == DRAWING.alternative
    assert found["text"].text == "Styrgrupp & råd → beslut"
    assert found["polygon"].get("points") == "110,82 118,90 110,98 102,90"
