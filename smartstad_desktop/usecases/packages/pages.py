"""A document as the bytes of a PDF, for a package."""

from __future__ import annotations

from smartstad_desktop.exchange.documents.document import Document


def as_pdf(document: Document) -> bytes:
    """Return *document* as a PDF; the same document gives the same bytes."""
    from smartstad_desktop.exchange.documents import pdf_renderer  # noqa: PLC0415  half a second of reportlab, only when used

    return pdf_renderer.render(document)
