"""What a PDF tells those who cannot see it, read back: its tree of parts, and what lies in each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pypdf
from pypdf.generic import ContentStream

#: How the library writes what the codes of a face mean.
_MEANING = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>", re.IGNORECASE)
#: What puts something on the page, and what shows text.
PAINTS = frozenset(
    operator.encode()
    for operator in "S s f F f* B B* b b* Do sh BI Tj TJ ' \"".split()  # noqa: SIM905  as the standard lists them
)
SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})


def meanings(face: Any) -> dict[int, str]:
    """Return what each code of a face means."""
    told = face["/ToUnicode"].get_data().decode("latin-1")
    return {int(code, 16): bytes.fromhex(units).decode("utf-16-be") for code, units in _MEANING.findall(told)}


def shown(operands: Any, codes: dict[int, str]) -> str:
    """Return what an operator that shows text shows."""
    parts = operands[0] if isinstance(operands[0], list) else operands[:1]
    texts = [part for part in parts if hasattr(part, "original_bytes") or isinstance(part, bytes)]
    return "".join(codes[code] for text in texts for code in getattr(text, "original_bytes", text))


@dataclass(slots=True)
class Part:
    """An element of the tree with what lies in it, by page and number, in reading order."""

    tag: str
    entry: Any
    parts: list[Part] = field(default_factory=list["Part"])
    places: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    order: list[Part | tuple[int, int]] = field(default_factory=list["Part | tuple[int, int]"])

    def all(self) -> Iterator[Part]:
        """Yield this part and all below it in reading order."""
        yield self
        for part in self.parts:
            yield from part.all()

    def reading(self) -> Iterator[tuple[int, int]]:
        """Yield the stretches of pages in reading order."""
        for each in self.order:
            if isinstance(each, Part):
                yield from each.reading()
            else:
                yield each

    def attribute(self, name: str) -> Any:
        """Return an attribute of layout or table."""
        return self.entry.get("/A", {}).get(name)


class Tagged:
    """A PDF read back with its tags; *loose* tells what is painted on a page outside of any mark."""

    def __init__(self, content: bytes) -> None:
        self.reader: Any = pypdf.PdfReader(BytesIO(content), strict=True)
        self.root: Any = self.reader.trailer["/Root"]
        self.tree: Any = self.root["/StructTreeRoot"]
        self._pages = {page.indirect_reference.idnum: number for number, page in enumerate(self.reader.pages)}
        self.texts: dict[tuple[int, int], str] = {}
        self.artifacts: list[str] = []
        self.loose: list[str] = []
        self._codes: dict[int, dict[int, str]] = {}
        for number, page in enumerate(self.reader.pages):
            self._read_page(number, page)
        self.document = self._part(self.tree["/K"])

    def parents(self) -> dict[int, Any]:
        """Return what the file says a page or a link belongs to, by its key."""
        numbers = self.tree["/ParentTree"]["/Nums"]
        return dict(zip(numbers[::2], numbers[1::2], strict=True))

    def _part(self, entry: Any) -> Part:
        held = entry.get_object()
        part = Part(str(held["/S"])[1:], held)
        kids = held.get("/K", [])
        for kid in kids if isinstance(kids, list) else [held.raw_get("/K")]:
            value: Any = kid.get_object()
            is_number = isinstance(value, int)
            number: Any = value if is_number else value.get("/MCID")
            if number is not None:
                where = held if is_number else value
                part.places.append((self._pages[where.raw_get("/Pg").idnum], int(number)))
                part.order.append(part.places[-1])
            elif "/S" in value:
                assert value["/P"] == held
                part.parts.append(self._part(kid))
                part.order.append(part.parts[-1])
        return part

    def _read_page(self, number: int, page: Any) -> None:
        """Follow the marks of a page; they open and close in pairs, and never lie in each other."""
        now: int | None = None
        is_marked = False
        faces: dict[str, Any] = page["/Resources"]["/Font"]
        face = ""
        for operands, operator in ContentStream(page.get_contents(), self.reader).operations:
            if operator in {b"BDC", b"BMC"}:
                assert not is_marked
                is_marked = True
                now = int(operands[1]["/MCID"]) if operator == b"BDC" else None
                if now is not None:
                    assert (number, now) not in self.texts
                    self.texts[number, now] = ""
            elif operator == b"EMC":
                assert is_marked
                is_marked = False
            elif operator == b"Tf":
                face = str(operands[0])
            elif operator in PAINTS and not is_marked:
                self.loose.append(f"page {number}: {operands} {operator!r}")
            if operator in SHOWS:
                text = shown(operands, self._meanings(faces[face]))
                if now is None or not is_marked:
                    self.artifacts.append(text)
                else:
                    self.texts[number, now] += text
        assert not is_marked

    def _meanings(self, face: Any) -> dict[int, str]:
        key = face.get_object().indirect_reference.idnum
        if key not in self._codes:
            self._codes[key] = meanings(face.get_object())
        return self._codes[key]
