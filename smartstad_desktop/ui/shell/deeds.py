"""What the actions of the window do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import forms
from smartstad_desktop.ui.kit.notices import Tone
from smartstad_desktop.ui.kit.targets import PageId, PageTarget
from smartstad_desktop.ui.kit.theme import TEXT_SIZES, ThemeName
from smartstad_desktop.ui.shell.frame import Frame
from smartstad_desktop.ui.shell.handing_out import HandingOut
from smartstad_desktop.ui.shell.undoing import Undoing

if TYPE_CHECKING:
    from smartstad_desktop.ui.shell.desk import Desk

SUFFIX: Final = ".smartstad"
WORKSPACES: Final = "SMARTstad (*.smartstad)"
LISTS: Final = "Excel, CSV (*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt)"


class Deeds:
    """One method for each action. Everything that writes goes through the workspace."""

    def __init__(self, window: Frame, desk: Desk) -> None:
        self._window = window
        self._desk = desk
        self.steps = Undoing(window, desk)
        self.hand_out = HandingOut(window)

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

    def take_files(self, paths: Sequence[Path]) -> None:
        """Open a workspace that was dropped on the window, check a plan, or hand lists to the importing page."""
        workspaces = [path for path in paths if path.suffix == SUFFIX]
        plans = [path for path in paths if path.suffix.casefold() == ".pdf"]
        if workspaces:
            self._desk.open_file(workspaces[0])
        elif plans:
            self.verify_plan(plans[0])
        elif paths and self._desk.workspace is not None:
            self._import(tuple(paths))
        elif paths:
            told = _("Open a programme first; then drop the lists again.")
            self._window.says().say(told, tone=Tone.ATTENTION)

    def verify_plan(self, path: Path | None = None) -> None:
        """Check a plan PDF: the one at *path*, or ask which."""
        from smartstad_desktop.ui.verify.window import VerifyWindow, ask_for_plan  # noqa: PLC0415  only when asked for

        if path is None:
            ask_for_plan(self._window, self.verify_plan)
            return
        dialog = VerifyWindow(self._window.services(), self._window, trusted=self._desk.settings.trusted_issuers())
        dialog.data_wanted.connect(self._desk.open_plan_data)
        dialog.check(path)
        dialog.open()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    def toggle_history(self) -> None:
        """Show the list of steps, or hide it."""
        self._window.toggle_history()

    # Places

    def go(self, page: PageId) -> None:
        """Show *page*."""
        self._window.go_to(PageTarget(page))

    def at_console(self, deed: str) -> None:
        """Do something at the console of the workshop that is going on."""
        self._window.go_to(PageTarget(PageId.WORKSHOP, filters={"do": deed}))

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
        self._window.show_shortcuts()

    def show_about(self) -> None:
        """Show the version and the licences."""
        from smartstad_desktop.ui.shell.about import About  # noqa: PLC0415  only when asked for

        About(self._window).open()
