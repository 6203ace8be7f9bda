"""A plan can be checked against itself, also after somebody has signed it."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from smartstad_desktop.exchange.documents.pdf import seal as pdf_seal


@pytest.fixture
def document() -> bytes:
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.drawString(100, 100, "Utvecklingsplan")
    canvas.save()
    return pdf_seal.sealed(target.getvalue())


def test_a_sealed_document_is_read_as_before(document: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(document), strict=True)

    assert "Utvecklingsplan" in reader.pages[0].extract_text()


def test_an_untouched_document_is_whole(document: bytes) -> None:
    state = pdf_seal.examine(document)

    assert (state.is_sealed, state.is_unchanged, state.bytes_added, state.signatures) == (True, True, 0, 0)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_every_change_is_found(document: bytes, part: float) -> None:
    at = int(len(document) * part)
    changed = document[:at] + bytes([document[at] ^ 1]) + document[at + 1 :]

    state = pdf_seal.examine(changed)

    assert not (state.is_sealed and state.is_unchanged)


def test_what_was_added_after_the_seal_is_told_and_the_rest_still_holds(document: bytes) -> None:
    signature = b"9 0 obj\n<< /Type /Sig /ByteRange [0 10 20 30] >>\nendobj\nstartxref\n0\n%%EOF\n"

    state = pdf_seal.examine(document + signature)

    assert state.is_unchanged
    assert (state.bytes_added, state.signatures) == (len(signature), 1)


def test_a_document_of_others_has_no_seal() -> None:
    target = BytesIO()
    canvas = Canvas(target)
    canvas.save()

    assert pdf_seal.is_pdf(target.getvalue())
    assert not pdf_seal.examine(target.getvalue()).is_sealed
    assert not pdf_seal.is_pdf(b"PK\x03\x04")
