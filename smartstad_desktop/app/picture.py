"""Pictures of the window's pages, drawn without a display."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

# Before the application is made: a picture never needs a screen, and must not flash up on one.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from smartstad_desktop.app.settings import Settings
from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.domain.files import FileUnwritable
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text import phrases
from smartstad_desktop.ui.kit import theme, typefaces
from smartstad_desktop.ui.kit.jobs import Inline
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.theme import ThemeName
from smartstad_desktop.ui.shell.pages import PAGES
from smartstad_desktop.usecases.workspace import Surroundings, Workspace

#: The page without a file, beside those of the window's table.
START: Final = "start"
#: Movement takes about 150 ms; then the page stands still.
SETTLE_MS: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A picture that is wanted."""

    page: str
    theme: ThemeName
    size: tuple[int, int]
    target: Path


def pages() -> list[str]:
    """Return the pages that can be drawn."""
    return [START, *(spec.id.value for spec in PAGES)]


def take(file: Path, shots: Sequence[Shot], language: Language) -> None:
    """Draw *shots* of the workspace at *file*, which is only read.

    Raises:
        FileTrouble: the workspace cannot be read, or a picture cannot be written.
    """
    with Workspace.open_read_only(file) as workspace:
        image = workspace.private_copy()
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(["smartstad"])
    typefaces.load_fonts()
    spoken, look = phrases.current().language, theme.current()
    with TemporaryDirectory(prefix="smartstad-") as folder:
        copy = Path(folder) / file.name
        copy.write_bytes(image)
        desk = _PictureDesk(Settings(Path(folder) / "settings.json", language=language), Inline())
        try:
            photographer = _Photographer(application, desk, copy, shots)
            application.exec()
        finally:
            desk.close()
            desk.window.hide()
            desk.window.deleteLater()
            phrases.use(spoken)
            theme.use(look.name, look.scale)
    if photographer.error is not None:
        raise photographer.error


class _PictureDesk(Desk):
    """A desk whose files leave nothing behind."""

    @override
    def _surroundings(self) -> Surroundings:
        return Surroundings()


class _Photographer(QObject):
    """Goes from shot to shot, and lets each page come to rest before it draws."""

    def __init__(self, application: QApplication, desk: Desk, file: Path, shots: Sequence[Shot]) -> None:
        super().__init__()
        self.error: Exception | None = None
        self._application = application
        self._desk = desk
        self._file = file
        self._waiting = list(shots)
        QTimer.singleShot(0, self, self._pose)

    def _pose(self) -> None:
        if not self._waiting:
            self._application.quit()
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
            desk.close_file()
        else:
            if desk.workspace is None:
                desk.open_file(self._file)
            desk.window.go_to(PageTarget(PageId(shot.page)))
        desk.window.resize(*shot.size)
        desk.window.show()

    def _draw(self) -> None:
        shot = self._waiting.pop(0)
        try:
            shot.target.parent.mkdir(parents=True, exist_ok=True)
            is_written = self._desk.window.grab().save(str(shot.target), "PNG")
        except OSError:
            is_written = False
        if is_written:
            self._pose()
        else:
            self._give_up(FileUnwritable(path=shot.target))

    def _give_up(self, error: Exception) -> None:
        self.error = error
        self._application.quit()
