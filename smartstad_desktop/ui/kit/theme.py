"""Colour roles as a palette and a small style sheet.

Code names roles; the colours lie in ``resources/themes/*.json``. ``current()`` is what painting code asks, as
``text.phrases.current()`` is what speaking code asks: there is one window and it has one look at a time.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from string import Template
from typing import Final

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from smartstad_desktop import places
from smartstad_desktop.ui.kit import typefaces
from smartstad_desktop.ui.kit.typefaces import Type

#: The sizes of text a user can choose, as factors of the normal size.
TEXT_SIZES: Final = (1.0, 1.15, 1.3, 1.5)


class Role(StrEnum):
    """What a colour is for."""

    INK = "ink"
    INK_SOFT = "ink_soft"
    INK_FAINT = "ink_faint"
    GROUND = "ground"
    PAPER = "paper"
    LINE = "line"
    LINE_SOFT = "line_soft"
    LINE_CONTROL = "line_control"
    HOVER = "hover"
    FOCUS = "focus"
    SHADOW = "shadow"
    PRIMARY = "primary"
    PRIMARY_DEEP = "primary_deep"
    PRIMARY_TINT = "primary_tint"
    ON_PRIMARY = "on_primary"
    RAIL = "rail"
    RAIL_TEXT = "rail_text"
    RAIL_FAINT = "rail_faint"
    RAIL_ON = "rail_on"
    RAIL_MARK = "rail_mark"
    ON_RAIL_MARK = "on_rail_mark"
    ATTENTION = "attention"
    ATTENTION_TINT = "attention_tint"
    GOOD = "good"
    GOOD_TINT = "good_tint"
    BAD = "bad"
    BAD_TINT = "bad_tint"
    MAYBE = "maybe"
    MAYBE_TINT = "maybe_tint"
    COLUMN = "column"
    COLUMN_OVER = "column_over"
    BAR_ONGOING = "bar_ongoing"
    BAR_PLANNED = "bar_planned"
    BAR_FINISHED = "bar_finished"
    BAR_MISSING = "bar_missing"
    DOT_ONGOING = "dot_ongoing"
    DOT_PLANNED = "dot_planned"
    DOT_FINISHED = "dot_finished"
    DOT_STOPPED = "dot_stopped"
    DOT_IDEA = "dot_idea"
    MARK_TEXT = "mark_text"
    MARK_EDGE = "mark_edge"
    HEAT_BELOW = "heat_below"
    HEAT_0 = "heat_0"
    HEAT_1 = "heat_1"
    HEAT_2 = "heat_2"
    HEAT_3 = "heat_3"


class ThemeName(StrEnum):
    """The looks a user can choose."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


def darkness() -> QColor:
    """Return what a projector shows when it shows nothing; no theme makes it lighter."""
    return _colour("#000000")


def white_paper() -> QColor:
    """Return the white of a printed page; paper is white in every theme."""
    return _colour("#FFFFFF")


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: its colours by role and the factor of the text size."""

    name: ThemeName
    is_dark: bool
    is_high_contrast: bool
    colours: dict[Role, str]
    scale: float = 1.0

    def colour(self, role: Role) -> QColor:
        """Return the colour of *role*."""
        return _colour(self.colours[role])

    def px(self, size: Type) -> int:
        """Return a step of the type scale in pixels, at the chosen text size."""
        return round(size * self.scale)

    def space(self, pixels: int) -> int:
        """Return a distance that grows with the text."""
        return round(pixels * self.scale)


@cache
def _colour(code: str) -> QColor:
    # Theme files write transparency last (#RRGGBBAA), as style sheets of the web do; Qt wants it first.
    with_alpha = len(code) == len("#RRGGBBAA")
    return QColor(f"#{code[7:]}{code[1:7]}") if with_alpha else QColor(code)


@cache
def load(name: ThemeName) -> Theme:
    """Return the look called *name* from its file; a file that lacks a role is refused."""
    # JSON and not TOML: the settings have loaded its reader already, and the window waits for this.
    source = json.loads((places.resources() / "themes" / f"{name}.json").read_text("utf-8"))
    colours = {role: source["colours"][role.value] for role in Role}
    return Theme(name, source["is_dark"], source["is_high_contrast"], colours)


class _Shown:
    """The look the window has now; one per process."""

    theme: Theme = load(ThemeName.LIGHT)


def current() -> Theme:
    """Return the look the window has now."""
    return _Shown.theme


def use(name: ThemeName, scale: float = 1.0) -> Theme:
    """Give every window the look *name* at text size *scale*, at once."""
    theme, before = replace(load(name), scale=scale), _Shown.theme
    _Shown.theme = theme
    application = QApplication.instance()
    # A style sheet that is set again styles every widget anew, which takes a second in a large window.
    if isinstance(application, QApplication) and (theme != before or not application.styleSheet()):
        application.setFont(typefaces.font(Type.BODY, scale=scale))
        application.setPalette(palette(theme))
        application.setStyleSheet(style_sheet(theme))
    return theme


def palette(theme: Theme) -> QPalette:
    """Return *theme* as Qt's own palette, so that plain widgets follow it without a style sheet."""
    made = QPalette()
    parts = {
        QPalette.ColorRole.Window: Role.GROUND,
        QPalette.ColorRole.WindowText: Role.INK,
        QPalette.ColorRole.Base: Role.PAPER,
        QPalette.ColorRole.AlternateBase: Role.GROUND,
        QPalette.ColorRole.Text: Role.INK,
        QPalette.ColorRole.PlaceholderText: Role.INK_FAINT,
        QPalette.ColorRole.Button: Role.PAPER,
        QPalette.ColorRole.ButtonText: Role.INK,
        QPalette.ColorRole.ToolTipBase: Role.PAPER,
        QPalette.ColorRole.ToolTipText: Role.INK,
        QPalette.ColorRole.Highlight: Role.PRIMARY_TINT,
        QPalette.ColorRole.HighlightedText: Role.INK,
        QPalette.ColorRole.Link: Role.PRIMARY,
        QPalette.ColorRole.Accent: Role.PRIMARY,
        QPalette.ColorRole.Mid: Role.LINE,
        QPalette.ColorRole.Midlight: Role.LINE_SOFT,
        QPalette.ColorRole.Light: Role.PAPER,
        QPalette.ColorRole.Dark: Role.LINE,
        QPalette.ColorRole.Shadow: Role.SHADOW,
    }
    for part, role in parts.items():
        made.setColor(part, theme.colour(role))
    for part in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, part, theme.colour(Role.INK_FAINT))
    return made


def style_sheet(theme: Theme) -> str:
    """Return ``style.qss`` filled with the colours and sizes of *theme*."""
    sheet = Template((places.resources() / "style.qss").read_text("utf-8"))
    sizes = {f"px_{size.name.lower()}": f"{theme.px(size)}px" for size in Type}
    spaces = {f"gap_{pixels}": f"{theme.space(pixels)}px" for pixels in (2, 4, 5, 6, 8, 9, 10, 12, 16)}
    images = {"icons": (places.resources() / "icons").as_posix(), "look": "dark" if theme.is_dark else "light"}
    colours = {role.value: theme.colour(role).name(QColor.NameFormat.HexArgb) for role in Role}
    return sheet.substitute(colours | sizes | spaces | images)


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours as WCAG 2.2 counts it, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  WCAG's own constants
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
