"""Documents before independent judges: PDF/A-3b, the checkers of accessibility, and the structure of the file."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pytest
from pikepdf import pdfa

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.files import NotArchivable
from smartstad_desktop.domain.progress import Cancelled
from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents.carried import Attachment, Fingerprint, Relation
from smartstad_desktop.exchange.documents.document import Heading, Section, cell
from smartstad_desktop.exchange.documents.pdf.archive import as_archive
from smartstad_desktop.exchange.documents.pdf.renderer import render, render_pages
from smartstad_desktop.exchange.documents.rich_text import blocks_of
from smartstad_desktop.text.trouble import sentence
from tests.exchange.test_pdf_renderer import a_document, measure

DIGITS = "7f3a91c20d4eb851" * 4
PRINT = Fingerprint(digits=DIGITS, label="Underlagets kontrollsumma", foot="underlag", alternative="Kod med summan")
DATA = Attachment(
    name="plan.json",
    content=json.dumps({"tables": {}}).encode(),
    mime="application/json",
    relation=Relation.SOURCE,
    description="Data som planen är gjord av",
    modified=datetime(2026, 11, 3, 12, 30, tzinfo=UTC),
)
TEXT = """Planen bygger på **tre samtal** och *många* mejl, ***alla*** lästa, se [kommunens webb](https://exempel.se/smart).

### Samtal

1. På torget
2. I skolan
   - i klass *4b*, se [hela listan över klasser som deltog i samtalen under hela hösten](https://exempel.se/a?b=(c))
3. Hemma

- utan ordning
"""
STROKES = json.dumps([[[0.05, 0.6], [0.2, 0.2], [0.3, 0.8]], [[0.9, 0.45]]])
#: The claim is printed once a checker that knows all of its rules has been run (design/libraries.md); until then the
#: judges of PDF/UA say that it is missing, and nothing else.
NO_CLAIM = {"DOC-012"}


def rich() -> doc.Document:
    """Return a document with a block of every kind."""
    signers = (
        doc.SignatureRow(organisation="Ängelholms kommun", role="Kommundirektör", name="Påhittad", key="7"),
        doc.SignatureRow(organisation="Bjuvs kommun", place_and_day="Bjuv, 3 dec", key="8", strokes=STROKES),
    )
    signing = doc.SignatureTable(("Organisation", "Roll", "Namn", "Dag"), signers, "Underskrifter", "Bevisar inget.")
    figures = (
        doc.KeyFigures((("60", "åtgärder"), ("25", "kommuner"))),
        doc.BarFigure((doc.Bar("Pilot", 3, "3"), doc.Bar("Drift", 5, "5")), "Tre i pilot och fem i drift"),
        doc.BulletList(("ett", "två")),
        doc.KeyValues((("Beslut", cell("Godkänd")),), boxed=True),
    )
    parts = (
        Section(Heading("Text"), blocks_of(TEXT, 2)),
        measure(1),
        Section(Heading("Underskrifter"), (signing, *figures), starts_page=False),
    )
    return replace(a_document(*parts), attachments=(DATA,), fingerprint=PRINT)


@pytest.fixture(scope="module")
def content() -> bytes:
    """The bytes of the rich document, written once."""
    return render(rich())


@pytest.fixture(scope="module")
def written(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rich document as a file."""
    path = tmp_path_factory.mktemp("judged") / "rich.pdf"
    path.write_bytes(content)
    return path


def claiming(path: Path) -> Path:
    """Return a copy of the file at *path* that claims to be PDF/UA."""
    target = path.with_name(f"claiming-{path.name}")
    with pikepdf.open(path) as pdf:
        packet = bytes(pdf.Root.Metadata.read_bytes()).decode()
        claim = '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part><dc:format>'
        pdf.Root.Metadata.write(packet.replace("<dc:format>", claim).encode())
        pdf.save(target)
    return target


def test_document_is_an_archive_file_that_names_its_part_and_level(content: bytes) -> None:
    report = pdfa.validate_written(BytesIO(content), "3b")

    assert report.findings == []
    assert report.verdict == "pass"
    with pikepdf.open(BytesIO(content)) as pdf:
        packet = bytes(pdf.Root.Metadata.read_bytes()).decode()
        assert "<pdfaid:part>3</pdfaid:part>" in packet
        assert f"<dc:identifier>sha256:{DIGITS}</dc:identifier>" in packet
        assert str(pdf.docinfo.Title) in packet


def test_structure_of_the_file_holds(written: Path) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed here, so the structure of the file is not judged")
    told = subprocess.run(["qpdf", "--check", str(written)], capture_output=True, text=True, check=False)

    assert told.returncode == 0, told.stdout + told.stderr
    assert "WARNING" not in told.stdout + told.stderr


def test_judges_of_accessibility_miss_the_claim_and_nothing_else(written: Path) -> None:
    heard = outloud.check(str(written))
    seen = pdfua.validate(str(written))

    assert {finding.rule for finding in heard.findings} == NO_CLAIM
    assert heard.error is None
    assert [finding.rule_id for finding in seen.findings] == ["UA-28-004"]


def test_with_the_claim_the_judges_have_nothing_to_say(written: Path) -> None:
    path = claiming(written)

    assert outloud.check(str(path)).findings == []
    assert list(pdfua.validate(str(path)).findings) == []


def test_proof_of_the_archive_format_takes_no_file_with_the_claim(written: Path) -> None:
    """Why the claim and the proof do not go together; once this fails, they may."""
    report = pdfa.validate_written(claiming(written), "3b")

    assert any("pdfuaid" in finding.message or "pdfua" in finding.message for finding in report.findings)


def test_files_travel_with_what_they_are(content: bytes) -> None:
    with pikepdf.open(BytesIO(content)) as pdf:
        held = pdf.attachments["plan.json"]
        spec = held.obj
        assert held.get_file().read_bytes() == DATA.content
        assert (str(spec.AFRelationship), str(spec.Desc)) == ("/Source", DATA.description)
        assert str(spec.EF.F.Subtype) == "/application/json"
        assert str(spec.EF.F.Params.ModDate).startswith("D:20261103123000")
        associated = [entry.objgen for entry in pdf.Root.AF]
        assert sorted(associated) == sorted(pdf.attachments[name].obj.objgen for name in pdf.attachments)


def test_same_document_gives_the_same_bytes(content: bytes) -> None:
    assert render(rich()) == content


def test_room_to_sign_is_a_named_place_in_the_file(content: bytes) -> None:
    with pikepdf.open(BytesIO(content)) as pdf:
        named = dict(pdf.Root.Dests.items())
        left, bottom, right, top = (float(side) for side in list(named["/sign-7"])[2:6])

    assert str(named["/sign-7"][1]) == "/FitR"
    assert {"/sign-7", "/sign-8"} <= named.keys()
    assert right - left > 150
    assert 30 < top - bottom < 40


def test_links_of_a_text_are_parts_that_lead_to_their_addresses(content: bytes) -> None:
    with pikepdf.open(BytesIO(content)) as pdf:
        notes = [note for page in pdf.pages for note in page.get("/Annots", []) if "/A" in note]
        addresses = [str(note.A.URI) for note in notes]
        assert all("/StructParent" in note and int(note.F) == 4 for note in notes)

    # A link that goes on on the next line has a rectangle on each.
    assert set(addresses) == {"https://exempel.se/smart", "https://exempel.se/a?b=(c)"}


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script> [x](javascript:alert(1)) ![b](file:///etc/passwd)",
        "[" * 3000 + "](" * 3000,
        "\x00\ud800 **öppen *utan ] slut [a](http://x y) \u202e",
        "1. " * 200 + "- " * 200,
    ],
)
def test_hostile_text_is_text_that_leads_nowhere(hostile: str) -> None:
    blocks = blocks_of(hostile, 2)
    pages = render_pages(a_document(Section(Heading("Text"), blocks)))

    assert b"/URI" not in pages
    assert pages.endswith(b"%%EOF\n")


def test_document_that_fails_the_proof_is_refused_with_a_sentence() -> None:
    broken = BytesIO()
    with pikepdf.open(BytesIO(render_pages(a_document()))) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        pdf.save(broken)

    with pytest.raises(NotArchivable) as refused:
        as_archive(broken.getvalue(), created=datetime(2026, 11, 3, tzinfo=UTC))
    assert isinstance(refused.value, DomainError)
    assert re.search(r"PDF/A-3b.*\w", sentence(refused.value))


def test_proof_can_be_stopped() -> None:
    class Impatient:
        """Stops when the pages are ready and the proof begins."""

        def report(self, done: int, total: int, what: str = "") -> None:
            """Stop at the proof."""
            assert not what
            if (done, total) == (2, 3):
                raise Cancelled

    pages = render_pages(a_document())
    with pytest.raises(Cancelled):
        as_archive(pages, created=datetime(2026, 11, 3, tzinfo=UTC), progress=Impatient())
