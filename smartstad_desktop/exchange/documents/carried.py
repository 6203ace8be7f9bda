"""What a document carries besides its pages: files, and the fingerprint of the data it was made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

_SHOWN: Final = 24
_GROUP: Final = 4


class Relation(StrEnum):
    """What an attached file is to the document, in the words of the format."""

    SOURCE = "Source"
    DATA = "Data"
    SUPPLEMENT = "Supplement"
    ALTERNATIVE = "Alternative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that travels inside of a document; without a day it has that of the document."""

    name: str
    content: bytes
    mime: str
    relation: Relation
    description: str
    modified: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """The SHA-256 of the data, as 64 hexadecimal digits, and what is said beside it in the document's language.

    The cover has ``label``, the first digits in groups and all of them as a square code, of which ``alternative`` says
    what it holds. ``foot`` stands before the shortest form on every page.
    """

    digits: str
    label: str
    foot: str
    alternative: str

    @property
    def shown(self) -> str:
        """Return the first digits in groups, as the cover has them."""
        first = self.digits[:_SHOWN]
        return " ".join(first[at : at + _GROUP] for at in range(0, len(first), _GROUP))

    @property
    def short(self) -> str:
        """Return the first eight digits, as every page has them."""
        return self.shown[: 2 * _GROUP + 1]
