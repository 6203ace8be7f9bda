"""The page of the programme: a line of tabs, and the tab that is shown."""

from __future__ import annotations

from typing import ClassVar, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.tab_bar import TabBar
from smartstad_desktop.ui.programme.tabs import TABS

#: What the tab that was shown last is remembered as, and what a target names a tab by.
_REMEMBERED: Final = "programme_tab"
_TAB: Final = "tab"
_NUMBERS: Final = {spec.key: number for number, spec in enumerate(TABS)}


class ProgrammePage(Page):
    """Everything about the programme itself; each tab reads and runs commands by itself."""

    interests: ClassVar[frozenset[Kind]] = frozenset()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.bar = TabBar(_("Parts of the programme"))
        for spec in TABS:
            self.bar.addTab(current().text(spec.title))
        self.stack = QStackedWidget()
        self._tabs: dict[str, Page] = {}
        #: The key of the tab that is shown; nothing before the page has been shown.
        self.shown = ""
        space = theme.current().space
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(space(14), space(8), space(14), 0)
        head.addWidget(self.bar)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._picked)
        for keys, step in ((QKeySequence.StandardKey.NextChild, 1), (QKeySequence.StandardKey.PreviousChild, -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._walk(step))

    def tab(self, key: str) -> Page:
        """Return the tab *key*, made now if it was not shown before."""
        found = self._tabs.get(key)
        if found is None:
            spec = next(spec for spec in TABS if spec.key == key)
            found = self._tabs[key] = spec.load()(self.services, self.stack)
            found.navigate.connect(self._forward)
            self.stack.addWidget(found)
        return found

    def show_tab(self, key: str) -> bool:
        """Show the tab *key*, and remember it for the next time; return False when the present one does not let go."""
        if key == self.shown:
            return True
        is_free = self.leave()
        if is_free:
            self.shown = key
            self.stack.setCurrentWidget(self.tab(key))
            self.services.settings.remember(self.services.workspace.path, _REMEMBERED, key)
        self.bar.setCurrentIndex(_NUMBERS.get(self.shown, 0))
        return is_free

    @override
    def refresh(self) -> None:
        """Show the tab that was shown last; what is in it reads by itself."""
        if not self.shown:
            remembered = self.services.settings.remembered(self.services.workspace.path, _REMEMBERED)
            self.show_tab(remembered if remembered in _NUMBERS else TABS[0].key)

    @override
    def go_to(self, target: PageTarget) -> None:
        """Show the tab that *target* names, and there what it asks for."""
        self.refresh()
        wanted = str(target.filters.get(_TAB, self.shown))
        if wanted in _NUMBERS and self.show_tab(wanted):
            self.tab(wanted).go_to(target)

    @override
    def leave(self) -> bool:
        """Return whether the tab that is shown lets go."""
        return not self.shown or self.tab(self.shown).leave()

    @override
    def give_up(self) -> object | None:
        """Give up what the tabs have to go on with."""
        kept = {key: tab.give_up() for key, tab in self._tabs.items()}
        return {key: each for key, each in kept.items() if each is not None} or None

    @override
    def take_up(self, kept: object) -> None:
        """Let the tabs go on with what those before them have given up."""
        for key, each in cast("dict[str, object]", kept).items():
            self.tab(key).take_up(each)

    def _picked(self, number: int) -> None:
        self.show_tab(TABS[number].key)

    def _walk(self, step: int) -> None:
        self.bar.setCurrentIndex((self.bar.currentIndex() + step) % self.bar.count())

    def _forward(self, target: PageTarget) -> None:
        self.navigate.emit(target)
