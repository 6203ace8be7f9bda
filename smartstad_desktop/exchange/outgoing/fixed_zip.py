"""Archives that come out the same from the same content: members in a fixed order, with a fixed time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

#: The first day that the format can tell.
_DAY: Final = (1980, 1, 1, 0, 0, 0)
_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_CREATED: Final = re.compile(rb"(<dcterms:created[^>]*>)([^<]*)(</dcterms:created>)")
_CORE: Final = "docProps/core.xml"
_READABLE: Final = 0o644 << 16


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Return an archive of *members* (name, content) in their order."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in members:
            member = zipfile.ZipInfo(name, _DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = _READABLE
            # Unix, whatever it is written on: else the same content would differ between systems.
            member.create_system = 3
            archive.writestr(member, content)
    return target.getvalue()


def as_fixed(office: bytes, made: datetime | None = None) -> bytes:
    """Return a workbook or a Word file that tells no other time than when its document was *made*.

    Without that it is the time that the file itself says it was created.
    """
    with zipfile.ZipFile(io.BytesIO(office)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    return zipped((name, _same_times(content, made) if name == _CORE else content) for name, content in members)


def _same_times(core: bytes, made: datetime | None) -> bytes:
    found = _CREATED.search(core)
    if found is None:
        return core
    moment = found[2] if made is None else made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    core = _CREATED.sub(rb"\g<1>" + moment + rb"\g<3>", core)
    return _MODIFIED.sub(rb"\g<1>" + moment + rb"\g<2>", core)
