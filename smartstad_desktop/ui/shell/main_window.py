"""The frame: rail, page, notices. It knows a table of pages and nothing about any of them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.targets import PageId, PageTarget
from smartstad_desktop.ui.shell.frame import Frame

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenuBar

    from smartstad_desktop.ui.kit.jobs import Executor
    from smartstad_desktop.ui.kit.services import Services
    from smartstad_desktop.ui.shell.actions import ActionTable
    from smartstad_desktop.ui.shell.deeds import Deeds
    from smartstad_desktop.ui.shell.desk import Desk
    from smartstad_desktop.ui.shell.notices import ToastNotices
    from smartstad_desktop.ui.shell.open_file import OpenFile
    from smartstad_desktop.ui.shell.start_page import StartPage


class MainWindow(Frame):
    """The one window of the program, with a file open or without."""

    def __init__(self, desk: Desk, executor: Executor | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._executor = executor
        self._is_complete = False
        self._start: StartPage | None = None
        self.menu_bar: QMenuBar | None = None
        self.open_file: OpenFile | None = None

    # The parts below are made after the first painting: what they import costs as much as an empty window.

    @cached_property
    def deeds(self) -> Deeds:
        """What the actions do."""
        from smartstad_desktop.ui.shell.deeds import Deeds  # noqa: PLC0415  after the first painting

        return Deeds(self, self._desk)

    @cached_property
    def actions_by_id(self) -> ActionTable:
        """The actions of this window."""
        from smartstad_desktop.ui.shell.actions import ActionTable  # noqa: PLC0415  after the first painting

        return ActionTable(self, self.deeds)

    @cached_property
    def notices(self) -> ToastNotices:
        """The messages at the foot of the window."""
        from smartstad_desktop.ui.shell.notices import ToastNotices  # noqa: PLC0415  after the first painting

        return ToastNotices(self, self.deeds.steps.undo)

    def _complete(self) -> None:
        """Connect the frame with what it does, once."""
        if self._is_complete:
            return
        self._is_complete = True
        self.rail.chosen.connect(self.deeds.go)
        self.rail.history.connect(self.toggle_history)
        self.rail.settings.connect(self.deeds.show_settings)
        self.rail.menu.connect(self._show_menu)
        self.rail.bind_steps(self.actions_by_id.by_id["undo"], self.actions_by_id.by_id["redo"])
        # Held here: a bar without a parent lives as long as somebody knows it.
        self.menu_bar = self.actions_by_id.menu_bar(sys.platform)

    # What is shown

    def show_start(self) -> None:
        """Show the start page: no file is open."""
        from smartstad_desktop.ui.shell.start_page import StartPage  # noqa: PLC0415  after the first painting

        self._complete()
        self._clear()
        start = self._start = StartPage(self._desk.settings.recent)
        start.recent.connect(self._desk.open_file)
        start.opening.connect(self.deeds.open_file)
        start.making.connect(self.deeds.new_file)
        start.demo.connect(self.deeds.open_demo)
        self.area.addWidget(start)
        self.setWindowTitle("SMARTstad")
        self._enable()

    def show_file(self, kept: Mapping[PageId, object] | None = None) -> None:
        """Show the file that the desk has opened, on the page where it was left, which goes on with what was *kept*."""
        from smartstad_desktop.ui.shell.open_file import OpenFile  # noqa: PLC0415  brings SQLAlchemy

        workspace = self._desk.workspace
        if workspace is None:
            return
        self._complete()
        self._clear()
        self.deeds.steps.opened(workspace.now)
        opened = self.open_file = OpenFile(workspace, self._desk.settings, self.notices, self._executor)
        self.area.addWidget(opened)
        opened.stepped.connect(self._enable)
        opened.stepped.connect(self.notices.stepped)
        opened.history_shown.connect(self.rail.history_button.setChecked)
        opened.writable_wanted.connect(lambda: self._desk.open_file(workspace.path))
        # Queued: the page that asks goes away with the file it is part of.
        opened.pages.file_wanted.connect(self._desk.open_file, Qt.ConnectionType.QueuedConnection)
        opened.attach(self.rail)
        self.rail.set_open(is_open=True)
        self._enable()
        self.setWindowTitle(f"{opened.title()} – SMARTstad")
        opened.pages.take_up(kept or {})
        opened.go_to_last_page()

    def _clear(self) -> None:
        for widget in (self._start, self.open_file):
            if widget is not None:
                self.area.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        if self.open_file is not None:
            self.open_file.close_down()
        # What is still offered is about the file that goes.
        self.notices.toast.withdraw()
        self._start = self.open_file = None
        self.rail.set_open(is_open=False)

    def may_close_file(self) -> bool:
        """Return whether the page that is shown has nothing unfinished and no job runs."""
        if self.open_file is None:
            return True
        if self.open_file.services.jobs.is_busy():
            self.notices.warn(_("Wait until the work that runs is done, or stop it."))
            return False
        return self.open_file.pages.leave()

    def hand_over(self) -> Mapping[PageId, object] | None:
        """Give up what the next window has to go on with; None when something unfinished stands in the way."""
        if self.open_file is None:
            return {}
        kept = self.open_file.pages.give_up()
        if self.may_close_file():
            return kept
        self.open_file.pages.take_up(kept)
        return None

    # What is asked

    @override
    def services(self) -> Services | None:
        """Return the open file with the window's helpers, or None while none is open."""
        return None if self.open_file is None else self.open_file.services

    @override
    def says(self) -> ToastNotices:
        """Return the messages at the foot of the window."""
        return self.notices

    @override
    def go_to(self, target: PageTarget) -> None:
        """Show what *target* asks for."""
        if self.open_file is not None:
            self.open_file.go_to(target)

    @override
    def toggle_history(self) -> None:
        """Show the list of steps, or hide it."""
        if self.open_file is not None:
            self.open_file.toggle_history()

    @override
    def show_search(self) -> None:
        """Open the command search over everything that is possible now."""
        from smartstad_desktop.ui.shell.command_search import CommandSearch  # noqa: PLC0415  only when asked for
        from smartstad_desktop.ui.shell.findings import findings  # noqa: PLC0415  only when asked for

        CommandSearch(findings(self.actions_by_id, self._desk.workspace, self.go_to), self).open()

    @override
    def show_shortcuts(self) -> None:
        """Show which keys do what."""
        from smartstad_desktop.ui.shell.shortcuts import Shortcuts  # noqa: PLC0415  only when asked for

        Shortcuts(self).open()

    def _show_menu(self) -> None:
        menu = self.actions_by_id.menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.rail.mapToGlobal(self.rail.rect().topLeft()) + self.rail.rect().center() / 4)

    def _enable(self) -> None:
        opened = self.open_file
        undo, redo = opened.step_names() if opened is not None else ("", "")
        is_writable = opened is not None and not opened.services.workspace.is_read_only
        self.actions_by_id.enable(is_open=opened is not None, is_writable=is_writable, undo=undo, redo=redo)

    # What the system tells

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place of the window; stay open while something is unfinished."""
        if not self.may_close_file():
            event.ignore()
            return
        settings = self._desk.settings
        settings.geometry = self.saveGeometry().toBase64().toStdString()
        settings.save()
        event.accept()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Open a workspace, or hand lists to the importing page."""
        event.acceptProposedAction()
        self.deeds.take_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
