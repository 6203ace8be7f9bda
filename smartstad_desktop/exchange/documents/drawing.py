"""A drawing as data: boxes, lines, diamonds and words on a sheet, with its text alternative.

The origin is the upper left corner and a unit is a point on paper. Colours are roles, never values: the page, the
screen and the picture file each have their own. ``ink``, ``ink_soft``, ``paper``, ``panel``, ``line``, ``primary``,
``primary_tint``, ``good``, ``bad``, ``attention`` and ``attention_tint`` exist everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Anchor(StrEnum):
    """Which part of the words stands at their point."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle; without ``fill`` or ``edge`` that part is not drawn."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    edge: str = ""
    radius: float = 0
    is_dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    role: str = "line"
    width: float = 0.8
    is_dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Diamond:
    """A square on its corner, around its middle."""

    x: float
    y: float
    half: float
    fill: str = "primary"
    edge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One line of text at its base line."""

    x: float
    y: float
    text: str
    size: float = 9
    role: str = "ink"
    is_strong: bool = False
    anchor: Anchor = Anchor.START


Shape: TypeAlias = Box | Line | Diamond | Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Shapes in the order they are drawn; ``alternative`` says the same in words.

    A page that is narrower than ``width`` shows the drawing smaller.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alternative: str
