"""What the Word library has no words for: fields, links, bookmarks, and what tells a picture to who cannot see."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

#: Characters that no XML can hold.
_ILLEGAL: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(55296, 57344), 65534, 65535))


def clean(text: str) -> str:
    """Return *text* without what no XML can hold; line breaks stay."""
    return text.replace("\r\n", "\n").translate(_ILLEGAL)


def element(tag: str, **attributes: str) -> Any:
    """Return an element such as ``w:shd`` with attributes of the same name space."""
    made: Any = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def part_of(written: Paragraph | Run) -> Any:
    """Return the element of a paragraph or a run: the library has no public way to it."""
    return written._element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  see above


def add_field(paragraph: Paragraph, instruction: str, shown: str = "") -> None:
    """Add a field such as ``PAGE``; *shown* stands there until the program counts."""
    _mark(paragraph, "begin")
    code = paragraph.add_run()
    words = element("w:instrText")
    words.text = f" {instruction} "
    words.set(qn("xml:space"), "preserve")
    part_of(code).append(words)
    _mark(paragraph, "separate")
    paragraph.add_run(shown)
    _mark(paragraph, "end")


def begin_field(paragraph: Paragraph, instruction: str) -> None:
    """Begin a field that goes on over several paragraphs, such as the contents; :func:`end_field` ends it."""
    _mark(paragraph, "begin")
    words = element("w:instrText")
    words.text = f" {instruction} "
    words.set(qn("xml:space"), "preserve")
    part_of(paragraph.add_run()).append(words)
    _mark(paragraph, "separate")


def end_field(paragraph: Paragraph) -> None:
    """End a field that began in an earlier paragraph."""
    _mark(paragraph, "end")


def _mark(paragraph: Paragraph, kind: str) -> None:
    part_of(paragraph.add_run()).append(element("w:fldChar", fldCharType=kind))


def add_bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Make *paragraph* a place that links lead to."""
    part_of(paragraph).insert(1, element("w:bookmarkStart", id=str(number), name=name))
    part_of(paragraph).append(element("w:bookmarkEnd", id=str(number)))


def link_inside(paragraph: Paragraph, bookmark: str) -> Any:
    """Return a link to *bookmark* at the end of *paragraph*; runs are put into it."""
    link = element("w:hyperlink", anchor=bookmark, history="1")
    part_of(paragraph).append(link)
    return link


def link_outside(number: str) -> Any:
    """Return a link to the address that has that *number* in the file, see :func:`address_number`."""
    link: Any = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), number)
    return link


def address_number(owner: Any, address: str) -> str:
    """Return the number of *address* in the file that *owner* (a file or a paragraph) belongs to."""
    return str(owner.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))


def run_of(text: str, *, looks: Iterable[Any] = ()) -> Any:
    """Return a run with *text*, line by line, and with *looks* such as ``w:b``."""
    made, about = element("w:r"), element("w:rPr")
    for look in looks:
        about.append(look)
    if len(about):
        made.append(about)
    for number, line in enumerate(clean(text).split("\n")):
        if number:
            made.append(element("w:br"))
        words = element("w:t")
        words.text = line
        words.set(qn("xml:space"), "preserve")
        made.append(words)
    return made


def linked_run(link: Any, paragraph: Paragraph, text: str) -> Run:
    """Return a new run with *text* inside *link*."""
    made = paragraph.add_run(text)
    link.append(part_of(made))
    return made


def describe_picture(run: Run, name: str, alternative: str) -> None:
    """Say in words what the picture in *run* shows."""
    for about in part_of(run).iter(qn("wp:docPr")):
        about.set("name", name)
        about.set("descr", clean(alternative))
