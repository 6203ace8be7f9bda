"""Text in the table stands in at most two lines that fit, and nothing is broken inside a word."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from smartstad_desktop.ui.inventory.table_pictures import lay_out
from smartstad_desktop.ui.kit.parts import Type, text_font

LONG = "Samhällsbyggnadsförvaltningens"


@pytest.mark.parametrize(
    ("text", "width", "most", "count"),
    [
        ("Kort", 200, 2, 1),
        ("Gemensamt nät för sensorer", 130, 2, 2),
        ("Gemensamt nät för sensorer", 130, 1, 1),
        (LONG, 100, 2, 1),
        (f"I {LONG} regi", 100, 2, 2),
        ("Gemensamt nät för sensorer i hela området", 130, 2, 2),
        ("<b>fet</b>", 200, 2, 1),
    ],
)
def test_lines(qtbot: QtBot, text: str, width: int, most: int, count: int) -> None:
    metrics = QFontMetricsF(text_font(Type.BODY))
    lines = [line.text() for line in lay_out(text, text_font(Type.BODY), width, most)]
    assert len(lines) == count
    assert all(metrics.horizontalAdvance(line) <= width for line in lines)
    seen = " ".join(line.rstrip("… ") for line in lines)
    assert text.startswith(seen)
    assert seen == text or lines[-1].endswith("…")
