"""A name is found in whatever file a municipality sent."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook

from smartstad_desktop.domain.personal.wanted import Wanted
from smartstad_desktop.exchange.file_words import file_holds

PATTERN = Wanted(name="Åsa Påhittadsson").pattern


def workbook(text: str) -> bytes:
    made = Workbook()
    made.worksheets[0].append(["Kontakt", text])
    target = BytesIO()
    made.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "holds"),
    [
        (workbook("Åsa Påhittadsson, enhetschef"), True),
        (workbook("Enhetschef"), False),
        ("Kontakt;Åsa Påhittadsson".encode("utf-8-sig"), True),
        ("Kontakt;Åsa Påhittadsson".encode("cp1252"), True),
        ("Kontakt;Åsa Påhittadsson".encode("utf-16-le"), True),
        (b"", False),
    ],
)
def test_a_file_is_read_whatever_it_is(content: bytes, *, holds: bool) -> None:
    assert file_holds(content, PATTERN) is holds
