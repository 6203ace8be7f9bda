"""Picking the projects of a round: searched, filtered by theme and municipality, or the first of the order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.chips import FlowLayout
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.kit.theme import Role

if TYPE_CHECKING:
    from smartstad_desktop.reads.pickable import Pickable, PickRow

#: Above this, people cannot keep the items in mind (domain 3.2).
MANY: Final = 25
#: What the first of the order are, at one click.
FIRST: Final = 12
Index = QModelIndex | QPersistentModelIndex


class PickModel(QAbstractListModel):
    """Projects with a box to tick."""

    #: Others are picked.
    picked_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[PickRow] = []
        self.picked: set[ProjectId] = set()
        self.towns: dict[int | None, str] = {}

    def show(self, rows: Iterable[PickRow]) -> None:
        """Show *rows*; what is picked stays picked, also when it is not shown."""
        self.beginResetModel()
        self.shown = list(rows)
        self.endResetModel()

    def pick(self, projects: Iterable[ProjectId], *, is_picked: bool) -> None:
        """Pick projects, or let them go."""
        self.picked = self.picked | set(projects) if is_picked else self.picked - set(projects)
        if self.shown:
            self.dataChanged.emit(self.index(0), self.index(len(self.shown) - 1))
        self.picked_changed.emit()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every row be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title with whose it is, and whether it is ticked."""
        row = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            place = "" if row.place is None else f"{row.place}. "
            town = self.towns.get(row.municipality, "")
            return f"{place}{row.title}" + (f" · {town}" if town else "")
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.id in self.picked else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row, or untick it."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.pick([self.shown[index.row()].id], is_picked=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True


class _Ticks(QListView):
    """Space and Enter tick the chosen row."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            is_on = self.currentIndex().data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            value = Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked
            self.model().setData(self.currentIndex(), value, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)


class ProjectPicker(QWidget):
    """Search, filters, ticks, and how many are picked."""

    changed = Signal()

    def __init__(self, known: Pickable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language = current().language
        self._known = known
        self.model = PickModel()
        self.model.towns = {each.id: each.short_name for each in known.municipalities}
        self.search = SearchField(_("Search projects"))
        self.search.setPlaceholderText(_("Search projects"))
        self.towns = _filter(_("All municipalities"), [(each.id, each.short_name) for each in known.municipalities])
        self.themes = _filter(_("All themes"), [(each.id, each.name.in_language(language)) for each in known.themes])
        self.only_open = QCheckBox(_("Only open projects"))
        self.only_open.setChecked(True)
        self.list = _Ticks()
        self.list.setModel(self.model)
        self.list.setAccessibleName(_("Projects of the round"))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMinimumHeight(theme.current().space(220))
        self.list.setSpacing(theme.current().space(3))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.told = Label("", Type.BODY, Weight.SEMIBOLD)
        self.advice = Label("", Type.CAPTION, role=Role.ATTENTION, wraps=True)
        self.first = Button(_("First {count} of the order", count=FIRST), ButtonKind.QUIET, "list-ordered")
        self.all = Button(_("All shown"), ButtonKind.QUIET, "check")
        self.none = Button(_("None"), ButtonKind.QUIET, "x")
        self._arrange()
        self._connect()
        self._look()
        self._tell()

    def _arrange(self) -> None:
        space = theme.current().space
        filters = QHBoxLayout()
        filters.setSpacing(space(8))
        filters.addWidget(self.towns, 1)
        filters.addWidget(self.themes, 1)
        ways = QWidget()
        flow = FlowLayout(ways, gap=2)
        for button in (self.first, self.all, self.none):
            flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        ways.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        column.addWidget(self.told)
        column.addWidget(self.search)
        column.addLayout(filters)
        column.addWidget(self.only_open)
        column.addWidget(self.list, 1)
        column.addWidget(ways)
        column.addWidget(self.advice)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._look)
        self.search.left_downwards.connect(self._go_down)
        for box in (self.towns, self.themes):
            box.currentIndexChanged.connect(self._look)
        self.only_open.toggled.connect(self._look)
        self.model.picked_changed.connect(self._tell)
        self.first.clicked.connect(self._pick_first)
        self.all.clicked.connect(lambda: self.model.pick([row.id for row in self.model.shown], is_picked=True))
        self.none.clicked.connect(lambda: self.model.pick(set(self.model.picked), is_picked=False))

    @property
    def picked(self) -> tuple[ProjectId, ...]:
        """Return what is picked, in the order it is listed."""
        return tuple(row.id for row in self._known.rows if row.id in self.model.picked)

    def show_picked(self, projects: Iterable[ProjectId]) -> None:
        """Begin with *projects*."""
        self.model.picked = set(projects)
        self._look()
        self._tell()

    def _look(self, _value: object = None) -> None:
        words = self.search.text().casefold().split()
        town, theme_id = self.towns.currentData(), self.themes.currentData()
        self.model.show(
            row
            for row in self._known.rows
            if (row.is_open or row.id in self.model.picked or not self.only_open.isChecked())
            and (town is None or row.municipality == town)
            and (theme_id is None or theme_id in row.themes)
            and all(word in row.title.casefold() for word in words)
        )

    def _go_down(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))

    def _pick_first(self) -> None:
        self.model.picked = set()
        first = [row.id for row in self._known.rows if row.is_open and row.place is not None][:FIRST]
        self.model.pick(first, is_picked=True)

    def _tell(self) -> None:
        count = len(self.model.picked)
        self.told.setText(ngettext("{count} project is picked", "{count} projects are picked", count))
        many = _("More than {limit}: group them, or make a first cut by dot voting.", limit=MANY)
        self.advice.setText(many if count > MANY else "")
        self.advice.setVisible(count > MANY)
        self.changed.emit()


def _filter(everything: str, choices: list[tuple[int, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(everything)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    box.addItem(everything, None)
    for key, text in choices:
        box.addItem(text, key)
    return box
