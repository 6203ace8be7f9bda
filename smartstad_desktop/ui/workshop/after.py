"""What a workshop leaves on paper and in files: ballots to print and to read in, minutes, data, and the replay."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from smartstad_desktop.domain.values import Language, RoundId, SessionId
from smartstad_desktop.domain.workshop.meeting import VOTING, SessionState
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.text.workshop.laps import lap_words
from smartstad_desktop.ui.kit import icons
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.forms import ask_open_paths, ask_save_path
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.workshop.session_files import SessionFiles

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.session_rows import RoundRow, SessionSheet
    from smartstad_desktop.ui.workshop.host import WorkshopHost
    from smartstad_desktop.ui.workshop.replay.replay import ReplayDialog


class Afterwards:
    """The menu for papers and files of a session, and what its entries do."""

    def __init__(self, host: WorkshopHost, parent: QWidget) -> None:
        self._host, self._parent = host, parent
        self.files = SessionFiles(host)
        self.replay: ReplayDialog | None = None
        self.button = Button(_("Paper and files"), icon="file-text")
        self._sheet: Callable[[], SessionSheet | None] = lambda: None
        self.button.clicked.connect(self._show_menu)

    def follow(self, sheet: Callable[[], SessionSheet | None]) -> None:
        """Let the button's menu be about the session that *sheet* returns."""
        self._sheet = sheet

    def _show_menu(self) -> None:
        sheet = self._sheet()
        if sheet is not None:
            menu = QMenu(self.button)
            self.fill(menu, sheet)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def fill(self, menu: QMenu, sheet: SessionSheet | None) -> None:
        """Put the entries for a session into *menu*."""
        if sheet is None:
            return
        if menu.actions():
            menu.addSeparator()
        if sheet.rounds and sheet.state is not SessionState.ENDED:
            self._by_round(menu, "file-down", _("Print ballots"), sheet, self.ask_ballots)
            self._by_round(menu, "file-spreadsheet", _("Ballot file to fill in"), sheet, self.ask_empty)
        if sheet.board is not None and sheet.state is not SessionState.ENDED:
            self._add(menu, "columns-3", _("Print the board, in case the power fails"), partial(self.ask_board, sheet))
        open_rounds = [row for row in sheet.rounds if row.phase in VOTING and sheet.state is SessionState.OPEN]
        for row in open_rounds:
            self._add(menu, "download", _("Read in ballots (CSV)"), partial(self.ask_import, row.id))
        if sheet.opened_at is not None:
            minutes = menu.addMenu(icons.icon("file-text"), _("Minutes as PDF or text"))
            for language in Language:
                self._add(minutes, "file-text", label(language), partial(self.ask_minutes, sheet, language))
            self._add(menu, "table-2", _("Ballots as data"), partial(self.ask_data, sheet))
            self._add(menu, "history", _("Replay how it came about"), partial(self.show_replay, sheet.id))

    def _by_round(
        self,
        menu: QMenu,
        icon: str,
        text: str,
        sheet: SessionSheet,
        ask: Callable[[RoundRow], None],
    ) -> None:
        """Add an entry for the only round, or a menu of rounds."""
        if len(sheet.rounds) == 1:
            self._add(menu, icon, text, partial(ask, sheet.rounds[0]))
            return
        rounds = menu.addMenu(icons.icon(icon), text)
        for row in sheet.rounds:
            name = _("Round {number}: {method}", number=lap_words(row.lap), method=label(row.method))
            self._add(rounds, icon, name, partial(ask, row))

    @staticmethod
    def _add(menu: QMenu, icon: str, text: str, act: Callable[[], None]) -> None:
        def chosen(_is_checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's signal carries it
            act()

        menu.addAction(icons.icon(icon), text).triggered.connect(chosen)

    # Paper

    def ask_ballots(self, row: RoundRow) -> None:
        """Ask where the ballots of a round are to be written."""
        name = _("Ballots, round {number}.pdf", number=lap_words(row.lap))
        self._ask(_("Print ballots"), _("PDF (*.pdf)"), name, partial(self.files.print_ballots, row.id))

    def ask_board(self, sheet: SessionSheet) -> None:
        """Ask where the board is to be written."""
        name = _("The board before the workshop.pdf")
        self._ask(_("Print the board"), _("PDF (*.pdf)"), name, partial(self.files.print_board, sheet.id))

    def ask_minutes(self, sheet: SessionSheet, language: Language) -> None:
        """Ask where the minutes are to be written, and as what."""
        name = _("Minutes, {name}.pdf", name=_as_file_name(sheet.name))
        kinds = _("PDF (*.pdf)") + ";;" + _("Text (*.txt)")
        self._ask(_("Minutes as PDF or text"), kinds, name, partial(self.files.write_minutes, sheet.id, language))

    def offer_minutes(self, sheet: SessionSheet) -> None:
        """Offer the minutes in a notice, the moment a session has ended."""
        offer = Offer(_("Write the minutes"), lambda: self.ask_minutes(sheet, current().language))
        self._host.services.notices.say(_("The workshop has ended."), tone=Tone.GOOD, offer=offer)

    # Files

    def ask_empty(self, row: RoundRow) -> None:
        """Ask where a ballot file to fill in is to be written."""
        name = _("Ballots, round {number}.csv", number=lap_words(row.lap))
        self._ask(_("Ballot file to fill in"), _("Table (*.csv)"), name, partial(self.files.write_empty, row.id))

    def ask_import(self, round_id: RoundId) -> None:
        """Ask for a ballot file that has been filled in."""
        kinds = _("Table (*.csv)")
        title = _("Read in ballots (CSV)")
        ask_open_paths(self._parent, title, kinds, lambda paths: self.files.read_in(round_id, paths[0]), several=False)

    def ask_data(self, sheet: SessionSheet) -> None:
        """Ask where the ballots of a session are to be written as data."""
        kinds = _("Table (*.csv)") + ";;" + _("JSON (*.json)")
        name = _("Ballots, {name}.csv", name=_as_file_name(sheet.name))
        self._ask(_("Ballots as data"), kinds, name, partial(self.files.write_data, sheet.id))

    # The replay

    def show_replay(self, session: SessionId) -> None:
        """Go through the session once more."""
        from smartstad_desktop.reads.workshop.replay import replay  # noqa: PLC0415  when used
        from smartstad_desktop.ui.workshop.replay.replay import ReplayDialog  # noqa: PLC0415  when used

        services = self._host.services
        found = services.workspace.read(replay, session)
        if found is not None:
            self.replay = ReplayDialog(found, services.notices, self._parent)
            self.replay.open()

    # What they share

    def _ask(self, title: str, kinds: str, name: str, then: Callable[[Path], None]) -> None:
        ask_save_path(self._parent, title, kinds, then, suggestion=name)


def _as_file_name(name: str) -> str:
    """Return *name* without what no file name may hold."""
    return "".join(letter for letter in name if letter not in '\\/:*?"<>|').strip()[:60]
