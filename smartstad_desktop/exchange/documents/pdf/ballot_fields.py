"""The fields of a ballot on paper: dots, boxes and frames, and what stands above them."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from smartstad_desktop.exchange.documents.ballot_paper import Answer, FieldKind
from smartstad_desktop.exchange.documents.pdf import styles
from smartstad_desktop.exchange.documents.pdf.ballot_sizes import FIELD, FRAME, LABEL, step_of
from smartstad_desktop.exchange.documents.pdf.text import clean


def draw_fields(canvas: Canvas, answer: Answer, left: float, middle: float) -> None:
    """Draw the fields of one answer beside each other, their middles at the height *middle*."""
    canvas.setStrokeColor(styles.colour("ink"))
    canvas.setLineWidth(0.9)
    if answer.kind is FieldKind.FRAME:
        canvas.roundRect(left, middle - FRAME[1] / 2, FRAME[0], FRAME[1], 2, stroke=1, fill=0)
        return
    step = step_of(answer)
    for number, text in enumerate(answer.labels):
        centre = left + step * (number + 0.5)
        if answer.kind is FieldKind.DOT:
            canvas.circle(centre, middle, FIELD / 2 + 0.5, stroke=1, fill=0)
            canvas.setFont(styles.MEDIUM, LABEL)
            canvas.setFillColor(styles.colour("ink_soft"))
            canvas.drawCentredString(centre, middle - 2.9, clean(text))
        else:
            canvas.rect(centre - FIELD / 2, middle - FIELD / 2, FIELD, FIELD, stroke=1, fill=0)


def draw_labels(canvas: Canvas, answer: Answer, left: float, y: float) -> None:
    """Write what each box of an answer stands for."""
    step = step_of(answer)
    canvas.setFont(styles.MEDIUM, LABEL)
    canvas.setFillColor(styles.colour("ink"))
    for number, text in enumerate(answer.labels):
        canvas.drawCentredString(left + step * (number + 0.5), y, clean(text))
