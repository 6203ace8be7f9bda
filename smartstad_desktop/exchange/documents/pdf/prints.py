"""Fingerprints of the objects of a PDF, which do not depend on how they are numbered or packed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import pikepdf

#: Ways back up or sideways, and what says how something is packed or numbered.
_SKIPPED: Final = frozenset(
    {"/Parent", "/P", "/StructParent", "/StructParents", "/Length", "/Filter", "/DecodeParms", "/DL", "/Metadata"}
)


class Printer:
    """Makes fingerprints of the objects of one PDF; what several pages share is gone through once."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._known: dict[tuple[int, int], str] = {
            page.obj.objgen: f"page {number}" for number, page in enumerate(pdf.pages)
        }

    def page(self, page: pikepdf.Page) -> str:
        """Return the fingerprint of what is printed on *page*."""
        look = [page.obj.get("/Rotate", 0), page.obj.get("/CropBox"), page.obj.get("/UserUnit"), list(page.mediabox)]
        drawn = hashlib.sha256(b"\n".join(_data(stream) for stream in _contents(page))).hexdigest()
        return self.of([look, drawn, page.obj.get("/Resources"), page.obj.get("/Group")])

    def notes(self, page: pikepdf.Page) -> str:
        """Return the fingerprint of what lies on top of *page*, apart from places to sign."""
        found = page.obj.get("/Annots")
        return self.of([] if found is None else [each for each in _items(found) if not _is_place(each)])

    def bodies(self, page: pikepdf.Page) -> tuple[int, ...]:
        """Return the numbers of the objects *page* is drawn by."""
        return tuple(stream.objgen[0] for stream in _contents(page))

    def scripts(self) -> int:
        """Return how many actions start by themselves."""
        root = self._pdf.Root
        names = root.get("/Names")
        count = sum(key in root for key in ("/OpenAction", "/AA"))
        count += int(names is not None and "/JavaScript" in names)
        for page in self._pdf.pages:
            count += int("/AA" in page.obj)
            found = page.obj.get("/Annots")
            for note in [] if found is None else _items(found):
                action = note.get("/A")
                count += int("/AA" in note) + int(action is not None and "/JS" in action)
        return count

    def of(self, value: Any) -> str:
        """Return the fingerprint of *value* and of all it refers to."""
        key: tuple[int, int] = getattr(value, "objgen", (0, 0))
        if key != (0, 0):
            if key in self._known:
                return self._known[key]
            self._known[key] = "again"
        told = hashlib.sha256(self._told(value).encode("utf-8", "surrogateescape")).hexdigest()[:32]
        if key != (0, 0):
            self._known[key] = told
        return told

    def _told(self, value: Any) -> str:
        import pikepdf  # noqa: PLC0415  brings a large library, only when used

        if isinstance(value, pikepdf.Stream):
            return f"stream {self._members(value)} {hashlib.sha256(_data(value)).hexdigest()}"
        if isinstance(value, (dict, pikepdf.Dictionary)):
            return self._members(value)
        if isinstance(value, (list, pikepdf.Array)):
            return "[" + " ".join(self.of(each) for each in value) + "]"
        if isinstance(value, pikepdf.String):
            return f"({bytes(value).hex()})"
        return str(value)

    def _members(self, value: Any) -> str:
        names = sorted(str(name) for name in value.keys() if str(name) not in _SKIPPED)  # noqa: SIM118  no dict
        return "<" + " ".join(f"{name} {self.of(value[name])}" for name in names) + ">"


def _contents(page: pikepdf.Page) -> list[Any]:
    found = page.obj.get("/Contents")
    return [] if found is None else _items(found)


def _items(found: Any) -> list[Any]:
    import pikepdf  # noqa: PLC0415  brings a large library, only when used

    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _is_place(note: Any) -> bool:
    return str(note.get("/Subtype")) == "/Widget" and str(note.get("/FT")) == "/Sig"


def _data(stream: Any) -> bytes:
    """Return what *stream* holds, unpacked where that loses nothing (pictures stay as they are)."""
    import pikepdf  # noqa: PLC0415  brings a large library, only when used

    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()
