"""What was changed in a PDF by adding to its end: which things that were there are no longer the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from smartstad_desktop.domain.plan.verifying import Finding, PlanFinding
from smartstad_desktop.exchange.documents.pdf.parts import Parts, differences, opened, parts_of

if TYPE_CHECKING:
    import pikepdf

_OBJECT: Final = re.compile(rb"(?<!\d)(\d{1,9})\s+0\s+obj\b")
_PACKED: Final = b"/ObjStm"


def after_signing(content: bytes, end: int) -> tuple[Finding, ...]:
    """Tell what the PDF *content* shows otherwise than it did when its first *end* bytes were signed.

    Filling in further signatures is allowed; nothing else is.
    """
    if end >= len(content):
        return ()
    with opened(content[:end], repairs=True) as then, opened(content, repairs=True) as now:
        before, after = parts_of(then), parts_of(now)
        found = [_as_overlay(each, before, after, then) for each in differences(before, after)]
        if not found and _others_changed(then, now, content[end:]):
            found = [Finding(code=PlanFinding.CATALOG_CHANGED)]
    return (Finding(code=PlanFinding.CHANGED_AFTER_SIGNING), *found) if found else ()


def _as_overlay(finding: Finding, before: Parts, after: Parts, then: pikepdf.Pdf) -> Finding:
    """Return what a change of a page is called when the page had been signed: shown from hiding, or laid over it."""
    if finding.code is not PlanFinding.TEXT_CHANGED:
        return finding
    known = int(then.trailer["/Size"])
    was_hidden = any(
        0 < body < known and body not in before.bodies[page - 1]
        for page in finding.pages
        if page <= len(before.bodies)
        for body in after.bodies[page - 1]
    )
    return Finding(code=PlanFinding.SHADOW_CONTENT if was_hidden else PlanFinding.OVERLAY, pages=finding.pages)


def _others_changed(then: pikepdf.Pdf, now: pikepdf.Pdf, tail: bytes) -> bool:
    """Return whether something else was changed than what signing changes: the catalog, the form and empty fields."""
    allowed = {then.Root.objgen[0], now.Root.objgen[0]}
    form: Any = then.Root.get("/AcroForm")
    if form is not None:
        allowed.add(form.objgen[0])
        allowed |= {each.objgen[0] for each in form.get("/Fields", ()) if each.get("/V") is None}
    last = int(then.trailer["/Size"]) - 1
    numbers = range(1, last + 1) if _PACKED in tail else _redefined(tail)
    for number in numbers:
        if number > last or number in allowed:
            continue
        was, is_now = then.get_object(number, 0), now.get_object(number, 0)
        if not _is_passing(was) and _raw(was) != _raw(is_now):
            return True
    return False


def _redefined(tail: bytes) -> Iterable[int]:
    return {int(match[1]) for match in _OBJECT.finditer(tail)}


def _is_passing(value: Any) -> bool:
    """Return whether *value* is how a file is packed, and says nothing."""
    import pikepdf  # noqa: PLC0415  brings a large library, only when used

    return value is None or (isinstance(value, pikepdf.Stream) and str(value.get("/Type")) in {"/XRef", "/ObjStm"})


def _raw(value: Any) -> bytes:
    import pikepdf  # noqa: PLC0415  brings a large library, only when used

    if isinstance(value, pikepdf.Stream):
        return value.stream_dict.unparse(resolved=True) + value.read_raw_bytes()
    return value.unparse(resolved=True) if isinstance(value, pikepdf.Object) else repr(value).encode()
