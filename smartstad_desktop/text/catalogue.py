"""The messages of one language, looked up in the compiled catalogue without reading all of it.

``gettext`` of the library makes a dictionary of every message before the first one is asked for: with more than three
thousand of them that is a tenth of what it takes to show the window. The file is sorted, so a message is found by
halving; most are never asked for.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Final

_MAGIC: Final = 0x950412DE
_HEADER: Final = struct.Struct("<7I")
_ENTRY: Final = struct.Struct("<2I")
_PLURAL_END: Final = b"\x00"


class Catalogue:
    """Answers as ``gettext`` does: what is not in the catalogue is returned as it is asked for.

    Swedish, bokmål and English have the same two forms: one, and any other number.
    """

    def __init__(self, content: bytes = b"") -> None:
        self._content = content
        self._known: dict[str, tuple[str, ...]] = {}
        self._count = self._messages = self._translations = 0
        if content:
            magic, _version, self._count, self._messages, self._translations, *_hash = _HEADER.unpack_from(content)
            if magic != _MAGIC:
                self._count = 0

    @classmethod
    def read(cls, path: Path) -> Catalogue:
        """Return the catalogue at *path*; an empty one when the texts have not been compiled."""
        return cls(path.read_bytes()) if path.exists() else cls()

    def gettext(self, message: str) -> str:
        """Return *message* in this language."""
        forms = self._forms(message)
        return forms[0] if forms else message

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the form for *count*."""
        forms = self._forms(one)
        if not forms:
            return one if count == 1 else many
        return forms[0] if count == 1 else forms[-1]

    def _forms(self, message: str) -> tuple[str, ...]:
        found = self._known.get(message)
        if found is None:
            found = self._known[message] = self._find(message.encode())
        return found

    def _find(self, wanted: bytes) -> tuple[str, ...]:
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            # A message with a plural is known by its singular.
            here = self._text(self._messages, middle).split(_PLURAL_END, 1)[0]
            if here == wanted:
                parts = self._text(self._translations, middle).split(_PLURAL_END)
                return tuple(part.decode() for part in parts)
            if here < wanted:
                low = middle + 1
            else:
                high = middle
        return ()

    def _text(self, table: int, number: int) -> bytes:
        length, start = _ENTRY.unpack_from(self._content, table + number * _ENTRY.size)
        return self._content[start : start + length]
