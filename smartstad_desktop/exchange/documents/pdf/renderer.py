"""A document as an A4 PDF: cover, linked contents, bookmarks, page x of y, embedded faces only, tagged, for archives.

The same document gives the same bytes, and each of them has passed the proof of PDF/A-3b.
"""

from __future__ import annotations

import contextlib
import gc
import os
import re
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, Final, cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageBreak, PageTemplate
from reportlab.platypus.flowables import Flowable

from smartstad_desktop.domain.files import FileUnwritable, TargetInUse
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.exchange.documents.document import Document
from smartstad_desktop.exchange.documents.pdf import styles
from smartstad_desktop.exchange.documents.pdf.archive import as_archive
from smartstad_desktop.exchange.documents.pdf.blocks import Story
from smartstad_desktop.exchange.documents.pdf.canvas import LateCanvas
from smartstad_desktop.exchange.documents.pdf.cover import CoverPage, draw_warning
from smartstad_desktop.exchange.documents.pdf.tags import Element
from smartstad_desktop.exchange.documents.pdf.text import clean

#: What a reader is told about the language of a file.
LANGUAGES: Final = {"sv": "sv-SE", "nb": "nb-NO", "en": "en-GB"}
_FOOT_SIZE: Final = 8
#: Where everything lies in the file is told in a table, or in an object that is packed.
_CROSS_REFERENCE: Final = re.compile(rb"xref|\d+ \d+ obj\b")


def render(document: Document, progress: Progress | None = None) -> bytes:
    """Return *document* as the bytes of a PDF; after each page *progress* is told, and may stop the work.

    Raises:
        NotArchivable: it does not pass the proof of the archive format.
        Cancelled: *progress* was asked to stop.
    """
    is_bound = document.fingerprint is not None
    with _resting_collector():
        pages = render_pages(document, progress)
        return as_archive(pages, document.attachments, created=document.created, is_bound=is_bound, progress=progress)


@contextmanager
def _resting_collector() -> Generator[None]:
    """Let the collector of cycles rest: it would go through a growing heap again and again, a fifth of the time."""
    was_awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_awake:
            gc.enable()


def render_pages(document: Document, progress: Progress | None = None) -> bytes:
    """Return only the pages of *document*, to be looked at: without its files, and not proved."""
    styles.fonts()
    target = BytesIO()
    # The library names its options in its own way, and has no types for all of them.
    options: dict[str, Any] = {
        "lang": LANGUAGES[document.language],
        "displayDocTitle": True,
        "initialFontName": styles.REGULAR,
        "invariant": 1,
        "pageCompression": 1,
        "pagesize": (styles.PAGE_WIDTH, styles.PAGE_HEIGHT),
        "title": clean(document.title),
        "author": clean(document.author),
        "subject": clean(document.subject),
        "creator": document.creator,
        "producer": document.creator,
    }
    template = BaseDocTemplate(target, **options)
    pages = [_cover_template(document), _page_template(document)]
    template.addPageTemplates(pages if document.cover else pages[1:])
    if progress:
        expected = 2 + sum(section.starts_page for section in document.sections)
        template.setPageCallBack(lambda page: progress.report(page, max(page, expected)))
    story = Story(document)
    template.build(_flow(document, story), canvasmaker=_canvas_maker(document, story.root))
    return target.getvalue()


def _flow(document: Document, story: Story) -> list[Flowable]:
    body = story.sections(document.sections)
    if document.cover is None:
        return body
    contents = story.contents(document.contents_title)
    return [
        CoverPage(document.cover, document.fingerprint, story.cover),
        NextPageTemplate("page"),
        PageBreak(),
        *contents,
        *body,
    ]


def _canvas_maker(document: Document, root: Element) -> Callable[..., LateCanvas]:
    def make(*args: Any, **options: Any) -> LateCanvas:
        canvas = LateCanvas(*args, **options)
        canvas.date_as(document.created)
        canvas.root = root
        if document.fingerprint:
            canvas.identifier = f"sha256:{document.fingerprint.digits}"
        canvas.showOutline()
        return canvas

    return make


