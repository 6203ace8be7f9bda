"""What a PDF tells those who cannot see its pages: its parts as a tree, and where each of them is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFArrayCompact, PDFDictionary, PDFName, PDFString

#: A cell belongs to its row and column also when nothing stands in it.
_CELLS: Final = frozenset({"TH", "TD"})
#: What only prepares: nothing is painted, so no reader has to be told whether it means something.
_PREPARES: Final = re.compile(r"(?:q|Q|\s*|[^\n]* (?:cm|rg|RG|g|G|w|d|J|j|M|gs)|BT [^\n(]* TL ET)\Z")
_END: Final = "EMC"
_ARTIFACT: Final = "/Artifact BMC"
_BEGIN: Final = re.compile(r"/\w+ <</MCID \d+>> BDC(?:\n|\Z)|/Artifact BMC\n")
_STATES: Final = frozenset({"q", "Q"})

#: Left, bottom, right and top on the page.
Box = tuple[float, float, float, float]


class Drawn(NamedTuple):
    """A stretch of a page, by its number there."""

    page: int
    number: int


class Linked(NamedTuple):
    """A link on a page, by the library's name for it."""

    page: int
    name: str


@dataclass(slots=True, eq=False)
class Element:
    """A part of the document: a heading, a paragraph, a cell, a figure with its words."""

    tag: str
    alternative: str = ""
    scope: str = ""
    summary: str = ""
    numbering: str = ""
    box: Box | None = None
    kids: list[Element | Drawn | Linked] = field(default_factory=list["Element | Drawn | Linked"])

    def part(
        self, tag: str, *, alternative: str = "", scope: str = "", summary: str = "", numbering: str = ""
    ) -> Element:
        """Return a new part, after those that are there."""
        part = Element(tag, alternative, scope, summary, numbering)
        self.kids.append(part)
        return part

    @property
    def is_told(self) -> bool:
        """Whether anything of this part came onto a page, or its place alone says something."""
        return self.tag in _CELLS or any(not isinstance(kid, Element) or kid.is_told for kid in self.kids)


def begun(element: Element, number: int) -> str:
    """Return what stands before a stretch of a page that belongs to *element*."""
    return f"/{element.tag} <</MCID {number}>> BDC"


def untold(code: str) -> str:
    """Return *code* as something that is not to be told: lines and grounds."""
    return f"{_ARTIFACT}\n{code}\n{_END}"


def ended() -> str:
    """Return what stands after such a stretch."""
    return _END


def with_artifacts(code: Iterable[str]) -> list[str]:
    """Return the *code* of a page in which everything painted that belongs to no part is marked as not to be told."""
    out: list[str] = []
    is_told = is_artifact = False
    for line in code:
        begins = line.startswith("/") and bool(_BEGIN.match(line))
        if is_artifact and (begins or line in _STATES):
            out.append(_END)
            is_artifact = False
        if not (is_told or is_artifact or begins or _PREPARES.match(line)):
            out.append(_ARTIFACT)
            is_artifact = True
        # A stretch that is written at once begins and ends in one piece.
        is_told = (begins or is_told) and not line.endswith(_END)
        out.append(line)
    return [*out, _END] if is_artifact else out


class Tagging:
    """Writes the tree into a document of the library; each page and each link has a key, counted from nought."""

    def __init__(self, document: Any, root: Element) -> None:
        self._document = document
        self._root = root
        self._pages: Sequence[Any] = document.Pages.pages
        self._owners: list[dict[int, Any]] = [{} for _ in self._pages]
        self._links: list[Any] = []

    def write(self) -> None:
        """Write the tree, what leads from each page to it, and that the document has it."""
        document = self._document
        top = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        top_place = document.Reference(top)
        top["K"] = self._written(self._root, top_place)
        keys: list[Any] = []
        for key, owners in enumerate(self._owners):
            page = self._pages[key]
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = key
            page.Tabs = PDFName("S")
            keys += [key, document.Reference(PDFArrayCompact([owners[number] for number in sorted(owners)]))]
        for number, owner in enumerate(self._links):
            keys += [len(self._owners) + number, owner]
        top["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(keys)}))
        top["ParentTreeNextKey"] = len(keys) // 2
        document.Catalog.StructTreeRoot = top
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _written(self, element: Element, parent: Any) -> Any:
        entry = PDFDictionary({"S": PDFName(element.tag), "P": parent})
        # There are thousands of these: on one line, and with the page told once, they take a fifth less room.
        entry.multiline = False
        place = self._document.Reference(entry)
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), 0)
        if page:
            entry["Pg"] = self._document.Reference(self._pages[page - 1])
        kids = [self._kid(kid, place, page) for kid in element.kids if not isinstance(kid, Element) or kid.is_told]
        if kids:
            entry["K"] = kids[0] if len(kids) == 1 else PDFArrayCompact(kids)
        if element.alternative:
            entry["Alt"] = PDFString(element.alternative)
        attributes = _attributes(element)
        if attributes:
            entry["A"] = PDFDictionary(attributes)
        return place

    def _kid(self, kid: Element | Drawn | Linked, owner: Any, usual: int) -> Any:
        if isinstance(kid, Element):
            return self._written(kid, owner)
        page = self._document.Reference(self._pages[kid.page - 1])
        if isinstance(kid, Drawn):
            self._owners[kid.page - 1][kid.number] = owner
            if kid.page == usual:
                return kid.number
            return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": kid.number})
        link = self._document.idToObject[self._document.annotationName(kid.name)]
        number = len(self._owners) + len(self._links)
        if isinstance(link, PDFDictionary):
            link["StructParent"] = number
        else:
            link.permitted = (*link.permitted, "StructParent")
            link.otherkw["StructParent"] = number
        self._links.append(owner)
        return PDFDictionary({"Type": PDFName("OBJR"), "Pg": page, "Obj": self._document.Reference(link)})


def _attributes(element: Element) -> dict[str, Any]:
    if element.scope:
        return {"O": PDFName("Table"), "Scope": PDFName(element.scope)}
    if element.summary:
        return {"O": PDFName("Table"), "Summary": PDFString(element.summary)}
    if element.numbering:
        return {"O": PDFName("List"), "ListNumbering": PDFName(element.numbering)}
    if element.box:
        box = PDFArray([round(side, 2) for side in element.box])
        return {"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": box}
    return {}
