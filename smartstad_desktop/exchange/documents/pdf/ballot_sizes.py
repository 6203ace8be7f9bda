"""How wide the fields of a ballot are on paper."""

from __future__ import annotations

from typing import Final

from reportlab.pdfbase import pdfmetrics

from smartstad_desktop.exchange.documents.ballot_paper import Answer, FieldKind
from smartstad_desktop.exchange.documents.pdf import styles
from smartstad_desktop.exchange.documents.pdf.text import clean

#: Width and height of a frame to write in, and the sizes of dots, boxes and what stands in and above them.
FRAME: Final = (44.0, 18.0)
FIELD: Final = 15.0
LABEL: Final = 8.0
_DOT_STEP: Final = 19.0
_BOX_LEAST: Final = 38.0


def answer_width(answer: Answer) -> float:
    """Return how wide all fields of an answer are."""
    if answer.kind is FieldKind.FRAME:
        return FRAME[0]
    step = step_of(answer)
    natural = pdfmetrics.stringWidth(clean(answer.heading), styles.SEMIBOLD, 8.5) + 1
    return max(step * len(answer.labels), min(natural, 60.0))


def step_of(answer: Answer) -> float:
    """Return how far it is from one field of an answer to the next."""
    if answer.kind is FieldKind.DOT:
        return _DOT_STEP
    widest = max(pdfmetrics.stringWidth(clean(text), styles.MEDIUM, LABEL) for text in answer.labels)
    return max(_BOX_LEAST, widest + 8)


def fitted(text: str, room: float, face: str = styles.REGULAR, size: float = LABEL) -> str:
    """Return *text*, or as much of it as fits with three dots after it."""
    if pdfmetrics.stringWidth(text, face, size) <= room:
        return text
    while text and pdfmetrics.stringWidth(text + "…", face, size) > room:
        text = text[:-1]
    return text.rstrip() + "…"
