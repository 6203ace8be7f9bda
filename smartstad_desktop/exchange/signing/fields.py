"""The signature fields of a PDF as they stand in it, before anybody asks whether they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final

from smartstad_desktop.domain.plan.signing import SignatureState
from smartstad_desktop.exchange.documents.pdf.parts import opened

if TYPE_CHECKING:
    import pikepdf

_TIME: Final = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?")
_RANGE_LENGTH: Final = 4
_DEEPEST: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFound:
    """A place to sign, and what stands in it; ``container`` is None as long as nobody has signed."""

    name: str
    label: str
    container: bytes | None
    ranges: tuple[int, ...]
    claimed_at: datetime | None
    docmdp: int | None
    size: tuple[float, float]

    @property
    def end(self) -> int:
        """Return how many bytes of the file it covers."""
        return self.ranges[2] + self.ranges[3] if len(self.ranges) == _RANGE_LENGTH else 0

    def state_in(self, content: bytes) -> SignatureState:
        """Return whether it can hold at all: something stands in it, and only it is left out of what it covers."""
        if self.container is None or not self.container.strip(b"\0"):
            return SignatureState.BLANK
        if len(self.ranges) != _RANGE_LENGTH or self.end > len(content):
            return SignatureState.BAD_RANGE
        begin, first, second, rest = self.ranges
        gap = content[first:second]
        is_whole = begin == 0 and rest > 0 and gap.startswith(b"<") and gap.endswith(b">")
        if not is_whole or not _is_hex_of(gap, self.container):
            return SignatureState.BAD_RANGE
        return SignatureState.INTACT

    def covered(self, content: bytes) -> bytes:
        """Return the bytes of *content* it was made for."""
        _, first, second, rest = self.ranges
        return content[:first] + content[second : second + rest]


def fields_in(content: bytes) -> tuple[FieldFound, ...]:
    """Return the places to sign of the PDF *content*, damaged or not."""
    with opened(content, repairs=True) as pdf:
        return tuple(_found(pdf))


def _found(pdf: pikepdf.Pdf) -> Iterator[FieldFound]:
    form: Any = pdf.Root.get("/AcroForm")
    fields = form.get("/Fields") if form is not None else None
    if fields is not None:
        for each in fields:
            yield from _within(each, "", "", 0)


def _within(field: Any, above: str, kind: str, depth: int) -> Iterator[FieldFound]:
    own = str(field.get("/T", ""))
    name = f"{above}.{own}" if above and own else above or own
    kind = str(field.get("/FT", kind))
    value = field.get("/V")
    kids = field.get("/Kids")
    if kids is not None and value is None and depth < _DEEPEST:
        for each in kids:
            yield from _within(each, name, kind, depth + 1)
    elif kind == "/Sig":
        yield FieldFound(
            name=name,
            label=str(field.get("/TU", name)),
            container=None if value is None else bytes(value.get("/Contents", b"")),
            ranges=() if value is None else tuple(int(each) for each in value.get("/ByteRange", ())),
            claimed_at=None if value is None else moment(str(value.get("/M", ""))),
            docmdp=None if value is None else _docmdp(value),
            size=_size(field),
        )


def _docmdp(value: Any) -> int | None:
    for each in value.get("/Reference", ()):
        if str(each.get("/TransformMethod")) == "/DocMDP":
            return int(each.get("/TransformParams", {}).get("/P", 2))
    return None


def _size(field: Any) -> tuple[float, float]:
    box = field.get("/Rect")
    if box is None:
        return 0.0, 0.0
    left, bottom, right, top = (float(side) for side in box)
    return abs(right - left), abs(top - bottom)


def moment(written: str) -> datetime | None:
    """Return the time a PDF tells as *written*, or None when it is none."""
    found = _TIME.match(written)
    if found is None:
        return None
    numbers = [int(each) if each else 0 for each in found.groups()[:6]]
    sign, hours, minutes = found[7], int(found[8] or 0), int(found[9] or 0)
    ahead = timedelta(hours=hours, minutes=minutes) * (-1 if sign == "-" else 1)
    try:
        year, month, day, hour, minute, second = numbers
        zone = timezone(ahead)
        return datetime(year, month, day, hour, minute, second, tzinfo=zone).astimezone(UTC)
    except ValueError:
        return None


def _is_hex_of(gap: bytes, container: bytes) -> bool:
    try:
        return bytes.fromhex(gap[1:-1].decode("ascii")).startswith(container)
    except ValueError:
        return False
