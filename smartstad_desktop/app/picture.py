"""Pictures of the window's pages, drawn without a display."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

# Before the application is made: a picture never needs a screen, and must not flash up on one.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, QMessageLogContext, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from smartstad_desktop.app.settings import Settings
from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.domain.files import FileUnwritable
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text import phrases
from smartstad_desktop.ui.board.page import BoardPage
from smartstad_desktop.ui.kit import theme, typefaces
from smartstad_desktop.ui.kit.jobs import Inline
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.theme import ThemeName
from smartstad_desktop.ui.shell.pages import PAGES
from smartstad_desktop.usecases.workspace import Surroundings, Workspace

#: What can be drawn beside the pages of the window's table: the page without a file, and the board on the wall.
START: Final = "start"
PROJECTOR: Final = "projector"
#: Movement takes about 150 ms; then the page stands still.
SETTLE_MS: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A picture that is wanted; the page shows the record *row*, or has read *files*."""

    page: str
    theme: ThemeName
    size: tuple[int, int]
    target: Path
    row: int | None = None
    files: tuple[str, ...] = ()


def pages() -> list[str]:
    """Return the pages that can be drawn."""
    return [START, *(spec.id.value for spec in PAGES), PROJECTOR]


def take(file: Path, shots: Sequence[Shot], language: Language) -> None:
    """Draw *shots* of the workspace at *file*, which is only read.

    Raises:
        FileTrouble: the workspace cannot be read, or a picture cannot be written.
    """
    with Workspace.open_read_only(file) as workspace:
        image = workspace.private_copy()
    _kept = _application(shots)  # until all is drawn
    typefaces.load_fonts()
    spoken, look = phrases.current().language, theme.current()
    with TemporaryDirectory(prefix="smartstad-") as folder:
        copy = Path(folder) / file.name
        copy.write_bytes(image)
        desk = _PictureDesk(Settings(Path(folder) / "settings.json", language=language), Inline())
        heard = qInstallMessageHandler(_without_plugin_notes)
        try:
            # A loop of its own: quitting the application would end every loop that the process starts afterwards.
            loop = QEventLoop()
            photographer = _Photographer(loop, desk, copy, shots)
            loop.exec()
        finally:
            qInstallMessageHandler(heard)
            desk.close()
            desk.window.hide()
            desk.window.deleteLater()
            phrases.use(spoken)
            theme.use(look.name, look.scale)
    if photographer.error is not None:
        raise photographer.error


def _application(shots: Sequence[Shot]) -> QApplication:
    application = QApplication.instance()
    if isinstance(application, QApplication):
        return application
    # Text on the wall is as large as the screen is high, so the screen that is not there must have a size.
    width, height = max((shot.size for shot in shots), default=(1920, 1080))
    screen = {"name": "drawing", "x": 0, "y": 0, "width": width, "height": height}
    with TemporaryDirectory(prefix="smartstad-") as folder:
        place = Path(folder) / "screens.json"
        place.write_text(json.dumps({"screens": [screen]}), "utf-8")
        if sys.platform != "win32":  # a colon, as after the letter of a drive, ends the name there
            os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={place}"
        application = QApplication(["smartstad"])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return application


def _without_plugin_notes(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, except what drawing without a screen cannot do and no picture needs."""
    if not message.startswith("This plugin does not support"):
        sys.stderr.write(f"{message}\n")


class _PictureDesk(Desk):
    """A desk whose files leave nothing behind."""

    @override
    def _surroundings(self) -> Surroundings:
        return Surroundings()


class _Photographer(QObject):
    """Goes from shot to shot, and lets each page come to rest before it draws."""

    def __init__(self, loop: QEventLoop, desk: Desk, file: Path, shots: Sequence[Shot]) -> None:
        super().__init__()
        self.error: Exception | None = None
        self._loop = loop
        self._desk = desk
        self._file = file
        self._waiting = list(shots)
        self._drawn: QWidget = desk.window
        QTimer.singleShot(0, self, self._pose)

    def _pose(self) -> None:
        if not self._waiting:
            self._loop.quit()
            return
        try:
            self._show(self._waiting[0])
        except Exception as error:  # noqa: BLE001  Qt would swallow it; the caller raises it again
            self._give_up(error)
        else:
            QTimer.singleShot(SETTLE_MS, self, self._draw)

    def _show(self, shot: Shot) -> None:
        desk = self._desk
        if desk.settings.theme is not shot.theme:
            desk.settings.theme = shot.theme
            desk.rebuild()
        if shot.page == START:
            # The copy that is drawn from is nobody's recent file.
            desk.settings.recent = ()
            desk.close_file()
        else:
            self._open(shot)
        desk.window.resize(*shot.size)
        desk.window.show()
        self._drawn = desk.window if shot.page != PROJECTOR else self._wall(shot.size)

    def _open(self, shot: Shot) -> None:
        if self._desk.workspace is None:
            self._desk.open_file(self._file)
        page = PageId.BOARD if shot.page == PROJECTOR else PageId(shot.page)
        self._desk.window.go_to(PageTarget(page, row=shot.row, files=shot.files))

    def _wall(self, size: tuple[int, int]) -> QWidget:
        opened = self._desk.window.open_file
        board = opened.pages.page(PageId.BOARD) if opened else None
        if not isinstance(board, BoardPage):
            return self._desk.window
        board.show_on_wall()
        if board.wall is None:
            return self._desk.window
        # A window over the full screen keeps the screen's size.
        board.wall.showNormal()
        board.wall.resize(*size)
        return board.wall

    def _draw(self) -> None:
        shot = self._waiting.pop(0)
        try:
            shot.target.parent.mkdir(parents=True, exist_ok=True)
            is_written = self._drawn.grab().save(str(shot.target), "PNG")
        except OSError:
            is_written = False
        if self._drawn is not self._desk.window:
            self._drawn.close()
        if is_written:
            self._pose()
        else:
            self._give_up(FileUnwritable(path=shot.target))

    def _give_up(self, error: Exception) -> None:
        self.error = error
        self._loop.quit()
