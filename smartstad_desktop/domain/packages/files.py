"""A package before it is written: its files by their place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from smartstad_desktop.domain.errors import FileTrouble, RuleError

_LONGEST: Final = 60
#: Names that Windows gives to devices, whatever ending they have.
_DEVICES: Final = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


class FolderTaken(FileTrouble):
    """A folder of that name holds something already. Parameters: ``path``."""

    code = "folder_taken"


class NothingToPackage(RuleError):
    """There is nothing yet that could go into the package."""

    code = "nothing_to_package"


@dataclass(frozen=True, slots=True)
class PackageFile:
    """A file of a package; ``path`` has slashes, ``about`` says what it is in one line."""

    path: str
    content: bytes
    about: str = ""

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of its content in hexadecimal digits."""
        return sha256(self.content).hexdigest()


def safe_name(text: str) -> str:
    """Return *text* as every system takes it for the name of a file."""
    plain = "".join(letter if letter.isalnum() or letter in " -_§." else " " for letter in text)
    # Windows takes away dots at the end, and a dot at the beginning hides a file elsewhere.
    name = " ".join(plain.split())[:_LONGEST].strip(" .")
    return f"{name}_" if _DEVICES.match(name) else name or "_"


def numbered(name: str, taken: set[str]) -> str:
    """Return *name* (with its ending), numbered where one of that name is in the package already."""
    stem, dot, ending = name.rpartition(".")
    stem, ending = (stem, ending) if dot else (name, "")
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{stem} {number}{dot}{ending}"
    taken.add(free.casefold())
    return free
