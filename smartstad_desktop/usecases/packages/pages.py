"""Documents of a package, and how they become the bytes of a PDF."""

from __future__ import annotations

from datetime import datetime

from smartstad_desktop.exchange.documents.document import Document, Section
from smartstad_desktop.text.phrases import Phrasebook


def as_pdf(document: Document) -> bytes:
    """Return *document* as a PDF; the same document gives the same bytes."""
    from smartstad_desktop.exchange.documents.pdf import renderer as pdf_renderer  # noqa: PLC0415  half a second of reportlab, only when used

    return pdf_renderer.render(document)


def plain_document(
    title: str, phrases: Phrasebook, programme: str, now: datetime, sections: tuple[Section, ...]
) -> Document:
    """Return a document without a cover that says whose it is and from which day."""
    day = phrases.day(now.astimezone().date())
    return Document(
        title=title,
        language=phrases.language.value,
        subject=title,
        author=programme,
        created=now,
        cover=None,
        contents_title="",
        footer=" · ".join(part for part in (programme, title, day) if part),
        page_label=phrases.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
        sections=sections,
    )
