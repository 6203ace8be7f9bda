"""What a PDF consists of, as a fingerprint of each part, so that it can be told which part is no longer as it was.

The fingerprints travel in the file as an attachment. They have no key: whoever changes a part can renew them, so they
name what was changed by accident or by somebody who does not know them; proof needs a signature or a kept copy.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from smartstad_desktop.domain.plan.verifying import Finding, PlanFinding
from smartstad_desktop.exchange.documents.pdf.prints import Printer

if TYPE_CHECKING:
    import pikepdf

MANIFEST: Final = "manifest.json"
_INFO: Final = ("/Title", "/Author", "/Subject", "/Keywords")
#: Who signs elsewhere leaves these behind.
_SAVING: Final = ("ModifyDate", "MetadataDate", "Producer", "CreatorTool", "InstanceID")
#: What signing adds to the catalog, and what has a fingerprint of its own.
_APART: Final = frozenset(
    {
        *("/Pages", "/Metadata", "/Names", "/AcroForm", "/Perms", "/StructTreeRoot", "/Outlines", "/AF", "/Dests"),
        *("/DSS", "/Extensions", "/OpenAction", "/AA", "/Version", "/OutputIntents", "/MarkInfo", "/PageLabels"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The fingerprints of a PDF's parts; ``xmp`` and ``catalog`` are empty where they are not known.

    Of each page the fingerprint of what is printed on it, and of what lies on top of it.
    """

    pages: tuple[str, ...]
    notes: tuple[str, ...]
    attachments: Mapping[str, str]
    info: str
    xmp: str = ""
    catalog: str = ""
    scripts: int = 0
    has_store: bool = False
    bodies: tuple[tuple[int, ...], ...] = field(default=(), compare=False)


@contextmanager
def opened(content: bytes, *, repairs: bool = False) -> Generator[pikepdf.Pdf]:
    """Open the PDF *content*; a damaged one only with *repairs*.

    Raises:
        pikepdf.PdfError: it cannot be read.
    """
    import pikepdf  # noqa: PLC0415  brings a large library, only when used

    with pikepdf.open(BytesIO(content), attempt_recovery=repairs, suppress_warnings=True) as pdf:
        yield pdf


def bind(pdf: pikepdf.Pdf) -> None:
    """Attach the fingerprints of all its parts to *pdf*, which must be as it will be saved."""
    import pikepdf  # noqa: PLC0415  brings a large library, only when used

    parts = parts_of(pdf)
    told = {
        "format": "smartstad-manifest/1",
        "pages": [list(pair) for pair in zip(parts.pages, parts.notes, strict=True)],
        "attachments": dict(sorted(parts.attachments.items())),
        "info": parts.info,
    }
    # The library's types do not know what its constructor takes.
    make: Any = pikepdf.AttachedFileSpec
    content = json.dumps(told, sort_keys=True, separators=(",", ":")).encode()
    pdf.attachments[MANIFEST] = make(
        pdf,
        content,
        filename=MANIFEST,
        description="SHA-256: pages, attachments, metadata",
        mime_type="application/json",
        relationship=pikepdf.Name.Supplement,
    )


def manifest_in(pdf: pikepdf.Pdf) -> Parts | None:
    """Return the fingerprints that travel in *pdf*, or None when there are none that can be read."""
    content = attachments_in(pdf).get(MANIFEST)
    try:
        told: dict[str, Any] = json.loads(content or b"")
        pages: list[list[str]] = told["pages"]
        return Parts(
            pages=tuple(str(page[0]) for page in pages),
            notes=tuple(str(page[1]) for page in pages),
            attachments={str(name): str(value) for name, value in told["attachments"].items()},
            info=str(told["info"]),
        )
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


def attachments_in(pdf: pikepdf.Pdf) -> dict[str, bytes]:
    """Return the attached files of *pdf* by their names."""
    return {name: pdf.attachments[name].get_file().read_bytes() for name in sorted(pdf.attachments)}


