"""Whether a kept file mentions somebody: on a PDF's pages, in a workbook's parts, in text of any encoding."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from io import BytesIO
from typing import Final

#: A part that unpacks to more is not read: it would be no list that a person wrote.
_LARGEST_PART: Final = 50_000_000
_ENCODINGS: Final = ("utf-8", "utf-16-le", "cp1252")


def file_holds(content: bytes, pattern: re.Pattern[str]) -> bool:
    """Return whether *pattern* finds something in any readable part of a file."""
    if content.startswith(b"%PDF"):
        return any(pattern.search(text) for text in _pages(content))
    return any(pattern.search(text) for part in _parts(content) for text in _readings(part))


def _pages(content: bytes) -> Iterator[str]:
    from smartstad_desktop.exchange.documents.pdf.preview import PagePictures, PagesUnreadable  # noqa: PLC0415  brings the PDF library

    try:
        with closing(PagePictures(content)) as pages:
            yield from (pages.text(number) for number in range(pages.count))
    except PagesUnreadable:
        # A damaged file still holds what it holds.
        yield from _readings(content)


def _parts(content: bytes) -> Iterator[bytes]:
    if not zipfile.is_zipfile(BytesIO(content)):
        yield content
        return
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for part in archive.infolist():
            if part.file_size <= _LARGEST_PART:
                yield archive.read(part)


def _readings(part: bytes) -> Iterator[str]:
    """Yield the part as text in every encoding it could be in, without tags between the words."""
    for encoding in _ENCODINGS:
        # Some writers spell every å as a number.
        yield unescape(re.sub(r"<[^<>]*>", " ", part.decode(encoding, errors="ignore")))
