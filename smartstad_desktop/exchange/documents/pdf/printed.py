"""Which fingerprint a plan PDF says it has: in its metadata, and printed on its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from smartstad_desktop.exchange.documents.pdf.preview import PagePictures

if TYPE_CHECKING:
    import pikepdf

_WHOLE: Final = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
#: In print it stands in groups of four; in the footer there may be only two.
_GROUPS: Final = re.compile(r"(?<![0-9a-f])[0-9a-f]{4}(?:[ \u00a0\u202f][0-9a-f]{4}){1,15}(?![0-9a-f])")
#: Years and numbers look like a group too; a fingerprint of as many digits nearly always has a letter.
_LETTER: Final = re.compile(r"[a-f]")
_FOOT_LINES: Final = 3


def in_metadata(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Return the fingerprints that the metadata of *pdf* tell."""
    if "/Metadata" not in pdf.Root:
        return ()
    return tuple(dict.fromkeys(_WHOLE.findall(pdf.Root.Metadata.read_bytes().decode("utf-8", "replace"))))


def strays(content: bytes, fingerprint: str) -> tuple[int, ...]:
    """Return the pages of the PDF *content* whose cover or footer prints another fingerprint than this one."""
    return tuple(
        number
        for number, text in enumerate(_texts(content), 1)
        if any(
            _LETTER.search(group) and not fingerprint.startswith(re.sub(r"\s", "", group))
            for group in _GROUPS.findall(text if number == 1 else _foot(text))
        )
    )


def _foot(text: str) -> str:
    return "\n".join(text.splitlines()[-_FOOT_LINES:])


def _texts(content: bytes) -> Iterator[str]:
    with PagePictures(content) as pages:
        for number in range(pages.count):
            yield pages.text(number)
