"""Text that is painted in a few lines: broken between words, and the last line ends in … when there is more.

A word that is too long for a line is broken with a hyphen, where a syllable may end.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from smartstad_desktop.ui.kit.hyphens import broken


def lines_of(text: str, made: QFont, width: float, limit: int = 3) -> list[str]:
    """Return *text* broken into at most *limit* lines; the last one ends in … when there is more."""
    layout = QTextLayout(text, made)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    line: QTextLine = layout.createLine()
    while line.isValid() and len(starts) <= limit:
        line.setLineWidth(max(1.0, width))
        starts.append(line.textStart())
        line = layout.createLine()
    layout.endLayout()
    if any(text[start - 1 : start + 1].isalpha() for start in starts[1:]):
        metrics = QFontMetricsF(made)
        return broken(text, lambda line: metrics.horizontalAdvance(line) <= width, limit)
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)][:limit]
    if len(starts) > limit:
        rest = text[starts[limit - 1] :]
        lines[-1] = QFontMetricsF(made).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return lines or [""]
