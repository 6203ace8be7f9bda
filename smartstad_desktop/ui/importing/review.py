"""The review: files at the left, and what becomes of every row of the chosen one."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.lists.importing import ImportPlan, ListPlan, RowKey
from smartstad_desktop.domain.lists.list_troubles import PasswordWrong
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.importing import filters
from smartstad_desktop.ui.importing.bar import OriginBar, PersonalBar
from smartstad_desktop.ui.importing.bulk import BulkMenu, groups
from smartstad_desktop.ui.importing.columns_dialog import ColumnsDialog
from smartstad_desktop.ui.importing.faces import Faces, skipped_words
from smartstad_desktop.ui.importing.file_faces import FileFace
from smartstad_desktop.ui.importing.files_list import FilesList
from smartstad_desktop.ui.importing.filters import ALL, NOTICED
from smartstad_desktop.ui.importing.rows_table import RowsTable
from smartstad_desktop.ui.importing.waiting import Edge, Trouble, Working
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.chips import ChipRow
from smartstad_desktop.ui.kit.parts import Label, Rule, Type
from smartstad_desktop.ui.kit.theme import Role

#: Below these the words of the buttons, and the hint about the keys, leave their room to the rows.
_NARROW: Final = 900
_LOW: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file of the review: its face, and where its list stands in the plan once it has been compared."""

    face: FileFace
    at: int | None


