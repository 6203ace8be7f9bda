"""Ways to tamper with a signed plan, each a function from its bytes to other bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any, Final, TypeAlias

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from smartstad_desktop.exchange.documents.pdf.revisions import revisions

Tamper: TypeAlias = Callable[[bytes], bytes]
_NAME: Final = generic.pdf_name


def added(change: Callable[[Any], None]) -> Tamper:
    """Return what makes *change* by adding a state to the end of the file."""

    def tamper(content: bytes) -> bytes:
        writer = IncrementalPdfFileWriter(BytesIO(content))
        change(writer)
        target = BytesIO()
        writer.write(target)
        return target.getvalue()

    return tamper


def saved_again(change: Callable[[pikepdf.Pdf], None]) -> Tamper:
    """Return what makes *change* by saving the file with another program."""

    def tamper(content: bytes) -> bytes:
        with pikepdf.open(BytesIO(content)) as pdf:
            change(pdf)
            target = BytesIO()
            pdf.save(target)
        return target.getvalue()

    return tamper


def replaced(pattern: bytes, by: bytes) -> Tamper:
    """Return what writes *by* over the first *pattern*, which is as long."""

    def tamper(content: bytes) -> bytes:
        found = re.search(pattern, content, re.DOTALL)
        assert found, pattern
        start, end = found.span(1) if found.re.groups else found.span()
        return content[:start] + by.ljust(end - start)[: end - start] + content[end:]

    return tamper


def flipped(content: bytes, at: int, bit: int = 0) -> bytes:
    """Return *content* with one bit turned."""
    return content[:at] + bytes([content[at] ^ (1 << bit)]) + content[at + 1 :]


def overlay(writer: Any) -> None:
    """Print something over a page."""
    _print_over(writer, writer.add_object(generic.StreamObject(stream_data=b"q 1 1 1 rg 80 600 300 80 re f Q")))


def _print_over(writer: Any, drawn: Any) -> None:
    page = writer.find_page_for_modification(2)[0].get_object()
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), drawn])
    writer.update_container(page)


def hide(content: bytes) -> bytes:
    """Put something into the file that is shown nowhere yet."""

    def change(writer: Any) -> None:
        drawn = writer.add_object(generic.StreamObject(stream_data=b"q 1 1 1 rg 80 600 300 80 re f Q"))
        writer.root["/Hidden"] = drawn
        writer.update_root()

    return added(change)(content)


def reveal(writer: Any) -> None:
    """Show what was hidden."""
    _print_over(writer, writer.root.raw_get("/Hidden"))


def note(writer: Any) -> None:
    """Lay a note with a text over a page."""
    page = writer.find_page_for_modification(2)[0].get_object()
    made = generic.DictionaryObject(
        {
            _NAME("/Type"): _NAME("/Annot"),
            _NAME("/Subtype"): _NAME("/FreeText"),
            _NAME("/Rect"): generic.ArrayObject([generic.NumberObject(each) for each in (80, 500, 300, 560)]),
            _NAME("/Contents"): generic.TextStringObject("Avslås"),
        }
    )
    notes = list(page["/Annots"]) if "/Annots" in page else []
    page[_NAME("/Annots")] = generic.ArrayObject([*notes, writer.add_object(made)])
    writer.update_container(page)


def in_root(key: str, value: Any) -> Callable[[Any], None]:
    """Return what puts something into the catalog."""

    def change(writer: Any) -> None:
        writer.root[_NAME(key)] = value
        writer.update_root()

    return change


SCRIPT: Final = generic.DictionaryObject(
    {_NAME("/S"): _NAME("/JavaScript"), _NAME("/JS"): generic.TextStringObject("app.alert(1)")}
)


def title(writer: Any) -> None:
    """Give the document another title."""
    info = generic.DictionaryObject({_NAME("/Title"): generic.TextStringObject("En annan plan")})
    writer.set_info(info)


def without_field(writer: Any) -> None:
    """Take a signed field out of the form."""
    form = writer.root["/AcroForm"]
    form[_NAME("/Fields")] = generic.ArrayObject(list(form["/Fields"])[1:])
    writer.update_container(form)


def without_value(writer: Any) -> None:
    """Take the signature out of its field."""
    field = writer.root["/AcroForm"]["/Fields"][0].get_object()
    del field["/V"]
    writer.update_container(field)


def other_words(writer: Any) -> None:
    """Have an element of the tree read out as something else."""
    element = writer.root["/StructTreeRoot"]["/K"]
    kid = element["/K"][0].get_object()
    kid[_NAME("/Alt")] = generic.TextStringObject("Avslås")
    writer.update_container(kid)


def attachment(name: str, content: bytes | None) -> Callable[[pikepdf.Pdf], None]:
    """Return what puts another attachment in, or takes one away."""

    def change(pdf: pikepdf.Pdf) -> None:
        if content is None:
            del pdf.attachments[name]
            return
        make: Any = pikepdf.AttachedFileSpec
        pdf.attachments[name] = make(pdf, content, filename=name)

    return change


def pages_swapped(pdf: pikepdf.Pdf) -> None:
    """Let two pages change places."""
    page = pdf.pages[2]
    del pdf.pages[2]
    pdf.pages.append(page)


def page_removed(pdf: pikepdf.Pdf) -> None:
    """Take a page away."""
    del pdf.pages[3]


def page_added(pdf: pikepdf.Pdf) -> None:
    """Add an empty page."""
    pdf.add_blank_page()


def text_changed(pdf: pikepdf.Pdf) -> None:
    """Print something over a page."""
    pdf.pages[2].contents_add(b"q 1 1 1 rg 80 600 300 80 re f Q")


def cut_to(states: int) -> Tamper:
    """Return what cuts a file back to its first *states*."""
    return lambda content: content[: revisions(content)[states - 1].end]


def states_swapped(content: bytes) -> bytes:
    """Let the last two states change places."""
    *_, before, last = revisions(content)
    return content[: before.begin] + content[last.begin : last.end] + content[before.begin : before.end]


def state_removed(content: bytes) -> bytes:
    """Take the state before the last one away."""
    *_, before, last = revisions(content)
    return content[: before.begin] + content[last.begin :]


def transplanted(other: bytes) -> Tamper:
    """Return what puts the first signature of the plan *other* in place of the own."""

    def tamper(content: bytes) -> bytes:
        theirs = _container(other)
        start, end = _span(content)
        return content[:start] + theirs.ljust(end - start, b"0")[: end - start] + content[end:]

    return tamper


def blanked(content: bytes) -> bytes:
    """Overwrite the first signature with noughts."""
    start, end = _span(content)
    return content[:start] + b"0" * (end - start) + content[end:]


def _span(content: bytes) -> tuple[int, int]:
    found = re.search(rb"/Contents\s*<([0-9a-fA-F]{2000,})>", content)
    assert found
    return found.span(1)


def _container(content: bytes) -> bytes:
    start, end = _span(content)
    return content[start:end]


def resaved(pdf: pikepdf.Pdf) -> None:
    """Change nothing."""