def _frame(name: str, top: float, bottom: float) -> Frame:
    height = styles.PAGE_HEIGHT - top - bottom
    padding: dict[str, Any] = dict.fromkeys(("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0)
    return Frame(styles.MARGIN, bottom, styles.TEXT_WIDTH, height, id=name, **padding)


def _cover_template(document: Document) -> PageTemplate:
    def ground(canvas: Canvas, _template: BaseDocTemplate) -> None:
        canvas.setFillColor(styles.colour("cover"))
        canvas.rect(0, 0, styles.PAGE_WIDTH, styles.PAGE_HEIGHT, stroke=0, fill=1)
        draw_warning(canvas, document.warning)

    return PageTemplate(id="cover", frames=[_frame("cover", styles.MARGIN, styles.MARGIN)], onPage=ground)


def _page_template(document: Document) -> PageTemplate:
    def furniture(canvas: Canvas, _template: BaseDocTemplate) -> None:
        draw_warning(canvas, document.warning)
        cast("LateCanvas", canvas).later(lambda late, page, pages: _foot(late, document, page, pages))

    return PageTemplate(id="page", frames=[_frame("page", styles.TOP, styles.BOTTOM)], onPage=furniture)


def _foot(canvas: Canvas, document: Document, page: int, pages: int) -> None:
    right = styles.PAGE_WIDTH - styles.MARGIN
    canvas.setStrokeColor(styles.colour("line"))
    canvas.setLineWidth(0.6)
    canvas.line(styles.MARGIN, styles.FOOT_LINE, right, styles.FOOT_LINE)
    canvas.setFont(styles.REGULAR, _FOOT_SIZE)
    canvas.setFillColor(styles.colour("ink_soft"))
    label = document.page_label.format(page=page, pages=pages)
    canvas.drawRightString(right, styles.FOOT_LINE - 14, label)
    room = styles.TEXT_WIDTH - pdfmetrics.stringWidth(label, styles.REGULAR, _FOOT_SIZE) - 16
    canvas.drawString(styles.MARGIN, styles.FOOT_LINE - 14, _fitted(clean(document.footer), room))
    if document.fingerprint:
        told = f"{document.fingerprint.foot} {document.fingerprint.short}"
        canvas.drawString(styles.MARGIN, styles.FOOT_LINE - 25, _fitted(clean(told), styles.TEXT_WIDTH))


def _fitted(text: str, room: float) -> str:
    """Return *text*, or as much of it as fits with three dots after it."""
    if pdfmetrics.stringWidth(text, styles.REGULAR, _FOOT_SIZE) <= room:
        return text
    while text and pdfmetrics.stringWidth(text + "…", styles.REGULAR, _FOOT_SIZE) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def write(document: Document, target: Path, progress: Progress | None = None) -> int:
    """Write *document* to *target*, whole or not at all, and return its size in bytes.

    Raises:
        TargetInUse: another program has the file open and lets nobody replace it.
        FileUnwritable: the folder is missing, full or not ours to write in.
    """
    return put(render(document, progress), target)


def put(pages: bytes, target: Path) -> int:
    """Put the bytes of a PDF at *target*, whole or not at all and read back, and return how many there are.

    Raises:
        TargetInUse: another program has the file open and lets nobody replace it.
        FileUnwritable: the folder is missing, full or not ours to write in.
    """
    try:
        _replace(target, pages)
    except PermissionError as reason:
        raise (TargetInUse if target.exists() else FileUnwritable)(path=str(target)) from reason
    except OSError as reason:
        raise FileUnwritable(path=str(target)) from reason
    return len(pages)


def _replace(target: Path, pages: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.stem[:40]}-", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(pages)
            stream.flush()
            os.fsync(stream.fileno())
        if not _is_whole(part.read_bytes(), pages):
            raise OSError(target)
        part.chmod(0o644)
        part.replace(target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()


def _is_whole(found: bytes, meant: bytes) -> bool:
    """Return whether what came back from the disk is what was meant, and ends as a PDF must."""
    tail = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*\Z", found)
    return found == meant and tail is not None and bool(_CROSS_REFERENCE.match(found, int(tail[1])))
