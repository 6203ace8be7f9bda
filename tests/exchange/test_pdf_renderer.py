"""Documents as PDF: parsed again, and judged by what a reader would find."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import Destination, DictionaryObject

from smartstad_desktop.domain.files import FileUnwritable, TargetInUse
from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents.document import Align, Column, Heading, Mark, Section, Tone, cell, paragraph
from smartstad_desktop.exchange.documents.pdf.renderer import render, write
from smartstad_desktop.exchange.documents.pdf.text import clean

AN = Mark("ÄN", "#0B5C69", "Ängelholms kommun")
YELLOW = Mark("GU", "#FFE600", "Gula kommunen")
SOUP = "<b>x <img src='file:///etc/passwd'/> & </para> é → 2×2 (2027–2030) 10:30"


def a_document(*sections: Section, **changes: object) -> doc.Document:
    """Return a small document with the given sections."""
    cover = doc.Cover(kicker="Utvecklingsplan", title="Smart samhälle", facts=(("Version", "1.0"),), seal="7f3a 91c2")
    plain = doc.Document(
        title="Smart samhälle",
        language="sv",
        subject="Utvecklingsplan",
        author="Ängelholms kommun",
        created=datetime(2026, 11, 19, 8, 0, tzinfo=UTC),
        cover=cover,
        contents_title="Innehåll",
        footer="Utvecklingsplan, version 1.0",
        page_label="Sida {page} av {pages}",
        sections=sections or (Section(Heading("Sammanfattning"), (paragraph("Allt i korthet."),)),),
    )
    return replace(plain, **changes)


def parsed(document: doc.Document) -> pypdf.PdfReader:
    """Return the rendered document, read again."""
    return pypdf.PdfReader(BytesIO(render(document)))


def words(reader: pypdf.PdfReader) -> list[str]:
    """Return the text of each page with plain spaces."""
    return [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]


def measure(number: int, *, why: str = "Därför.", rows: int = 3) -> Section:
    """Return a section as the plan has one per measure."""
    columns = (Column("Kommun", 30), Column("Budget", 20, Align.RIGHT))
    table = doc.Table(
        columns, tuple((cell("Ängelholm", marks=(AN,)), cell("400 tkr")) for _ in range(rows)), "Åtaganden"
    )
    values = doc.KeyValues((("Varför", cell(why)), ("Vad", cell("Det här."))))
    return Section(Heading(f"{number}. Åtgärd {number}", 2), (doc.Badges((AN, YELLOW), "Nu"), values, table))


def outline(reader: pypdf.PdfReader) -> list[tuple[int, str]]:
    """Return the bookmarks with their depth."""

    def walk(entries: list[Destination | list[object]], depth: int) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        for entry in entries:
            found += walk(entry, depth + 1) if isinstance(entry, list) else [(depth, str(entry.title))]
        return found

    return walk(reader.outline, 1)


def test_every_page_after_the_cover_says_page_x_of_y() -> None:
    texts = words(parsed(a_document(*(measure(number) for number in range(1, 6)))))

    assert len(texts) == 7
    assert all(f"Sida {number} av 7" in texts[number - 1] for number in range(2, 8))
    assert "Sida" not in texts[0]


def test_contents_name_each_heading_with_its_page_and_lead_there() -> None:
    reader = parsed(a_document(Section(Heading("Åtgärder"), (paragraph("Se nedan."),)), measure(1), measure(2)))

    assert "Åtgärder 3 1. Åtgärd 1 4 2. Åtgärd 2 5" in words(reader)[1]
    links = [note.get_object() for note in reader.pages[1]["/Annots"]]
    targets = [link["/Dest"][0].get_object() for link in links]
    assert [list(reader.pages).index(target) for target in targets] == [2, 3, 4]


def test_bookmarks_follow_the_headings() -> None:
    reader = parsed(a_document(Section(Heading("Åtgärder"), (Heading("Inne i", 3), paragraph("x"))), measure(1)))

    assert outline(reader) == [(1, "Innehåll"), (1, "Åtgärder"), (2, "1. Åtgärd 1")]


def test_only_inter_is_used_and_all_of_it_is_embedded() -> None:
    reader = parsed(a_document(measure(1), Section(Heading("Figur"), (doc.BarFigure((doc.Bar("a", 1, "1"),), "en"),))))
    fonts: dict[str, DictionaryObject] = {}
    for page in reader.pages:
        fonts |= {font.get_object()["/BaseFont"]: font.get_object() for font in page["/Resources"]["/Font"].values()}

    assert fonts
    assert all("+Inter" in name for name in fonts)
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts.values())
    assert all("/ToUnicode" in font for font in fonts.values())
    assert b"Helvetica" not in render(a_document())


@pytest.mark.parametrize(("language", "tag"), [("sv", "sv-SE"), ("nb", "nb-NO"), ("en", "en-GB")])
def test_catalogue_tells_language_and_title(language: str, tag: str) -> None:
    reader = parsed(a_document(language=language))
    root = reader.trailer["/Root"]

    assert tag == root["/Lang"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert (reader.metadata.title, reader.metadata.author) == ("Smart samhälle", "Ängelholms kommun")
    assert datetime(2026, 11, 19, 8, 0, tzinfo=UTC) == reader.metadata.creation_date


def test_same_document_gives_same_bytes() -> None:
    document = a_document(measure(1), measure(2))

    assert render(document) == render(document)
    assert render(document) != render(replace(document, title="Annat"))


def test_draft_is_marked_on_every_page_and_approved_on_none() -> None:
    marked = words(parsed(a_document(measure(1), warning="UTKAST – arbetsmaterial")))

    assert all("UTKAST – arbetsmaterial" in text for text in marked)
    assert not any("UTKAST" in text for text in words(parsed(a_document(measure(1)))))


def test_text_is_never_read_as_markup_and_keeps_its_signs() -> None:
    section = Section(
        Heading(SOUP), (paragraph(SOUP), doc.BulletList((SOUP,)), doc.KeyValues((("Titel", cell(SOUP)),)))
    )
    reader = parsed(a_document(section))

    assert words(reader)[2].count(SOUP) == 4
    assert not reader.pages[2].images


def test_cleaning_keeps_amounts_whole_and_shows_what_cannot_be_shown() -> None:
    assert clean("1\u202f200 tkr") == "1\u00a0200 tkr"
    assert clean("tumme 👍 upp 漢\u200b\u0007") == "tumme □ upp □"
    assert clean("a\u030a") == "å"


def test_table_headings_are_repeated_and_no_row_is_cut() -> None:
    columns = (Column("Projekt", 3), Column("Budget", 1, Align.RIGHT))
    rows = tuple((cell(f"Början {n} " + "ord " * 30 + f"slut {n}."), cell("1 tkr")) for n in range(60))
    total = (cell("Summa", Tone.STRONG), cell("60 tkr", Tone.STRONG))
    texts = words(parsed(a_document(Section(Heading("Tabell"), (doc.Table(columns, rows, "Projekt", total),)))))[2:]

    assert len(texts) > 2
    assert all("Projekt Budget" in text for text in texts)
    assert all(any(f"Början {n} " in text and f"slut {n}." in text for text in texts) for n in range(60))
    assert sum("Summa" in text for text in texts) == 1


def test_table_goes_on_at_the_top_of_the_next_page_and_never_twice_on_one() -> None:
    columns = (Column("Nummer"), Column("Ord"))
    for count in range(22, 34):
        rows = tuple((cell(f"rad {n}"), cell("ord")) for n in range(count))
        texts = words(parsed(a_document(Section(Heading("Tabell"), (doc.Table(columns, rows, "x"),)))))[2:]

        assert [text.count("Nummer") for text in texts] == [1] * len(texts)
        assert sum(len(re.findall(r"rad \d+", text)) for text in texts) == count


def test_row_taller_than_a_page_goes_on_over_the_break() -> None:
    texts = words(parsed(a_document(measure(1, why="varsamt " * 2500 + "SLUT"))))

    assert "SLUT" in " ".join(texts)
    assert sum(text.count("varsamt") for text in texts) == 2500


def test_heading_is_never_alone_at_the_foot() -> None:
    figure = doc.BarFigure(tuple(doc.Bar(f"stapel {n}", n, str(n)) for n in range(12)), "tolv staplar")
    blocks = tuple(
        block for n in range(30) for block in (Heading(f"Rubrik {n}.", 3), figure if n % 2 else paragraph("text " * 60))
    )
    texts = words(parsed(a_document(Section(Heading("Prov"), blocks))))[2:]

    assert all(not re.search(r"Rubrik \d+\.\s*(Utvecklingsplan|Sida)", text) for text in texts)


def test_sixty_measures_and_many_municipalities_have_a_page_each() -> None:
    many = tuple(Mark(f"{chr(65 + n)}K", "#0B5C69", f"Kommun {n}") for n in range(25))
    sections = (replace(measure(n), blocks=(doc.Badges(many), *measure(n, rows=20).blocks)) for n in range(1, 61))
    texts = words(parsed(a_document(*sections)))

    starts = [next(i for i, text in enumerate(texts[3:]) if f"{n}. Åtgärd {n} AK" in text) for n in range(1, 61)]
    assert sorted(set(starts)) == starts
    assert len(texts) < 80


def test_empty_blocks_leave_no_trace() -> None:
    empty = (
        doc.BulletList(()),
        doc.KeyValues(()),
        doc.Badges(()),
        doc.BarFigure((), ""),
        doc.KeyFigures(()),
        paragraph(""),
    )
    texts = words(parsed(a_document(Section(Heading("Tomt"), empty))))

    assert len(texts) == 3
    assert texts[2].startswith("Tomt")


def test_long_words_break_instead_of_leaving_the_page() -> None:
    word = "kommunövergripande" * 12
    reader = parsed(
        a_document(Section(Heading(word), (doc.Table((Column("A"), Column("B")), ((cell(word), cell(word)),), "x"),)))
    )

    assert words(reader)[2].replace(" ", "").count(word) == 3


def test_writing_replaces_the_old_file_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    target.write_text("gammal")

    size = write(a_document(), target)

    assert size == target.stat().st_size
    assert [target] == list(tmp_path.iterdir())
    assert len(pypdf.PdfReader(target).pages) == 3


def test_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable) as refused:
        write(a_document(), tmp_path / "saknas" / "plan.pdf")

    assert str(tmp_path / "saknas" / "plan.pdf") == refused.value.parameters["path"]


def test_target_that_nobody_may_replace_is_said_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "plan.pdf"
    target.write_text("öppen")

    def held(*_: object) -> None:
        raise PermissionError(13, "open in a reader")

    # What Windows answers when a PDF reader has the file; Linux lets anyone replace it.
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(TargetInUse):
        write(a_document(), target)

    assert target.read_text() == "öppen"
    assert [target] == list(tmp_path.iterdir())
