"""The pages of an open file: made when they are first shown, kept afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.targets import PageId, PageTarget
from smartstad_desktop.ui.shell.pages import PAGES

#: What a workspace ends with; a target that names one asks for another file.
WORKSPACE: Final = ".smartstad"


class PageStack(QStackedWidget):
    """Shows one page at a time and knows which."""

    #: Carries the ``PageId`` that is shown now.
    shown = Signal(object)
    #: Another workspace is to be opened; carries its path.
    file_wanted = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._pages: dict[PageId, Page] = {}
        self._current: PageId | None = None

    @property
    def current(self) -> PageId | None:
        """Return the page that is shown."""
        return self._current

    def page(self, page_id: PageId) -> Page:
        """Return the page *page_id*, made now if it was not shown before."""
        found = self._pages.get(page_id)
        if found is None:
            spec = next(spec for spec in PAGES if spec.id is page_id)
            found = self._pages[page_id] = spec.load()(self._services, self)
            found.navigate.connect(self.go_to)
            self.addWidget(found)
        return found

    def go_to(self, target: PageTarget) -> bool:
        """Show what *target* asks for; return False when the present page does not let go."""
        workspaces = [Path(name) for name in target.files if Path(name).suffix == WORKSPACE]
        if workspaces:
            self.file_wanted.emit(workspaces[0])
            return True
        if self._current is not None and self._current is not target.page and not self._pages[self._current].leave():
            return False
        page = self.page(target.page)
        self._current = target.page
        self.setCurrentWidget(page)
        if target != PageTarget(target.page):
            page.go_to(target)
        self.shown.emit(target.page)
        return True

    def give_up(self) -> dict[PageId, object]:
        """Let every page give up what is to go on in the window that takes this one's place."""
        kept = {page_id: page.give_up() for page_id, page in self._pages.items()}
        return {page_id: each for page_id, each in kept.items() if each is not None}

    def take_up(self, kept: Mapping[PageId, object]) -> None:
        """Let pages go on with what those before them have given up."""
        for page_id, each in kept.items():
            self.page(page_id).take_up(each)

    def leave(self) -> bool:
        """Return whether the page that is shown may be left, for closing the file."""
        return self._current is None or self._pages[self._current].leave()
