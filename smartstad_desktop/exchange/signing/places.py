"""The places in a PDF where somebody can sign: found by name, made into fields, and tagged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from typing_extensions import override

from smartstad_desktop.domain.plan.signing import NoPlacesToSign, SignaturePlace, SignedFileUnreadable
from smartstad_desktop.exchange.documents.pdf.parts import opened
from smartstad_desktop.exchange.signing.library import require_library

if TYPE_CHECKING:
    import pikepdf
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

#: Where a document leaves room for a signature it says so by a named place: this, and the row it is for.
PREFIX: Final = "sign-"


def places_in(content: bytes, labels: Mapping[str, str]) -> tuple[SignaturePlace, ...]:
    """Return the places the document leaves for signatures, in the order of its pages; *labels* by name of the place.

    Raises:
        SignedFileUnreadable: the document cannot be read.
    """
    import pikepdf  # noqa: PLC0415  brings a large library, only when used

    try:
        with opened(content) as pdf:
            pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
            found = [
                SignaturePlace(field=name, label=labels.get(name, name), page=pages[target[0].objgen], box=_box(target))
                for name, target in _named(pdf)
                if name.startswith(PREFIX) and str(target[1]) == "/FitR" and target[0].objgen in pages
            ]
    except pikepdf.PdfError as reason:
        raise SignedFileUnreadable from reason
    return tuple(sorted(found, key=lambda place: (place.page, -place.box[3], place.box[0])))


def with_fields(content: bytes, places: Sequence[SignaturePlace]) -> bytes:
    """Return the PDF *content* with a field for a signature at each of *places*, added to its end.

    Raises:
        SigningUnavailable: this installation cannot sign.
        NoPlacesToSign: there are none.
        SignedFileUnreadable: the document cannot be read.
    """
    require_library()
    from pyhanko.pdf_utils.misc import PdfReadError  # noqa: PLC0415  only when used
    from pyhanko.sign.fields import SigFieldSpec, append_signature_field  # noqa: PLC0415  only when used

    if not places:
        raise NoPlacesToSign
    try:
        writer = writer_on(content)
        for place in places:
            # The library asks for whole numbers, but writes what it gets.
            box: Any = tuple(round(side, 2) for side in place.box)
            append_signature_field(
                writer,
                SigFieldSpec(sig_field_name=place.field, on_page=place.page, box=box, readable_field_name=place.label),
            )
        _tag(writer, places)
        target = BytesIO()
        writer.write(target)
    except PdfReadError as reason:
        raise SignedFileUnreadable from reason
    return target.getvalue()


def writer_on(content: bytes) -> IncrementalPdfFileWriter:
    """Return what adds to the end of *content*, and leaves its PDF version and its metadata as they are."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415  only when used

    class KeepingVersion(IncrementalPdfFileWriter):
        """Adds to a file without raising its version, which the archive format fixes, or naming itself in it."""

        @override
        def ensure_output_version(self, version: tuple[int, int]) -> None:
            """Leave the version as it is."""

        @override
        def _update_meta(self) -> None:
            """Leave the metadata as they are."""

    return KeepingVersion(BytesIO(content))


def _tag(writer: IncrementalPdfFileWriter, places: Sequence[SignaturePlace]) -> None:
    """Put a form element for each field into the document's tree, so that it is read out where it stands."""
    from pyhanko.pdf_utils import generic  # noqa: PLC0415  only when used

    name: Any = generic.pdf_name
    root: Any = writer.root
    if "/StructTreeRoot" not in root:
        return
    tree: Any = root["/StructTreeRoot"]
    top: Any = tree["/K"]
    top = top if isinstance(top, generic.DictionaryObject) else top[0].get_object()
    top_place: Any = tree.raw_get("/K")
    top_place = top_place if isinstance(top_place, generic.IndirectObject) else top_place.raw_get(0)
    parents: Any = tree["/ParentTree"]
    next_key = int(tree["/ParentTreeNextKey"])
    kids: Any = top.raw_get("/K") if "/K" in top else generic.ArrayObject()
    if isinstance(kids, generic.IndirectObject) and isinstance(kids.get_object(), generic.ArrayObject):
        kids = kids.get_object()
    kids = kids if isinstance(kids, generic.ArrayObject) else generic.ArrayObject([kids])
    labels = {place.field: (place.label, place.page) for place in places}
    for field in root["/AcroForm"]["/Fields"]:
        label, page_number = labels.get(str(field.get_object()["/T"]), ("", -1))
        if not label:
            continue
        page = writer.find_page_for_modification(page_number)[0]
        owner = writer.add_object(
            generic.DictionaryObject(
                {
                    name("/Type"): name("/StructElem"),
                    name("/S"): name("/Form"),
                    name("/P"): top_place,
                    name("/Pg"): page,
                    name("/Alt"): generic.TextStringObject(label),
                    name("/K"): generic.DictionaryObject(
                        {name("/Type"): name("/OBJR"), name("/Obj"): field, name("/Pg"): page}
                    ),
                }
            )
        )
        field.get_object()[name("/StructParent")] = generic.NumberObject(next_key)
        parents["/Nums"].extend([generic.NumberObject(next_key), owner])
        kids.append(owner)
        next_key += 1
    top[name("/K")] = kids
    tree[name("/ParentTreeNextKey")] = generic.NumberObject(next_key)
    for changed in (tree, top, parents, parents["/Nums"]):
        writer.update_container(changed)


def _named(pdf: pikepdf.Pdf) -> list[tuple[str, Any]]:
    """Return the named places of *pdf*, which writers keep in two ways."""
    import pikepdf  # noqa: PLC0415  brings a large library, only when used

    found: list[tuple[str, Any]] = []
    if "/Dests" in pdf.Root:
        found += [(str(name)[1:], value) for name, value in pdf.Root.Dests.items()]
    if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
        tree: Any = pikepdf.NameTree(pdf.Root.Names.Dests)
        found += [(str(name), value) for name, value in tree.items()]
    whole = [(name, value.D if isinstance(value, pikepdf.Dictionary) else value) for name, value in found]
    return [(name, value) for name, value in whole if isinstance(value, pikepdf.Array) and len(value) >= 2]  # noqa: PLR2004  page and manner


def _box(target: Any) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(side) for side in list(target)[2:6])
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)
