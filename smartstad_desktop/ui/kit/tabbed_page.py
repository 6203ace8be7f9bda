"""A page with a line of tabs, and the tab that is shown; each is a page of its own, loaded when it is first shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import ClassVar, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.text.phrases import current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.tab_bar import TabBar

#: What a target names a tab by.
TAB: Final = "tab"


@dataclass(frozen=True, slots=True)
class TabSpec:
    """One tab: what it is known by, what it is called, and where its class lies.

    The class is a ``Page`` that takes the services; a ``PageTarget`` with ``filters={"tab": key}`` leads to it.
    """

    key: str
    title: str
    factory: str

    def load(self) -> type[Page]:
        """Import the tab's class."""
        module, _colon, name = self.factory.partition(":")
        return cast("type[Page]", getattr(import_module(module), name))


class TabbedPage(Page):
    """Each tab reads and runs commands by itself. Which one was shown last is remembered as *remembered*."""

    interests: ClassVar[frozenset[Kind]] = frozenset()

    def __init__(
        self,
        services: Services,
        tabs: Sequence[TabSpec],
        *,
        name: str,
        remembered: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, parent)
        self.bar = TabBar(name)
        for spec in tabs:
            self.bar.addTab(current().text(spec.title))
        self.stack = QStackedWidget()
        self._specs = {spec.key: spec for spec in tabs}
        self._keys = tuple(self._specs)
        self._remembered = remembered
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
            found = self._tabs[key] = self.made(self._specs[key])
            found.navigate.connect(self._forward)
            self.stack.addWidget(found)
        return found

    def made(self, spec: TabSpec) -> Page:
        """Return the page of a tab; a page whose tabs share something gives it to them here."""
        return spec.load()(self.services, self.stack)

    def show_tab(self, key: str) -> bool:
        """Show the tab *key*, and remember it for the next time; return False when the present one does not let go."""
        if key == self.shown:
            return True
        is_free = self.leave()
        if is_free:
            self.shown = key
            self.stack.setCurrentWidget(self.tab(key))
            self.services.settings.remember(self.services.workspace.path, self._remembered, key)
        self.bar.setCurrentIndex(self._keys.index(self.shown) if self.shown else 0)
        return is_free

    @override
    def refresh(self) -> None:
        """Show the tab that was shown last; what is in it reads by itself."""
        if not self.shown:
            remembered = self.services.settings.remembered(self.services.workspace.path, self._remembered)
            self.show_tab(remembered if remembered in self._specs else self._keys[0])

    @override
    def go_to(self, target: PageTarget) -> None:
        """Show the tab that *target* names, and there what it asks for."""
        self.refresh()
        wanted = str(target.filters.get(TAB, self.shown))
        if wanted in self._specs and self.show_tab(wanted):
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
        self.show_tab(self._keys[number])

    def _walk(self, step: int) -> None:
        self.bar.setCurrentIndex((self.bar.currentIndex() + step) % self.bar.count())

    def _forward(self, target: PageTarget) -> None:
        self.navigate.emit(target)
