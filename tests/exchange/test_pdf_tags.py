"""Tagged PDF: what those who cannot see a page are told, judged on documents as the program makes them."""

from __future__ import annotations

import itertools
import re
import shutil
from collections import Counter
from pathlib import Path

import outloud
import pdfua
import pytest
from pikepdf import pdfa

from smartstad_desktop.domain.follow_up.reports import ReportKind
from smartstad_desktop.domain.values import Language
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents.document import Column, Heading, Section, cell, paragraph
from smartstad_desktop.exchange.documents.pdf.renderer import render
from smartstad_desktop.exchange.documents.pdf.telling import Levels
from smartstad_desktop.reads.workshop.sessions import sessions
from smartstad_desktop.usecases.document_files import write_document
from smartstad_desktop.usecases.follow_up.report_document import report_document
from smartstad_desktop.usecases.follow_up.reports import AddReport
from smartstad_desktop.usecases.plan_document.publishing import publish_plan
from smartstad_desktop.usecases.workshop.minutes import minutes_document
from smartstad_desktop.usecases.workshop.printed_ballots import ballot_papers, write_ballots
from smartstad_desktop.usecases.workspace import Surroundings, Workspace
from tests.exchange.test_pdf_renderer import AN, a_document, measure
from tests.support.rounds import a_room
from tests.support.tags import Part, Tagged
from tests.support.workspaces import FixedClock

NAMES = ("plan", "minutes", "report")


@pytest.fixture(scope="module")
def folder(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the plan, the minutes of a workshop and a report of the demonstration region are, written once."""
    folder = tmp_path_factory.mktemp("tagged")
    around = Surroundings(clock=FixedClock(), actor="test")
    with Workspace.open(Path(shutil.copy(demo_file, folder)), around) as workspace:
        publish_plan(workspace, folder / "plan.pdf", Language.SV)
        held = workspace.read(sessions)[0].id
        write_document(workspace.read(minutes_document, held, Language.SV, workspace.now), folder / "minutes.pdf")
        told = workspace.run(AddReport(kind=ReportKind.STEERING, fields={"title": "Lägesrapport"})).value
        write_document(workspace.read(report_document, told, Language.SV, workspace.now), folder / "report.pdf")
    return folder


@pytest.fixture(scope="module")
def made(folder: Path) -> dict[str, Tagged]:
    """The documents, read back."""
    return {name: Tagged((folder / f"{name}.pdf").read_bytes()) for name in NAMES}


@pytest.fixture(params=NAMES)
def tagged(made: dict[str, Tagged], request: pytest.FixtureRequest) -> Tagged:
    """One after the other of the documents."""
    return made[request.param]


def of_tag(tagged: Tagged, *tags: str) -> list[Part]:
    """Return the parts with one of *tags*, in reading order."""
    return [part for part in tagged.document.all() if part.tag in tags]


def words(tagged: Tagged, part: Part) -> str:
    """Return what is read aloud of *part*."""
    return " ".join(tagged.texts[place] for place in part.reading())


def letters(text: str) -> str:
    """Return *text* without its spaces, which a page does not always have where lines end."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("name", NAMES)
def test_judges_find_no_fault_but_that_no_claim_is_made(folder: Path, name: str) -> None:
    """The claim of PDF/UA waits for a checker that knows all of its rules; see ``test_judges``."""
    path = folder / f"{name}.pdf"
    heard = outloud.check(str(path))
    seen = pdfua.validate(str(path))

    assert pdfa.validate_written(path, "3b").verdict == "pass"
    assert [finding.rule for finding in heard.findings if finding.severity == "error"] == ["DOC-012"]
    assert [finding.rule_id for finding in seen.findings] == ["UA-28-004"]


def test_everything_painted_is_a_part_or_an_artifact(tagged: Tagged) -> None:
    assert tagged.loose == []


def test_each_stretch_of_a_page_belongs_to_exactly_one_part(tagged: Tagged) -> None:
    owned = Counter(place for part in tagged.document.all() for place in part.places)

    assert owned == Counter(tagged.texts.keys())


def test_each_page_and_each_link_leads_to_its_parts(tagged: Tagged) -> None:
    parents = tagged.parents()
    owners = {place: part.entry for part in tagged.document.all() for place in part.places}
    keys: list[int] = []
    for number, page in enumerate(tagged.reader.pages):
        keys.append(page["/StructParents"])
        here = parents[page["/StructParents"]].get_object()
        assert [each.get_object() for each in here] == [owners[number, index] for index in range(len(here))]
        assert len(here) == sum(place[0] == number for place in tagged.texts)
        assert page["/Tabs"] == "/S"
        for note in page.get("/Annots", []):
            link = note.get_object()
            keys.append(link["/StructParent"])
            owner = parents[link["/StructParent"]].get_object()
            assert owner["/S"] == "/Link"
            assert note in [kid.get("/Obj") for kid in owner["/K"] if not isinstance(kid, int)]
            assert link["/Contents"]

    assert sorted(keys) == sorted(parents)
    assert tagged.tree["/ParentTreeNextKey"] == len(keys)


def test_headings_begin_with_the_first_and_leave_none_out(tagged: Tagged) -> None:
    levels = [int(part.tag[1]) for part in of_tag(tagged, "H1", "H2", "H3", "H4", "H5", "H6")]

    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))
    assert levels.count(1) == 1


def test_every_table_names_its_columns_or_rows(tagged: Tagged) -> None:
    tables = of_tag(tagged, "Table")

    assert tables
    for table in tables:
        heads = [part for part in table.all() if part.tag == "TH"]
        assert heads
        assert all(head.attribute("/Scope") in {"/Column", "/Row"} for head in heads)
        assert all({cell.tag for cell in row.parts} <= {"TH", "TD"} for row in table.parts)
        assert len({len(row.parts) for row in table.parts}) == 1


