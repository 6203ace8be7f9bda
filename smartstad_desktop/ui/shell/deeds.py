"""What the actions of the window do."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.steps import step_name
from smartstad_desktop.ui.kit import forms
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.kit.targets import PageId, PageTarget
from smartstad_desktop.ui.kit.theme import TEXT_SIZES, ThemeName
from smartstad_desktop.ui.shell.actions import within

if TYPE_CHECKING:
    from smartstad_desktop.ui.shell.desk import Desk
    from smartstad_desktop.ui.shell.main_window import MainWindow

WORKSPACES: Final = "SMARTstad (*.smartstad)"
LISTS: Final = "Excel, CSV (*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.txt)"


class Deeds:
    """One method for each action. Everything that writes goes through the workspace."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        self._window = window
        self._desk = desk
        self._opened_at: datetime | None = None

    def opened(self, at: datetime | None) -> None:
        """Remember when the file was opened: what is older is not undone unasked."""
        self._opened_at = at

    # Files

    def new_file(self) -> None:
        """Ask for a template and a place, and make a programme."""
        from smartstad_desktop.ui.shell.new_programme import NewProgramme  # noqa: PLC0415  only when asked for

        dialog = NewProgramme(self._desk.templates(), self._window)
        dialog.chosen.connect(self._desk.create_file)
        dialog.open()

    def open_file(self) -> None:
        """Ask for a workspace and open it."""
        forms.ask_open_paths(
            self._window, _("Open file"), WORKSPACES, lambda paths: self._desk.open_file(paths[0]), several=False
        )

    def open_demo(self) -> None:
        """Open a fresh copy of the demonstration region."""
        self._desk.open_demo()

    def close_file(self) -> None:
        """Go back to the start page."""
        self._desk.close_file()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    # Steps

    def undo(self) -> None:
        """Take the last step back; one from an earlier day only after a question."""
        workspace = self._desk.workspace
        step = workspace.to_undo() if workspace is not None else None
        if step is None:
            return
        if self._opened_at is not None and step.at < self._opened_at:
            self._ask_about_old(step_name(step.command, step.parameters), step.at)
        else:
            self._undo()

    def _ask_about_old(self, name: str, at: datetime) -> None:
        dialog = Dialog(_("Undo something from before?"), _("Undo: {step}", step=within(name)), self._window)
        told = _(
            "This was done {time}, before the file was opened now. Undo goes on backwards from there.",
            time=self._window.moment(at),
        )
        dialog.body.addWidget(Label(told, wraps=True))
        dialog.accepted.connect(self._undo_old)
        dialog.open()

    def _undo_old(self) -> None:
        self._opened_at = None
        self._undo()

    def _undo(self) -> None:
        workspace = self._desk.workspace
        step = workspace.to_undo() if workspace is not None else None
        if workspace is None or step is None:
            return
        try:
            workspace.undo()
        except DomainError as error:
            self._window.notices.trouble(error)
            return
        self._window.notices.say(_("Undone: {step}", step=within(step_name(step.command, step.parameters))))

    def redo(self) -> None:
        """Do again what was taken back last."""
        workspace = self._desk.workspace
        step = workspace.to_redo() if workspace is not None else None
        if workspace is None or step is None:
            return
        try:
            workspace.redo()
        except DomainError as error:
            self._window.notices.trouble(error)
            return
        self._window.notices.say(_("Done again: {step}", step=within(step_name(step.command, step.parameters))))

    def toggle_history(self) -> None:
        """Show the list of steps, or hide it."""
        self._window.toggle_history()

    # Places

    def go(self, page: PageId) -> None:
        """Show *page*."""
        self._window.go_to(PageTarget(page))

    def add_project(self) -> None:
        """Begin a new project in the inventory."""
        self._window.go_to(PageTarget(PageId.INVENTORY, filters={"add": True}))

    def import_lists(self) -> None:
        """Ask for lists and read them."""
        forms.ask_open_paths(self._window, _("Choose lists to import"), LISTS, self._import)

    def _import(self, paths: tuple[Path, ...]) -> None:
        self._window.go_to(PageTarget(PageId.IMPORTING, files=tuple(str(path) for path in paths)))

    def search(self) -> None:
        """Open the command search."""
        self._window.show_search()

    # The look

    def resize_text(self, steps: int) -> None:
        """Make all text one step larger or smaller."""
        settings = self._desk.settings
        place = TEXT_SIZES.index(settings.text_size) + steps
        if 0 <= place < len(TEXT_SIZES):
            settings.text_size = TEXT_SIZES[place]
            self._desk.rebuild()

    def next_theme(self) -> None:
        """Change to the next look."""
        names = list(ThemeName)
        settings = self._desk.settings
        settings.theme = names[(names.index(settings.theme) + 1) % len(names)]
        self._desk.rebuild()

    def full_screen(self) -> None:
        """Fill the screen, or stop filling it."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def show_settings(self) -> None:
        """Open the settings."""
        from smartstad_desktop.ui.settings.dialog import SettingsDialog  # noqa: PLC0415  only when asked for

        dialog = SettingsDialog(self._desk.settings, self._window)
        dialog.changed.connect(lambda: self._desk.rebuild(with_settings=True))
        dialog.open()

    def show_shortcuts(self) -> None:
        """Show which keys do what."""
        from smartstad_desktop.ui.shell.about import Shortcuts  # noqa: PLC0415  only when asked for

        Shortcuts(self._window).open()

    def show_about(self) -> None:
        """Show the version and the licences."""
        from smartstad_desktop.ui.shell.about import About  # noqa: PLC0415  only when asked for

        About(self._window).open()
