"""Documents as files: a PDF, text or a Word file, as the ending of the name says. Safe in a worker.

Each of them brings a large library, which is only asked for when it is used.
"""

from __future__ import annotations

from pathlib import Path

from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.exchange.documents.document import Document


def write_document(document: Document, target: Path, progress: Progress | None = None) -> int:
    """Write *document* to *target*, whole or not at all, and return its size: ``.txt``, ``.docx``, else a PDF.

    Raises:
        FileTrouble: the target cannot be written, or a PDF does not pass the proof of the archive format.
        Cancelled: *progress* was asked to stop; nothing was written.
    """
    kind = target.suffix.casefold()
    if kind == ".txt":
        from smartstad_desktop.exchange.documents import document_text  # noqa: PLC0415  as above

        return document_text.write(document, target)
    if kind == ".docx":
        from smartstad_desktop.exchange.documents.word import renderer as word_renderer  # noqa: PLC0415  brings the Word library

        return word_renderer.write(document, target, progress)
    from smartstad_desktop.exchange.documents.pdf import renderer as pdf_renderer  # noqa: PLC0415  half a second of reportlab, only when used

    return pdf_renderer.write(document, target, progress)


def preview_of(document: Document, progress: Progress | None = None) -> bytes:
    """Return the pages of *document* as a PDF to look at: without the files it carries, and not proved.

    Raises:
        Cancelled: *progress* was asked to stop.
    """
    from smartstad_desktop.exchange.documents.pdf import renderer as pdf_renderer  # noqa: PLC0415  half a second of reportlab, only when used

    return pdf_renderer.render_pages(document, progress)
