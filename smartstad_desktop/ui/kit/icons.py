"""One-colour pictures, tinted by role and kept for as long as the program runs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from smartstad_desktop import places
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.theme import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

SIZE: Final = 18


@cache
def _source(name: str) -> str:
    return (places.resources() / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def pixmap(name: str, role: Role = Role.INK, size: int = SIZE, ratio: float | None = None) -> QPixmap:
    """Return the picture *name* in the colour of *role*, sharp on a screen with *ratio* pixels per point."""
    sharp = ratio or _screen_ratio()
    return _drawn(name, theme.current().colour(role).name(), size, sharp)


def icon(name: str, role: Role = Role.INK, size: int = SIZE) -> QIcon:
    """Return the picture *name* as an icon; its disabled form is fainter."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415  brings 150 names of icons, which the first painting does not need

    made = QIcon(pixmap(name, role, size))
    made.addPixmap(pixmap(name, Role.INK_FAINT, size), QIcon.Mode.Disabled)
    return made


def _screen_ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0
