"""A seal in a PDF, by which the file can be checked against itself.

The seal is a comment just before ``startxref``: no offset moves, and no reader minds. It holds the SHA-256 of the file
without the seal. Whoever signs the file adds to its end, so the sealed part can still be found and checked.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final

_BEFORE: Final = b"startxref"
_SEAL: Final = re.compile(rb"%SMARTstad seal sha256=([0-9a-f]{64})\n")
_END: Final = re.compile(rb"%%EOF[ \r\n]*")
_SIGNATURE: Final = re.compile(rb"/ByteRange\s*\[")


@dataclass(frozen=True, slots=True, kw_only=True)
class SealState:
    """What the seal of a file tells; the first ``end`` bytes are what was sealed."""

    is_sealed: bool
    is_unchanged: bool
    bytes_added: int
    signatures: int
    end: int = 0


def is_pdf(content: bytes) -> bool:
    """Return whether *content* is a PDF at all."""
    return b"%PDF-" in content[:1024]


def sealed(content: bytes) -> bytes:
    """Return the PDF *content* with a seal in it."""
    at = content.rindex(_BEFORE)
    seal = b"%SMARTstad seal sha256=" + hashlib.sha256(content).hexdigest().encode() + b"\n"
    return content[:at] + seal + content[at:]


def examine(content: bytes) -> SealState:
    """Return what the seal of *content* tells; signatures are counted, not examined."""
    found = _SEAL.search(content)
    end = _END.search(content, found.end()) if found else None
    if found is None or end is None:
        return SealState(is_sealed=False, is_unchanged=False, bytes_added=0, signatures=_signatures(content))
    first = content[: found.start()] + content[found.end() : end.end()]
    return SealState(
        is_sealed=True,
        is_unchanged=hashlib.sha256(first).hexdigest().encode() == found[1],
        bytes_added=len(content) - end.end(),
        signatures=_signatures(content),
        end=end.end(),
    )


def _signatures(content: bytes) -> int:
    return len(_SIGNATURE.findall(content))
