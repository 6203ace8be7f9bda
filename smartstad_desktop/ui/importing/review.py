"""The review: files at the left, and what becomes of every row of the chosen one."""

from __future__ import annotations

from collections.abc import Hashable
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.importing import ImportPlan, ListPlan, Verdict
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads.importing import KnownMunicipality
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.importing.columns_dialog import ColumnsDialog
from smartstad_desktop.ui.importing.faces import Faces, file_trouble, place_words, skipped_words
from smartstad_desktop.ui.importing.files_list import FilesList
from smartstad_desktop.ui.importing.rows_table import RowsTable
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.parts import EmptyState, Label, Rule, Type, Weight
from smartstad_desktop.ui.kit.theme import Role

_ALL = "all"


class Review(QWidget):
    """Shows a plan. What a person says goes out as signals; the page makes the next plan of it."""

    #: Carries the place of the list and the municipality's id.
    assigned = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files = FilesList()
        self.chips = ChipRow(_("Show rows by result"), single=True)
        self.table = RowsTable()
        self.town = QComboBox()
        self.town.setAccessibleName(_("Municipality of the list"))
        self.town.setMinimumWidth(theme.current().space(170))
        self.question = Label("", Type.BODY, Weight.MEDIUM)
        self.place = Label("", Type.BODY, role=Role.INK_SOFT)
        self.columns = Button(_("Columns"), ButtonKind.QUIET, "columns-3")
        self.foot = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self._plan = ImportPlan()
        self._current = 0
        self._faces: Faces | None = None
        self._build()
        self.files.chosen.connect(self._choose)
        self.chips.picked.connect(self._filter)
        self.town.activated.connect(self._assign)
        self.columns.clicked.connect(self._show_columns)

    def _build(self) -> None:
        look = theme.current()
        left = QVBoxLayout()
        left.setContentsMargins(look.space(10), look.space(10), look.space(10), 0)
        left.addWidget(self.files)
        self._trouble = EmptyState("file-x-2", _("This file cannot be imported"), "")
        self._stack = QStackedLayout()
        self._stack.addWidget(self._built_rows())
        self._stack.addWidget(self._trouble)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(left)
        across.addWidget(_Edge())
        across.addLayout(self._stack, 1)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), look.colour(Role.PAPER))
        self.setPalette(palette)

    def _built_rows(self) -> QWidget:
        """Return where the list is from, the chips, the rows, and what was left out."""
        look = theme.current()
        side, gap = look.space(20), look.space(10)
        origin = QHBoxLayout()
        origin.setContentsMargins(side, gap, look.space(12), 0)
        origin.setSpacing(look.space(12))
        origin.addWidget(self.question)
        origin.addWidget(self.town)
        origin.addWidget(self.place, 1)
        origin.addWidget(self.columns)
        self.place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.chips.setContentsMargins(side, gap, side, look.space(12))
        # A fixed height would keep chips that break into a second line from being seen.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.chips.setSizePolicy(policy)
        self.foot.setContentsMargins(side, gap, side, gap)
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(origin)
        column.addWidget(self.chips)
        column.addWidget(Rule(role=Role.LINE))
        column.addWidget(self.table, 1)
        column.addWidget(Rule())
        column.addWidget(self.foot)
        return rows

    def show_plan(self, plan: ImportPlan, faces: Faces, towns: tuple[KnownMunicipality, ...]) -> None:
        """Show *plan*; the chosen file and the filter stay where they can."""
        self._plan, self._faces = plan, faces
        self._current = min(self._current, max(len(plan.lists) - 1, 0))
        if self.town.count() != len(towns) + 1:
            self._fill_towns(towns)
        blocked = self.files.blockSignals(True)
        self.files.show_files([faces.file(each) for each in plan.lists], self._current)
        self.files.blockSignals(blocked)
        self._show_list()

    def start_over(self) -> None:
        """Forget which file and which rows were chosen."""
        self._current = 0
        self.chips.set_keys(frozenset({_ALL}))

    def _fill_towns(self, towns: tuple[KnownMunicipality, ...]) -> None:
        self.town.clear()
        self.town.addItem(_("Choose municipality"), None)
        for each in towns:
            self.town.addItem(each.short_name, int(each.id))

    def _show_list(self) -> None:
        if not self._plan.lists or self._faces is None:
            return
        plan = self._plan.lists[self._current]
        self._trouble.text.setText(file_trouble(plan.read))
        self._stack.setCurrentIndex(1 if plan.read.trouble else 0)
        self._show_chips(plan)
        self.town.setCurrentIndex(max(self.town.findData(int(plan.municipality) if plan.municipality else None), 0))
        self.town.setProperty("wrong", plan.needs_municipality)
        self.town.style().unpolish(self.town)
        self.town.style().polish(self.town)
        self.question.setText(_("Whose list is this?") if plan.needs_municipality else _("List from"))
        self.question.set_role(Role.ATTENTION if plan.needs_municipality else Role.INK)
        self.place.setText(place_words(plan.read))
        self.foot.setText(skipped_words(plan.read))
        self.foot.setVisible(bool(self.foot.text()))
        self._filter(self.chips.keys())

    def _show_chips(self, plan: ListPlan) -> None:
        counts = plan.counts()
        faces = [ChipFace(_ALL, _("All"), len(plan.candidates))]
        faces += [ChipFace(each, chip_words(each, count), count) for each, count in counts.items() if count]
        self.chips.show_faces(faces)
        if not self.chips.keys():
            self.chips.set_keys(frozenset({_ALL}))

    def _filter(self, keys: object) -> None:
        wanted = cast("frozenset[Hashable]", keys)
        if not wanted:
            self.chips.set_keys(frozenset({_ALL}))
        if self._faces is None or not self._plan.lists:
            return
        faces = self._faces
        rows = self._plan.lists[self._current].candidates
        shown = [each for each in rows if not wanted or _ALL in wanted or each.verdict in wanted]
        self.table.show_rows(faces, [faces.row(each) for each in shown])

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._plan.lists):
            self._current = place
            self.chips.set_keys(frozenset({_ALL}))
            self._show_list()

    def _assign(self) -> None:
        town = self.town.currentData()
        if town is not None:
            self.assigned.emit(self._current, MunicipalityId(int(town)))

    def _show_columns(self) -> None:
        ColumnsDialog(self._plan.lists[self._current].read, self).open()


class _Edge(QWidget):
    """The line between the files and the rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.current().colour(Role.LINE))
        self.setPalette(palette)

    @override
    def focusPolicy(self) -> Qt.FocusPolicy:
        """Take no focus."""
        return Qt.FocusPolicy.NoFocus


def chip_words(verdict: Verdict, count: int) -> str:
    """Return the word for rows with *verdict*, many or one."""
    match verdict:
        case Verdict.NEW:
            return ngettext("New (one)", "New (several)", count)
        case Verdict.CHANGED:
            return ngettext("Changed (one)", "Changed (several)", count)
        case Verdict.UNCHANGED:
            return ngettext("Unchanged (one)", "Unchanged (several)", count)
        case Verdict.CONFLICT:
            return ngettext("Conflict (one)", "Conflicts", count)
        case Verdict.DUPLICATE:
            return ngettext("Duplicate (one)", "Duplicates", count)
        case _:
            return label(verdict)
