"""A list one searches by typing, for picks among more choices than a menu can show."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.kit.theme import Role

#: With more choices than this a menu is a long way to walk.
MANY: Final = 14
_WALKING: Final = frozenset((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp))


class SearchPicks(QFrame):
    """Opens beside what asked for it. Words narrow the list; a click or Enter picks or lets go; Esc closes."""

    #: Carries the key that was pressed.
    toggled = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._picked: frozenset[Hashable] = frozenset()
        self.search = SearchField(name)
        self.search.setPlaceholderText(_("Search in the list"))
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setSpacing(theme.current().space(4))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told = Label("", Type.CAPTION, role=Role.INK_SOFT)
        space = theme.current().space
        column = QVBoxLayout(self)
        column.setContentsMargins(space(8), space(8), space(8), space(8))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list.itemClicked.connect(self._press)

    def offer(self, choices: Mapping[Hashable, str], picked: frozenset[Hashable], beneath: QWidget) -> None:
        """Open beneath *beneath* with *choices*; what is picked stands first."""
        self._picked = picked
        self.search.clear()
        self.list.clear()
        for key, text in sorted(choices.items(), key=lambda each: each[0] not in picked):
            item = QListWidgetItem(text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_state(is_on=key in picked))
        self._narrow("")
        space = theme.current().space
        self.resize(QSize(space(380), space(360)))
        self.move(self._beside(beneath))
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_picked(self, picked: frozenset[Hashable]) -> None:
        """Show what is picked now; what a rule refused is not."""
        self._picked = picked
        for item in self._items():
            item.setCheckState(_state(is_on=item.data(Qt.ItemDataRole.UserRole) in picked))
        self._tell()

    def _beside(self, asking: QWidget) -> QPoint:
        """Return a place beneath, or above where the screen ends before."""
        screen = asking.screen().availableGeometry()
        at = asking.mapToGlobal(QPoint(0, asking.height() + 2))
        if at.y() + self.height() > screen.bottom():
            at.setY(max(screen.top(), asking.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2))
        at.setX(max(screen.left(), min(at.x(), screen.right() - self.width())))
        return at

    def _narrow(self, text: str) -> None:
        words = [word.casefold() for word in text.split()]
        for item in self._items():
            folded = item.text().casefold()
            item.setHidden(not all(word in folded for word in words))
        if self.shown:
            # Enter after a few letters picks; nobody types them to let go of what is picked already.
            fresh = [item for item in self.shown if item.data(Qt.ItemDataRole.UserRole) not in self._picked]
            self.list.setCurrentItem((fresh or self.shown)[0])
        self._tell()

    def _tell(self) -> None:
        number = current().number
        chosen = _("{count} of {all} chosen", count=number(len(self._picked)), all=number(self.list.count()))
        self.told.setText(chosen if self.shown else _("Nothing matches"))

    @property
    def shown(self) -> list[QListWidgetItem]:
        """Return what matches the words, from the top down."""
        return [item for item in self._items() if not item.isHidden()]

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(number) for number in range(self.list.count())]

    def _press(self, item: QListWidgetItem) -> None:
        key: Hashable = item.data(Qt.ItemDataRole.UserRole)
        self.show_picked(self._picked ^ {key})
        self.toggled.emit(key)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk in the list and pick from within the search."""
        if watched is not self.search or not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        key, item = Qt.Key(event.key()), self.list.currentItem()
        if key in _WALKING:
            step = 1 if key in {Qt.Key.Key_Down, Qt.Key.Key_PageDown} else -1
            self._walk(step if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} else step * 8)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if item in self.shown:
                self._press(item)
        elif key is Qt.Key.Key_Escape and not self.search.text():
            self.hide()
        else:
            return False
        return True

    def _walk(self, step: int) -> None:
        shown = self.shown
        if shown:
            here = shown.index(self.list.currentItem()) if self.list.currentItem() in shown else 0
            self.list.setCurrentItem(shown[max(0, min(len(shown) - 1, here + step))])


def _state(*, is_on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