class Review(QWidget):
    """Shows files and their plan. What a person says goes out as signals; the page makes the next plan of it."""

    #: Carries the place of the list in the plan and the municipality's id.
    assigned = Signal(int, int)
    #: Carries the place of the list in the plan and a tuple of ``ColumnChoice``.
    columns_chosen = Signal(int, object)
    #: Carries the place of a file, and the password somebody gave for it (or nothing, to read it once more).
    reopened = Signal(int, str)
    #: Carries a ``bulk.Deed``.
    answered_many = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files = FilesList()
        self.more = Button(_("Add files…"), ButtonKind.QUIET, "plus")
        self.origin = OriginBar()
        self.personal = PersonalBar()
        self.chips = ChipRow(_("Show rows by result"), single=True)
        self.next = Button(_("Next question"), ButtonKind.QUIET, "arrow-down")
        self.many = Button(_("Answer many"), ButtonKind.QUIET, "layers")
        for button in (self.next, self.many):
            button.setAccessibleName(button.text())
        self.next.setToolTip(f"{self.next.text()} ({_('Key N; Shift+N goes back')})")
        self.many.setToolTip(self.many.text())
        self.table = RowsTable()
        self.foot = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.keys = Label("", Type.CAPTION, role=Role.INK_FAINT, wraps=True)
        self.trouble, self.working = Trouble(), Working()
        self._plan, self._entries = ImportPlan(), cast("tuple[Entry, ...]", ())
        self._current = 0
        #: The row that was stood on by asking for the next question.
        self._asked: RowKey | None = None
        self._faces: Faces | None = None
        self._build()
        self._connect()

    def _connect(self) -> None:
        self.files.chosen.connect(self._choose)
        self.chips.picked.connect(self._filter)
        self.origin.assigned.connect(self._assign)
        self.origin.columns.clicked.connect(self._show_columns)
        self.personal.show_rows.clicked.connect(lambda: self._show_only(NOTICED))
        self.next.clicked.connect(lambda: self.go_to_question(1))
        self.many.clicked.connect(self._offer_many)
        self.table.asked_on.connect(self.go_to_question)
        self.files.asked_on.connect(self.go_to_question)
        self.trouble.opened.connect(self._reopen)
        self.trouble.again.clicked.connect(lambda: self._reopen(""))
        self.trouble.remove.clicked.connect(lambda: self.files.dropped.emit(self._current))
        self.working.cancel.clicked.connect(lambda: self.files.dropped.emit(self._current))

    def _build(self) -> None:
        look = theme.current()
        left = QVBoxLayout()
        left.setContentsMargins(look.space(10), look.space(10), look.space(10), look.space(10))
        left.addWidget(self.files, 1)
        left.addWidget(self.more)
        self._stack = QStackedLayout()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(left)
        across.addWidget(Edge())
        across.addLayout(self._stack, 1)
        # Only now: what is put into a stack without a home shows as a window of its own for a moment.
        for each in (self._built_rows(), self.trouble, self.working):
            self._stack.addWidget(each)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), look.colour(Role.PAPER))
        self.setPalette(palette)

    def _built_rows(self) -> QWidget:
        """Return where the list is from, the chips, the rows, and what was left out."""
        look = theme.current()
        side, gap = look.space(20), look.space(10)
        # A fixed height would keep chips that break into a second line from being seen.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.chips.setSizePolicy(policy)
        line = QHBoxLayout()
        line.setContentsMargins(side, gap, look.space(12), look.space(8))
        line.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.next, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.many, 0, Qt.AlignmentFlag.AlignTop)
        self.foot.setContentsMargins(side, gap, side, 0)
        self.keys.setContentsMargins(side, look.space(6), side, gap)
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.origin)
        column.addLayout(line)
        column.addWidget(self.personal)
        column.addWidget(Rule(role=Role.LINE))
        column.addWidget(self.table, 1)
        column.addWidget(Rule())
        column.addWidget(self.foot)
        column.addWidget(self.keys)
        return rows

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the rows where there is little of it."""
        super().resizeEvent(event)
        look = theme.current()
        is_narrow = self.width() < look.space(_NARROW)
        self.next.setText("" if is_narrow else self.next.accessibleName())
        self.many.setText("" if is_narrow else self.many.accessibleName())
        self.keys.setVisible(self.height() > look.space(_LOW))

    # Showing

    def show_import(self, entries: Sequence[Entry], plan: ImportPlan, faces: Faces) -> None:
        """Show the files and what is known of them; the chosen file and the filter stay where they can."""
        self._entries, self._plan, self._faces = tuple(entries), plan, faces
        self._current = min(self._current, max(len(entries) - 1, 0))
        blocked = self.files.blockSignals(True)
        self.files.show_files([each.face for each in entries], self._current)
        self.files.blockSignals(blocked)
        self._show_file()

    def start_over(self) -> None:
        """Forget which file and which rows were chosen."""
        self._current = 0
        self.chips.set_keys(frozenset({ALL}))

    @property
    def at(self) -> int | None:
        """Return where the chosen list stands in the plan."""
        return self._entries[self._current].at if self._entries else None

    def _show_file(self) -> None:
        if not self._entries or self._faces is None:
            return
        entry = self._entries[self._current]
        if entry.at is None:
            self.working.show_work(entry.face.name, entry.face.lines, 0, 0, _("Stop reading this file"))
            self._stack.setCurrentWidget(self.working)
            return
        plan = self._plan.lists[entry.at]
        if plan.read.trouble is not None:
            self.trouble.show_file(entry.face, is_wrong=isinstance(plan.read.trouble, PasswordWrong))
            self._stack.setCurrentWidget(self.trouble)
            return
        self._stack.setCurrentIndex(0)
        self.origin.show_list(plan, self._faces.of_today())
        self.personal.show_list(plan)
        self._show_chips(plan)
        is_asking = any(one.asking for one in self._plan.lists)
        self.next.setVisible(is_asking)
        self.many.setVisible(bool(groups(self._plan, entry.at)))
        self.foot.setText(skipped_words(plan.read))
        self.foot.setVisible(bool(self.foot.text()))
        self.keys.setText(
            _(
                "Keys: 1–4 answer · N next question · Space leaves a row out · "
                "Enter into the answers · Backspace takes back"
            )
        )
        self._filter(self.chips.keys())

    def _show_chips(self, plan: ListPlan) -> None:
        self.chips.show_faces(filters.chips_of(plan))
        if not self.chips.keys():
            self.chips.set_keys(frozenset({ALL}))

    def _filter(self, keys: object) -> None:
        wanted = cast("frozenset[Hashable]", keys)
        if not wanted:
            wanted = frozenset({ALL})
            self.chips.set_keys(wanted)
        if self._faces is None or self.at is None:
            return
        rows = self._plan.lists[self.at].candidates
        self.table.show_rows([self._faces.row(each) for each in rows if filters.is_shown(each, wanted)])

    def _show_only(self, key: Hashable) -> None:
        self.chips.set_keys(frozenset({key}))
        self._filter(self.chips.keys())

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._entries):
            self._current = place
            self.chips.set_keys(frozenset({ALL}))
            self._show_file()

    # Questions

    def go_to_question(self, step: int) -> None:
        """Stand on the next row that waits for an answer, in this list or the next; -1 goes back."""
        order = [entry.at for entry in self._entries if entry.at is not None]
        every = [each for at in order for each in self._plan.lists[at].candidates]
        here = self.table.current_key()
        start = next((number for number, each in enumerate(every) if each.key == here), None)
        if start is None:
            start = next((n for n, each in enumerate(every) if each.key.list_index == self.at), 0) - step
        # A question that one came upon in another way is the next one; one that was asked for is left behind.
        first = 0 if step > 0 and here is not None and here != self._asked else 1
        for offset in range(first, len(every) + 1):
            found = every[(start + step * offset) % len(every)]
            if found.is_asking:
                self._stand_on(found.key)
                return

    def _stand_on(self, key: RowKey) -> None:
        self._asked = key
        place = next(n for n, entry in enumerate(self._entries) if entry.at == key.list_index)
        if place != self._current:
            self.files.setCurrentIndex(self.files.model().index(place, 0))
        self.table.go_to(key)
        if self.table.current_key() != key:
            self._show_only(ALL)
            self.table.go_to(key)

    def _offer_many(self) -> None:
        if self.at is None:
            return
        menu = BulkMenu(self._plan, self.at, self)
        menu.picked.connect(self.answered_many)
        menu.popup(self.many.mapToGlobal(self.many.rect().bottomLeft()))

    def _reopen(self, password: str) -> None:
        self.reopened.emit(self._current, password)

    def _assign(self, town: int) -> None:
        if self.at is not None:
            self.assigned.emit(self.at, town)

    def _show_columns(self) -> None:
        if self.at is None or self._faces is None:
            return
        plan = self._plan.lists[self.at]
        town = self._faces.town(plan.municipality)
        dialog = ColumnsDialog(plan.read, town.short_name if town else "", self)
        dialog.chosen.connect(partial(self.columns_chosen.emit, self.at))
        dialog.open()