def test_every_figure_has_words_and_a_place(tagged: Tagged) -> None:
    for figure in of_tag(tagged, "Figure"):
        left, bottom, right, top = figure.attribute("/BBox")
        assert figure.entry["/Alt"].strip()
        assert 0 <= left < right <= 596
        assert 0 <= bottom < top <= 842


def test_lists_hold_points_and_contents_hold_links(tagged: Tagged) -> None:
    assert all({point.tag for point in part.parts} == {"LI"} for part in of_tag(tagged, "L"))
    assert all({part.tag for part in point.parts} <= {"Lbl", "LBody"} for point in of_tag(tagged, "LI"))
    assert all({line.tag for line in part.parts} == {"TOCI"} for part in of_tag(tagged, "TOC"))


def test_the_file_says_that_it_is_tagged_and_in_which_language_and_what_it_is_called(tagged: Tagged) -> None:
    title = str(tagged.reader.metadata.title)

    assert tagged.root["/MarkInfo"]["/Marked"].value is True
    assert tagged.root["/Lang"] == "sv-SE"
    assert tagged.root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert title
    assert tagged.reader.xmp_metadata.dc_title == {"x-default": title}
    assert tagged.document.tag == "Document"
    assert not any("/Trans" in page for page in tagged.reader.pages)


def test_what_is_read_aloud_is_what_stands_there_in_its_order(tagged: Tagged) -> None:
    for number, page in enumerate(tagged.reader.pages):
        text = letters(page.extract_text())
        read = [letters(tagged.texts[place]) for place in tagged.document.reading() if place[0] == number]
        assert not Counter("".join(read)) - Counter(text)
        if not page.get("/Annots"):
            # Only what a page repeats is left out: its headings of tables, its foot and the mark of a draft.
            at = 0
            for stretch in read:
                at = text.index(stretch, at) + len(stretch)


def test_only_what_pages_repeat_is_not_read_aloud(tagged: Tagged) -> None:
    heads = "".join(letters(words(tagged, head)) for head in of_tag(tagged, "TH"))
    foot = re.compile(r".* · .*|.*…|UTKAST.*|Sida \d+ av \d+|.* [0-9a-f]{4} [0-9a-f]{4}")

    assert [text for text in tagged.artifacts if letters(text) not in heads and not foot.fullmatch(text)] == []


def test_a_heading_repeated_on_the_next_page_is_told_once() -> None:
    rows = tuple((cell(f"rad {number}"), cell("ord")) for number in range(80))
    table = doc.Table((Column("Nummer"), Column("Ord")), rows, "Åttio rader")
    tagged = Tagged(render(a_document(Section(Heading("Tabell"), (table,)))))

    (told,) = of_tag(tagged, "Table")
    assert told.attribute("/Summary") == "Åttio rader"
    assert [words(tagged, head) for head in told.all() if head.attribute("/Scope") == "/Column"] == ["Nummer", "Ord"]
    assert len(told.parts) == 81
    assert tagged.artifacts.count("Nummer") == len(tagged.reader.pages) - 3 > 0


def test_a_paragraph_over_a_page_break_stays_one() -> None:
    tagged = Tagged(render(a_document(Section(Heading("Lång"), (paragraph("ord " * 1500),)))))

    long = [part for part in of_tag(tagged, "P") if len(part.places) > 1]
    assert [len({page for page, _ in part.places}) for part in long] == [len(tagged.reader.pages) - 2]


def test_marks_are_read_as_names_and_bars_as_words() -> None:
    bars = doc.BarFigure((doc.Bar("Ett", 1, "1 st"), doc.Bar("Två", 2, "2 st")), "")
    tagged = Tagged(render(a_document(measure(1), Section(Heading("Figur"), (bars,)))))

    told = [str(figure.entry["/Alt"]) for figure in of_tag(tagged, "Figure")]
    assert told[0] == "Ängelholms kommun, Gula kommunen"
    assert told[1:-1] == [AN.name] * 3
    assert told[-1] == "Ett 1 st, Två 2 st"


def test_a_level_left_out_is_not_heard() -> None:
    levels = Levels()

    assert [levels.tag(level) for level in (1, 3, 3, 2, 3, 1)] == ["H1", "H2", "H2", "H2", "H3", "H1"]


@pytest.mark.parametrize("method", [method for method in Method if method is not Method.CRITERIA])
def test_ballots_are_tagged_too(workspace: Workspace, tmp_path: Path, method: Method) -> None:
    room = a_room(workspace, method, question="Vad gör vi först?")
    papers = workspace.read(ballot_papers, room.round, Language.SV, workspace.now)
    write_ballots(papers, tmp_path / "sedlar.pdf")
    tagged = Tagged((tmp_path / "sedlar.pdf").read_bytes())

    assert tagged.loose == []
    assert Counter(place for part in tagged.document.all() for place in part.places) == Counter(tagged.texts.keys())
    assert [words(tagged, part) for part in of_tag(tagged, "H1")] == ["Ängelholm", "Helsingborg", "Båstad"]
    # The mark beside a name says nothing that the name does not.
    assert tagged.artifacts == [paper.mark.letters for paper in papers.papers if paper.mark]
    for table in of_tag(tagged, "Table"):
        assert len({len(row.parts) for row in table.parts}) == 1
        assert len(table.parts) == len(papers.rows) + 1
        assert {head.attribute("/Scope") for head in table.all() if head.tag == "TH"} == {"/Column", "/Row"}
    assert all(figure.entry["/Alt"] for figure in of_tag(tagged, "Figure"))
