"""A document as a Word file for the case file: real headings, lists and tables that others can go on working with.

The same document gives the same bytes.
"""

from __future__ import annotations

import re
from datetime import UTC
from io import BytesIO
from pathlib import Path
from typing import Any, Final, cast

import docx
from docx.document import Document as WordFile
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm

from smartstad_desktop.domain.files import NotReadBack
from smartstad_desktop.domain.progress import Progress, Silent
from smartstad_desktop.exchange import whole_file
from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents.carried import Fingerprint
from smartstad_desktop.exchange.documents.word import styles, xml
from smartstad_desktop.exchange.documents.word.blocks import BlockWriter, bookmark_of
from smartstad_desktop.exchange.outgoing.fixed_zip import as_fixed

LANGUAGES: Final = {"sv": "sv-SE", "nb": "nb-NO", "en": "en-GB"}
_LISTED: Final = 2
#: As wide as a telephone reads it from paper.
_CODE: Final = Cm(3.2)
_PLACES: Final = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def render(document: doc.Document, progress: Progress | None = None) -> bytes:
    """Return *document* as the bytes of a Word file; after each part *progress* is told, and may stop the work."""
    told = progress or Silent()
    word = docx.Document()
    styles.dress(word, LANGUAGES[document.language])
    _describe(word, document)
    _furnish(word, document)
    writer = BlockWriter(word)
    if document.cover is not None:
        _cover(word, document.cover, writer)
        _print(word, document.fingerprint)
        _contents(word, document)
    for number, section in enumerate(document.sections):
        told.report(number, len(document.sections), section.heading.text)
        is_first = number == 0 and document.cover is None
        writer.heading(section.heading, starts_page=not is_first and (section.starts_page or number == 0))
        writer.blocks(section.blocks)
    told.report(len(document.sections), len(document.sections))
    target = BytesIO()
    word.save(target)
    return as_fixed(target.getvalue())


def write(document: doc.Document, target: Path, progress: Progress | None = None) -> int:
    """Write *document* to *target*, whole or not at all, and return its size in bytes.

    Raises:
        NotReadBack: what was written is not what was meant.
        TargetInUse: another program has the old file open.
        FileUnwritable: the folder cannot be written to.
    """
    content = render(document, progress)
    with whole_file.beside(target) as part:
        part.write_bytes(content)
        if part.read_bytes() != content:
            raise NotReadBack(name=target.name)
    return len(content)


def _describe(word: WordFile, document: doc.Document) -> None:
    about = word.core_properties
    made = document.created.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    about.title, about.author, about.subject = (
        xml.clean(text)[:255] for text in (document.title, document.author, document.subject)
    )
    about.language = LANGUAGES[document.language]
    about.last_modified_by, about.comments, about.keywords = document.creator, "", document.creator
    about.created = about.modified = made
    about.revision = 1
    # The library's template says when it was printed the last time.
    root: Any = cast("Any", about)._element  # noqa: SLF001  no other way to take it away
    for old in root.findall(qn("cp:lastPrinted")):
        root.remove(old)


def _furnish(word: WordFile, document: doc.Document) -> None:
    """Write what stands on each page: that it is a draft above, what it is and the page below."""
    section = word.sections[0]
    if document.warning:
        section.header.paragraphs[0].add_run(xml.clean(document.warning))
    foot = section.footer.paragraphs[0]
    stops = foot.paragraph_format.tab_stops
    stops.add_tab_stop(styles.TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    mark = document.fingerprint
    told = (document.footer, f"{mark.foot} {mark.short}" if mark else "")
    foot.add_run(f"{xml.clean(' · '.join(part for part in told if part))}\t")
    for part in re.split(r"(\{pages?\})", document.page_label):
        if part in _PLACES:
            xml.add_field(foot, _PLACES[part], "1")
        elif part:
            foot.add_run(xml.clean(part))
    # The template stops in the middle and at the right of its own page.
    style: Any = cast("Any", word.styles["Footer"]).element
    for tabs in style.iter(qn("w:tabs")):
        tabs.getparent().remove(tabs)
        break


def _cover(word: WordFile, cover: doc.Cover, writer: BlockWriter) -> None:
    if cover.kicker:
        word.add_paragraph(xml.clean(cover.kicker), style=styles.KICKER)
    word.add_paragraph(xml.clean(cover.title), style="Title")
    if cover.lead:
        word.add_paragraph(xml.clean(cover.lead), style=styles.LEAD)
    if cover.facts:
        writer.blocks([doc.KeyValues(tuple((name, doc.cell(value)) for name, value in cover.facts))])
    if cover.seal:
        word.add_paragraph(xml.clean(cover.seal), style=styles.NOTE)


def _print(word: WordFile, mark: Fingerprint | None) -> None:
    """Write the fingerprint: its first digits, and all of them as a square code."""
    if mark is None:
        return
    import segno  # noqa: PLC0415  only when a fingerprint is printed

    picture = BytesIO()
    segno.make(mark.digits, error="m", micro=False).save(picture, kind="png", scale=6, border=4)
    picture.seek(0)
    line = word.add_paragraph(style=styles.NOTE)
    line.add_run(f"{xml.clean(mark.label)} ")
    line.add_run(mark.shown).bold = True
    run = word.add_paragraph().add_run()
    run.add_picture(picture, width=_CODE)
    xml.describe_picture(run, "Code", mark.alternative)


def _contents(word: WordFile, document: doc.Document) -> None:
    """Write the contents as a field with its lines as links; the program adds the pages when it is asked to count."""
    head = word.add_paragraph(style=styles.LEAD)
    head.paragraph_format.page_break_before = True
    head.add_run(xml.clean(document.contents_title)).bold = True
    lines = [heading for heading in _headings(document) if heading.level <= _LISTED]
    if not lines:
        return
    line = None
    for number, heading in enumerate(lines, start=1):
        line = word.add_paragraph(style=styles.CONTENTS)
        line.paragraph_format.left_indent = None if heading.level == 1 else Cm(0.8)
        if number == 1:
            xml.begin_field(line, 'TOC \\o "1-2" \\h \\z \\u')
        xml.linked_run(xml.link_inside(line, bookmark_of(number)), line, xml.clean(heading.text))
    if line is not None:
        xml.end_field(line)


def _headings(document: doc.Document) -> list[doc.Heading]:
    """Return all headings in the order they are written, as the bookmarks are numbered."""
    found: list[doc.Heading] = []
    for section in document.sections:
        found.append(section.heading)
        found += _inside(section.blocks)
    return found


def _inside(blocks: tuple[doc.Block, ...]) -> list[doc.Heading]:
    found: list[doc.Heading] = []
    for block in blocks:
        if isinstance(block, doc.Heading):
            found.append(block)
        elif isinstance(block, doc.KeepTogether):
            found += _inside(block.blocks)
    return found
