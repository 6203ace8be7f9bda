"""What a PDF tells those who cannot see its pages: its parts as a tree, and where each of them is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject, PDFString

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


class _Entry(PDFObject):
    """An object of the file whose code we write ourselves: a large document has tens of thousands of them."""

    # The library takes what it is to number by this mark.
    __RefOnly__ = 1

    def __init__(self, code: str = "") -> None:
        self.code = code

    def format(self, _document: Any) -> bytes:
        """Return the code of the object; the library calls it."""
        return self.code.encode("latin-1")


class Tagging:
    """Writes the tree into a document of the library; each page and each link has a key, counted from nought."""

    def __init__(self, document: Any, root: Element) -> None:
        self._document = document
        self._root = root
        self._pages: Sequence[Any] = document.Pages.pages
        self._page_places = [self._place(page) for page in self._pages]
        self._owners: list[dict[int, str]] = [{} for _ in self._pages]
        self._links: list[str] = []
        self._shared: dict[str, str] = {}

    def write(self) -> None:
        """Write the tree, what leads from each page to it, and that the document has it."""
        document = self._document
        top = _Entry()
        top_place = self._place(top)
        first = self._written(self._root, top_place)
        keys: list[str] = []
        for key, owners in enumerate(self._owners):
            page = self._pages[key]
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = key
            page.Tabs = PDFName("S")
            keys.append(f"{key} {self._place(_Entry(f'[{_joined(owners[number] for number in sorted(owners))}]'))}")
        keys += [f"{len(self._owners) + number} {owner}" for number, owner in enumerate(self._links)]
        parents = self._place(_Entry(f"<< /Nums [{_joined(keys)}] >>"))
        top.code = f"<< /Type /StructTreeRoot /K {first} /ParentTree {parents} /ParentTreeNextKey {len(keys)} >>"
        document.Catalog.StructTreeRoot = top
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _place(self, entry: Any) -> str:
        """Return how others name *entry*, which gets a number in the file if it has none."""
        name = self._document.Reference(entry).name
        return f"{self._document.idToObjectNumberAndVersion[name][0]} 0 R"

    def _written(self, element: Element, parent: str) -> str:
        entry = _Entry()
        place = self._place(entry)
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), 0)
        code = [f"<< /S /{element.tag} /P {parent}"]
        if page:
            code.append(f"/Pg {self._page_places[page - 1]}")
        kids = [self._kid(kid, place, page) for kid in element.kids if not isinstance(kid, Element) or kid.is_told]
        if kids:
            code.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K [{_joined(kids)}]")
        if element.alternative:
            code.append(f"/Alt {self._told(element.alternative)}")
        attributes = self._attributes(element)
        if attributes:
            code.append(f"/A {attributes}")
        entry.code = f"{_joined(code)} >>"
        return place

    def _kid(self, kid: Element | Drawn | Linked, owner: str, usual: int) -> str:
        if isinstance(kid, Element):
            return self._written(kid, owner)
        page = self._page_places[kid.page - 1]
        if isinstance(kid, Drawn):
            self._owners[kid.page - 1][kid.number] = owner
            return str(kid.number) if kid.page == usual else f"<< /Type /MCR /Pg {page} /MCID {kid.number} >>"
        link = self._document.idToObject[self._document.annotationName(kid.name)]
        number = len(self._owners) + len(self._links)
        if isinstance(link, PDFDictionary):
            link["StructParent"] = number
        else:
            link.permitted = (*link.permitted, "StructParent")
            link.otherkw["StructParent"] = number
        self._links.append(owner)
        return f"<< /Type /OBJR /Pg {page} /Obj {self._place(link)} >>"

    def _attributes(self, element: Element) -> str:
        if element.scope:
            return self._common(f"<< /O /Table /Scope /{element.scope} >>")
        if element.summary:
            return f"<< /O /Table /Summary {self._told(element.summary)} >>"
        if element.numbering:
            return self._common(f"<< /O /List /ListNumbering /{element.numbering} >>")
        if element.box:
            return f"<< /O /Layout /Placement /Block /BBox [{_joined(f'{side:.2f}' for side in element.box)}] >>"
        return ""

    def _common(self, code: str) -> str:
        """Return the place of what many parts say."""
        if code not in self._shared:
            self._shared[code] = self._place(_Entry(code))
        return self._shared[code]

    def _told(self, text: str) -> str:
        """Return *text* as the file has it."""
        return str(PDFString(text).format(self._document), "latin-1")


def _joined(parts: Iterable[str]) -> str:
    return " ".join(parts)
