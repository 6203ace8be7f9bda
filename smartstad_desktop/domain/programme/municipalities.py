"""Rules for municipalities: their marks, colours and official codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from smartstad_desktop.domain.errors import FieldInvalid

MARK_LIMIT: Final = 3
_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")
#: White letters on the mark's colour must be readable (WCAG 2.2, level AA).
_CONTRAST: Final = 4.5


class NameMissing(FieldInvalid):
    """A municipality needs a name."""

    code = "municipality_name_missing"


class MarkInvalid(FieldInvalid):
    """A mark has one to three letters. Parameters: ``limit``."""

    code = "mark_invalid"


class MarkTaken(FieldInvalid):
    """Another municipality has the mark. Parameters: ``mark``, ``name``."""

    code = "mark_taken"


class KeyTaken(FieldInvalid):
    """Another municipality has the key. Parameters: ``name``."""

    code = "key_taken"


class ColourInvalid(FieldInvalid):
    """A colour is written ``#RRGGBB``."""

    code = "colour_invalid"


class ColourTooLight(FieldInvalid):
    """White letters cannot be read on the colour."""

    code = "colour_too_light"


class CodesOverlap(FieldInvalid):
    """Two official codes are in force on the same day. Parameters: ``code``, ``other``."""

    code = "codes_overlap"


@dataclass(frozen=True, slots=True)
class OfficialCode:
    """An official code and the days it is in force, both included; None is open."""

    code: str
    valid_from: date | None = None
    valid_to: date | None = None

    def overlaps(self, other: OfficialCode) -> bool:
        """Return whether some day both are in force."""
        return (self.valid_from or date.min) <= (other.valid_to or date.max) and (other.valid_from or date.min) <= (
            self.valid_to or date.max
        )


def problems_of_look(name: str, mark: str, colour: str) -> tuple[FieldInvalid, ...]:
    """Return what is wrong with how a municipality is shown."""
    found: list[FieldInvalid] = []
    if not name.strip():
        found.append(NameMissing(field="name"))
    if not 1 <= len(mark.strip()) <= MARK_LIMIT:
        found.append(MarkInvalid(field="mark", limit=MARK_LIMIT))
    if not _COLOUR.fullmatch(colour):
        found.append(ColourInvalid(field="colour"))
    elif contrast_with_white(colour) < _CONTRAST:
        found.append(ColourTooLight(field="colour"))
    return tuple(found)


def problem_of_codes(codes: tuple[OfficialCode, ...]) -> CodesOverlap | None:
    """Return the first two codes that are in force on the same day."""
    for number, one in enumerate(codes):
        for other in codes[number + 1 :]:
            if one.overlaps(other):
                return CodesOverlap(field="codes", code=one.code, other=other.code)
    return None


def contrast_with_white(colour: str) -> float:
    """Return the contrast of white on *colour*, from 1 to 21."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  WCAG's own constants
