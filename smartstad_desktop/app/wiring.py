"""The running program, put together by plain constructor calls: choices, one window, at most one open file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from smartstad_desktop.app import folders
from smartstad_desktop.app.settings import Settings
from smartstad_desktop.domain import files
from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.reads.shell import is_a_rehearsal
from smartstad_desktop.text import phrases
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.notices import Offer
from smartstad_desktop.ui.kit.outside import Copies
from smartstad_desktop.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from smartstad_desktop.ui.kit.jobs import Executor
    from smartstad_desktop.ui.shell.desk import TemplateChoice
    from smartstad_desktop.usecases.workspace import Surroundings, Workspace

DEMO_NAME = "Demoregion.smartstad"


class Desk:
    """What the window asks for: opening, making and closing files, and making the window anew."""

    def __init__(self, settings: Settings, executor: Executor | None = None) -> None:
        self.settings = settings
        self.workspace: Workspace | None = None
        self._executor = executor
        self._warming: Thread | None = None
        self._apply_choices()
        self.window = self._make_window()

    def _apply_choices(self) -> None:
        phrases.use(self.settings.language)
        theme.use(self.settings.theme, self.settings.text_size)

    def _make_window(self) -> MainWindow:
        window = MainWindow(self, self._executor)
        if self.settings.geometry:
            window.restoreGeometry(QByteArray.fromBase64(self.settings.geometry.encode()))
        return window

    # Files

    def start(self, path: Path | None) -> None:
        """Open *path*, or show the start page; called when the frame has been painted."""
        Copies.begin(folders.opened())
        if path is not None:
            self.open_file(path)
        if self.workspace is None:
            self.window.show_start()

    def open_file(self, path: Path, *, read_only: bool = False) -> None:
        """Open the workspace at *path* in the window; trouble is told there."""
        from smartstad_desktop.usecases.workspace import Workspace  # noqa: PLC0415  brings SQLAlchemy

        if not self.window.may_close_file():
            return
        kept = self.workspace
        if kept is not None and kept.path == path.absolute():
            # The same file again, for work this time: it must let go of itself first.
            self._let_go()
        around = self._surroundings()
        try:
            opened = Workspace.open_read_only(path, around) if read_only else Workspace.open(path, around)
        except DomainError as error:
            self._tell_why_not(error, path)
            return
        self._take(opened)

    def create_file(self, path: Path, template: str) -> None:
        """Make a workspace at *path* from a template and open it."""
        from smartstad_desktop.usecases.templates.templates import create_workspace  # noqa: PLC0415  brings SQLAlchemy

        if not self.window.may_close_file():
            return
        try:
            made = create_workspace(path, template, language=self.settings.language, surroundings=self._surroundings())
        except DomainError as error:
            self.window.notices.trouble(error)
            return
        self._take(made)

    def open_demo(self) -> None:
        """Open the demonstration region, which is made the first time."""
        from smartstad_desktop.usecases.templates.templates import create_demo  # noqa: PLC0415  brings SQLAlchemy

        path = folders.home() / "demo" / DEMO_NAME
        if path.exists():
            self.open_file(path)
            return
        if not self.window.may_close_file():
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            made = create_demo(path, surroundings=self._surroundings())
        except OSError:
            self.window.notices.trouble(files.FileUnwritable(path=path))
        except DomainError as error:
            self.window.notices.trouble(error)
        else:
            self._take(made)

    def open_plan_data(self, data: bytes) -> None:
        """Open the data of a plan to look around in; trouble is told in the window."""
        from smartstad_desktop.usecases.plan.opened_data import open_data  # noqa: PLC0415  brings SQLAlchemy

        if not self.window.may_close_file():
            return
        folder = folders.opened()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            opened = open_data(data, folder)
        except OSError:
            self.window.notices.trouble(files.FileUnwritable(path=folder))
        except DomainError as error:
            self.window.notices.trouble(error)
        else:
            self._take(opened, is_kept=False)

    def close_file(self) -> None:
        """Close the open file and show the start page."""
        if self.window.may_close_file():
            rehearsal = self._let_go()
            self.window.show_start()
            self._offer_throwing_away(rehearsal)

    def _take(self, opened: Workspace, *, is_kept: bool = True) -> None:
        rehearsal = self._let_go()
        self.workspace = opened
        if is_kept:
            self.settings.opened(opened.path)
        self.window.show_file()
        for note in opened.notes:
            self.window.notices.warn(_sentence(note))
        self._offer_throwing_away(rehearsal)

    def warm_up(self) -> None:
        """Load what the other pages need while the user looks at the first one."""
        if self.workspace is not None:
            self._warming = Thread(target=self.workspace.warm_up, name="warm-up")
            self._warming.start()

    def _let_go(self) -> Path | None:
        """Close the file, and return where it is if it was a rehearsal."""
        rehearsal: Path | None = None
        if self._warming is not None:
            self._warming.join()
            self._warming = None
        if self.workspace is not None:
            if self.window.open_file is not None:
                self.window.open_file.close_down()
            if self.workspace.glance(is_a_rehearsal):
                rehearsal = self.workspace.path
            self.workspace.close()
            self.workspace = None
        return rehearsal

    def _offer_throwing_away(self, rehearsal: Path | None) -> None:
        if rehearsal is not None:
            told = _("The rehearsal “{name}” is closed and still lies beside the file.", name=rehearsal.stem)
            # There is no other place to do it.
            offer = Offer(_("Throw it away"), lambda: self._throw_away(rehearsal), stays=True)
            self.window.notices.say(told, offer=offer)

    def _throw_away(self, rehearsal: Path) -> None:
        from smartstad_desktop.usecases.workshop.rehearsal import throw_away  # noqa: PLC0415  brings SQLAlchemy

        try:
            throw_away(rehearsal)
        except DomainError as error:
            self.window.notices.trouble(error)
            return
        self.settings.forget(rehearsal)
        if self.workspace is None:
            self.window.show_start()
        self.window.notices.done(_("The rehearsal is thrown away."))

    def _surroundings(self) -> Surroundings:
        from smartstad_desktop.usecases.workspace import Surroundings  # noqa: PLC0415  brings SQLAlchemy

        return Surroundings(backups=folders.backups())

    def _tell_why_not(self, error: DomainError, path: Path) -> None:
        if self.workspace is None:
            self.window.show_start()
        if isinstance(error, files.OpenElsewhere):
            self._offer_reading(error, path)
        elif isinstance(error, files.FileMissing):
            self.window.notices.trouble_with_way_out(error, _("Take it out of the list"), lambda: self._forget(path))
        else:
            self.window.notices.trouble(error)

    def _offer_reading(self, error: files.OpenElsewhere, path: Path) -> None:
        from smartstad_desktop.ui.kit.forms import Dialog  # noqa: PLC0415  after the first painting
        from smartstad_desktop.ui.kit.parts import Label  # noqa: PLC0415  after the first painting

        dialog = Dialog(_("The file is open elsewhere"), _("Open for reading"), self.window)
        dialog.body.addWidget(Label(_sentence(error), wraps=True))
        dialog.accepted.connect(lambda: self.open_file(path, read_only=True))
        dialog.open()

    def _forget(self, path: Path) -> None:
        self.settings.forget(path)
        self.window.show_start()

    # The window

    def rebuild(self, *, with_settings: bool = False) -> None:
        """Make the window anew: the language, the look or the text size has changed."""
        self.settings.save()
        old = self.window
        kept = old.hand_over()
        if kept is None:
            return
        full, place = old.isFullScreen(), old.saveGeometry()
        self._apply_choices()
        self.window = MainWindow(self, self._executor)
        self.window.restoreGeometry(place)
        if self.workspace is not None:
            if old.open_file is not None:
                old.open_file.close_down()
            self.window.show_file(kept)
        else:
            self.window.show_start()
        if full:
            self.window.showFullScreen()
        else:
            self.window.show()
        old.hide()
        old.deleteLater()
        if with_settings:
            self.window.deeds.show_settings()

    def templates(self) -> Sequence[TemplateChoice]:
        """Return the templates a programme can be made from."""
        from smartstad_desktop.ui.shell.desk import TemplateChoice  # noqa: PLC0415  after the first painting
        from smartstad_desktop.usecases.templates.template_list import templates  # noqa: PLC0415  the window is painted first

        return [TemplateChoice(each.key, each.name, each.description) for each in templates(self.settings.language)]

    def close(self) -> None:
        """Let go of the file and of copies of what is kept in it; the program ends."""
        self._let_go()
        Copies.empty()


def _sentence(error: DomainError) -> str:
    """Return what to tell about *error*; its words are not needed before the window is shown."""
    from smartstad_desktop.text import trouble  # noqa: PLC0415  see above

    return trouble.sentence(error)