def parts_of(pdf: pikepdf.Pdf) -> Parts:
    """Return the fingerprints of all parts of *pdf*; of its attachments all but the manifest."""
    printer = Printer(pdf)
    root = pdf.Root
    held = attachments_in(pdf)
    return Parts(
        pages=tuple(printer.page(page) for page in pdf.pages),
        notes=tuple(printer.notes(page) for page in pdf.pages),
        attachments={name: hashlib.sha256(data).hexdigest() for name, data in held.items() if name != MANIFEST},
        info=_short("\n".join(_info(pdf, key) for key in _INFO)),
        xmp=_metadata(pdf) if "/Metadata" in root else "",
        catalog=printer.of({key: root[key] for key in root.keys() if key not in _APART}),  # noqa: SIM118  no dict
        scripts=printer.scripts(),
        has_store="/DSS" in root,
        bodies=tuple(printer.bodies(page) for page in pdf.pages),
    )


def differences(before: Parts, after: Parts) -> tuple[Finding, ...]:
    """Return what was changed between *before* and *after*, each kind once."""
    found = [*_pages(before, after), *_attachments(before.attachments, after.attachments)]
    is_known = bool(before.xmp and after.xmp)
    if before.info != after.info or (is_known and before.xmp != after.xmp):
        found.append(Finding(code=PlanFinding.METADATA_CHANGED))
    if before.catalog and after.catalog and before.catalog != after.catalog:
        found.append(Finding(code=PlanFinding.CATALOG_CHANGED))
    if after.scripts > before.scripts:
        found.append(Finding(code=PlanFinding.SCRIPT_ADDED))
    if after.has_store and not before.has_store:
        found.append(Finding(code=PlanFinding.STORE_ADDED))
    return tuple(found)


def _info(pdf: pikepdf.Pdf, key: str) -> str:
    return str(pdf.docinfo[key]) if key in pdf.docinfo else ""


def _metadata(pdf: pikepdf.Pdf) -> str:
    """Return the fingerprint of what the metadata say, apart from when and by which program they were saved."""
    told = {str(key): str(value) for key, value in pdf.open_metadata().items()}
    return _short(json.dumps({key: value for key, value in sorted(told.items()) if not key.endswith(_SAVING)}))


def _short(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()[:32]


def _attachments(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Finding]:
    kinds = {
        PlanFinding.ATTACHMENT_REMOVED: before.keys() - after.keys(),
        PlanFinding.ATTACHMENT_ADDED: after.keys() - before.keys(),
        PlanFinding.ATTACHMENT_CHANGED: {name for name in before.keys() & after.keys() if before[name] != after[name]},
    }
    for code, names in kinds.items():
        if names:
            yield Finding(code=code, names=tuple(sorted(names)))


def _pages(before: Parts, after: Parts) -> Iterator[Finding]:
    old, new = before.pages, after.pages
    if old != new and sorted(old) == sorted(new):
        moved = tuple(at for at, page in enumerate(new, 1) if page != old[at - 1])
        yield Finding(code=PlanFinding.PAGES_MOVED, pages=moved)
        return
    found: dict[PlanFinding, list[int]] = {}
    same: list[tuple[int, int]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        both = min(i2 - i1, j2 - j1)
        if tag == "equal":
            same += zip(range(i1, i2), range(j1, j2), strict=True)
            continue
        found.setdefault(PlanFinding.TEXT_CHANGED, []).extend(range(j1 + 1, j1 + both + 1))
        found.setdefault(PlanFinding.PAGE_REMOVED, []).extend(range(i1 + both + 1, i2 + 1))
        found.setdefault(PlanFinding.PAGE_ADDED, []).extend(range(j1 + both + 1, j2 + 1))
    found[PlanFinding.NOTE_ADDED] = [now + 1 for was, now in same if before.notes[was] != after.notes[now]]
    for code, pages in found.items():
        if pages:
            yield Finding(code=code, pages=tuple(pages))
