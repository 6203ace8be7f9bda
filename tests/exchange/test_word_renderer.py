"""Documents as Word files: read again with the library and part by part, and opened by LibreOffice."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn

from smartstad_desktop.domain.progress import Cancelled
from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents import drawing as draw
from smartstad_desktop.exchange.documents.carried import Fingerprint
from smartstad_desktop.exchange.documents.document import Align, Column, Heading, Mark, Section, Tone, cell, paragraph
from smartstad_desktop.exchange.documents.word.renderer import render, write
from tests.support import office

PROGRAM = office.program()
SOUP = "<b>x & </w:p> é → 2×2\x00 (2027–2030)"
AN = Mark("ÄN", "#0B5C69", "Ängelholms kommun")
BOX = draw.Drawing(
    width=200,
    height=60,
    shapes=(
        draw.Box(x=5, y=5, width=80, height=30, fill="primary_tint", edge="line", radius=4, is_dashed=True),
        draw.Line(x=0, y=0, to_x=200, to_y=60, is_dashed=True),
        draw.Diamond(x=150, y=30, half=8),
        draw.Words(x=10, y=20, text="Ruta", anchor=draw.Anchor.START),
    ),
    alternative="En ruta och en romb",
)
SIGNER = doc.SignatureRow(organisation="Ängelholm", role="Ordförande", name="Kim Exempel")
POINTS = doc.PointList(
    (
        doc.Point((doc.Run("först"),), number=1),
        doc.Point((doc.Run("inuti"),), depth=1),
        doc.Point((doc.Run("sedan "), doc.Run("här", link="https://example.org/plan")), number=2),
    )
)
AGAIN = doc.PointList((doc.Point((doc.Run("om igen", Tone.EMPHASIS),), number=1),))
ROWS = tuple((cell(f"Kommun {number}"), cell("400 tkr", marks=(AN,))) for number in range(60))
BLOCKS: tuple[doc.Block, ...] = (
    Heading("Varför", 3),
    paragraph(SOUP, doc.Manner.LEAD),
    doc.Paragraph((doc.Run("stark", Tone.STRONG), doc.Run(" och svag", Tone.SOFT))),
    doc.BulletList(("ett", "två")),
    POINTS,
    AGAIN,
    doc.Table((Column("Kommun", 30), Column("Budget", 20, Align.RIGHT)), ROWS, "Åtaganden", (cell("Summa"), cell("1"))),
    doc.Table((Column("Vad", 90), Column("Vem", 10)), ((cell("Nät"), cell("", marks=(AN,))),), "Vem gör vad"),
    doc.KeyValues((("Vad", cell("Det här")),), boxed=True),
    doc.KeyFigures((("12", "åtgärder"),)),
    doc.Badges((AN,), "Nu"),
    doc.BarFigure((doc.Bar("Nytta", 2, "2"), doc.Bar("Skada", -1, "-1")), "Nytta 2, skada -1"),
    BOX,
    doc.SignatureTable(("Organisation", "Roll", "Namn", "Datum"), (SIGNER,), "Underskrifter"),
    doc.PageBreak(),
    doc.KeepTogether((Heading("Hålls ihop", 2), paragraph("Med sin rubrik."))),
)


def a_document() -> doc.Document:
    """Return a document with a block of every kind."""
    return doc.Document(
        title="Smart samhälle",
        language="sv",
        subject="Utvecklingsplan",
        author="Ängelholms kommun",
        created=datetime(2026, 11, 19, 8, 0, tzinfo=UTC),
        cover=doc.Cover(kicker="Plan", title="Smart samhälle", lead="För elva", facts=(("Version", "1"),), seal="7f3a"),
        contents_title="Innehåll",
        footer="Utvecklingsplan, version 1.0",
        page_label="Sida {page} av {pages}",
        sections=(Section(Heading("Sammanfattning"), BLOCKS), Section(Heading("Slut"), (paragraph("Slut."),))),
        warning="UTKAST – arbetsmaterial",
        fingerprint=Fingerprint(digits="7f3a91c2" * 8, label="Fingeravtryck", foot="Avtryck", alternative="En kod"),
    )


@pytest.fixture(scope="module")
def content() -> bytes:
    """The document as the bytes of a Word file."""
    return render(a_document())


@pytest.fixture(scope="module")
def word(content: bytes) -> WordFile:
    """The Word file, read again."""
    return docx.Document(BytesIO(content))


def told(element: Any) -> str:
    """Return the words in an element."""
    return "".join(words.text for words in element.iter(qn("w:t")))


def test_headings_and_lists_are_what_they_are_called(word: WordFile) -> None:
    styled = [(line.style.name if line.style else "", line.text) for line in word.paragraphs]

    assert ("Heading 1", "Sammanfattning") in styled
    assert ("Heading 2", "Hålls ihop") in styled
    assert ("Heading 3", "Varför") in styled
    assert styled.count(("List Bullet", "ett")) == 1
    assert SOUP.replace("\x00", "") in [text for _style, text in styled]


def test_lists_with_numbers_begin_anew(word: WordFile) -> None:
    lines = {line.text: line for line in word.paragraphs}
    counts = [
        [each.get(qn("w:val")) for each in lines[text]._p.iter(qn("w:numId"))]  # pyright: ignore[reportPrivateUsage]  counts have no public name
        for text in ("först", "sedan här", "om igen")
    ]

    assert counts[0] == counts[1]
    assert counts[0] != counts[2]
    assert lines["inuti"].style is not None
    assert lines["inuti"].style.name == "List Bullet 2"
    assert [link.address for link in lines["sedan här"].hyperlinks] == ["https://example.org/plan"]


def test_the_contents_lead_to_their_headings(word: WordFile) -> None:
    body: Any = word.element.body  # pyright: ignore[reportAttributeAccessIssue]  the library has no type for it
    places = {mark.get(qn("w:name")): mark.getparent() for mark in body.iter(qn("w:bookmarkStart"))}
    links = {link.get(qn("w:anchor")): told(link) for link in body.iter(qn("w:hyperlink")) if link.get(qn("w:anchor"))}

    assert links == {name: told(heading) for name, heading in places.items()}
    assert [*links.values()] == ["Sammanfattning", "Hålls ihop", "Slut"]


def test_tables_repeat_their_headings_and_say_what_they_show(word: WordFile) -> None:
    root = word.tables[0]._tbl  # pyright: ignore[reportPrivateUsage]  no public way to its properties
    heads = [row for row in root.iter(qn("w:tr")) if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]

    assert [cell.text for cell in word.tables[0].rows[0].cells] == ["Kommun", "Budget"]
    assert len(heads) == 1
    assert [each.get(qn("w:val")) for each in root.iter(qn("w:tblDescription"))] == ["Åtaganden"]
    assert word.tables[1].rows[1].cells[1].text == "ÄN"
    assert "ÄN Ängelholms kommun" in [line.text for line in word.paragraphs]
    assert word.tables[0].rows[61].cells[0].text == "Summa"


def test_pictures_say_the_same_in_words(content: bytes) -> None:
    body = zipfile.ZipFile(BytesIO(content)).read("word/document.xml").decode()

    assert re.findall(r'<wp:docPr [^>]*descr="([^"]*)"', body) == ["En kod", "Nytta 2, skada -1", "En ruta och en romb"]


def test_each_page_says_that_it_is_a_draft_and_its_number(word: WordFile) -> None:
    foot = word.sections[0].footer.paragraphs[0]
    xml = foot._p.xml  # pyright: ignore[reportPrivateUsage]  fields have no public name

    assert word.sections[0].header.paragraphs[0].text == "UTKAST – arbetsmaterial"
    assert re.findall(r"> (PAGE|NUMPAGES) <", xml) == ["PAGE", "NUMPAGES"]
    assert "Utvecklingsplan, version 1.0 · Avtryck 7f3a 91c2" in foot.text


def test_the_file_says_title_author_language_and_when_it_was_made(word: WordFile, content: bytes) -> None:
    about = word.core_properties

    assert (about.title, about.author, about.language) == ("Smart samhälle", "Ängelholms kommun", "sv-SE")
    assert (about.created, about.modified) == (a_document().created, a_document().created)
    assert 'w:lang w:val="sv-SE"' in zipfile.ZipFile(BytesIO(content)).read("word/styles.xml").decode()


def test_the_same_document_gives_the_same_bytes(content: bytes) -> None:
    assert render(a_document()) == content


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    class Stops:
        def report(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(a_document(), tmp_path / "plan.docx", Stops())

    assert [*tmp_path.iterdir()] == []


@pytest.mark.slow
@pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(content: bytes, tmp_path: Path) -> None:
    assert PROGRAM is not None
    source = tmp_path / "plan.docx"
    source.write_bytes(content)
    try:
        (made,) = office.Office(PROGRAM, tmp_path / "profile").saved_again([source], "pdf", tmp_path / "out")
        pages = pypdf.PdfReader(made).pages
    except FileNotFoundError:
        pytest.skip("LibreOffice has no Writer here")
    text = " ".join(page.extract_text() for page in pages)

    assert len(pages) >= 5
    assert "Sida 1 av" in text
    assert text.count("Budget") >= 2
