"""What has been imported before: when, from where, what came of it, and the file as it was received."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.lists.importing import Verdict
from smartstad_desktop.reads.lists import import_log as reads
from smartstad_desktop.reads.lists.import_log import JobRow
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.importing.filters import chip_words
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.forms import Dialog, ask_save_path
from smartstad_desktop.ui.kit.moments import moment
from smartstad_desktop.ui.kit.notices import Tone
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.lists.import_log import save_received

#: In the order in which they matter to a reader.
_TOLD: Final = (
    Verdict.NEW,
    Verdict.CHANGED,
    Verdict.CONFLICT,
    Verdict.DUPLICATE,
    Verdict.ERROR,
    Verdict.MISSING,
    Verdict.UNCHANGED,
)
#: Nobody reads further back here.
_SHOWN: Final = 200
_INDENT: Final = 7
_WIDTHS: Final = (150, 230, 120, 300)


class LogDialog(Dialog):
    """The imports, newest first. A received file can be saved exactly as it came.

    What was to be asked about is one click away.
    """

    #: Carries the ``PageTarget`` of the projects to ask a municipality about.
    asked = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Earlier imports"), "", parent)
        self._services = services
        self.cancel_button.setText(_("Close"))
        rows = services.workspace.read(reads.jobs, _SHOWN)
        self.model = RowsModel(_columns(services), _key, accessible=partial(_spoken, services), parent=self)
        self.model.show(rows)
        self.table = _LogTable(self.model)
        self.save = Button(_("Save the file as it came…"), ButtonKind.PLAIN, "download")
        self.save.clicked.connect(self._save)
        self.ask = Button(_("Show what to ask about"), ButtonKind.PLAIN, "circle-help")
        self.ask.clicked.connect(self._ask)
        self.foot.insertWidget(0, self.save)
        self.foot.insertWidget(1, self.ask)
        self.table.selectionModel().currentChanged.connect(self._offer)
        if rows:
            self.body.addWidget(self.table, 1)
            self.table.selectRow(0)
        else:
            self.body.addWidget(EmptyState("history", _("Nothing has been imported yet"), ""))
        self.save.setVisible(bool(rows))
        self.ask.setVisible(any(row.to_ask for row in rows))

    def _row(self) -> JobRow | None:
        return self.model.row_at(self.table.currentIndex())

    def _offer(self, _now: QModelIndex, _before: QModelIndex) -> None:
        row = self._row()
        self.save.setEnabled(row is not None and row.size is not None)
        self.ask.setEnabled(row is not None and bool(row.to_ask))

    def _ask(self) -> None:
        row = self._row()
        if row is not None:
            whose = {} if row.municipality is None else {"municipality": int(row.municipality)}
            self.asked.emit(PageTarget(PageId.INVENTORY, filters={"missing": "answer", **whose}))
            self.accept()

    def _save(self) -> None:
        row = self._row()
        if row is not None:
            everything = _("All files (*)")
            ask_save_path(self, _("Save the received file"), everything, partial(self._write, row),
                          suggestion=_file_name(row))  # fmt: skip

    def _write(self, row: JobRow, path: Path) -> None:
        try:
            save_received(self._services.workspace, row.sha256, path)
        except DomainError as error:
            self._services.notices.trouble(error)
            return
        self._services.notices.say(_("{name} saved as it came.", name=row.file_name), tone=Tone.GOOD)


class _LogTable(QTableView):
    """The table of imports."""

    def __init__(self, model: RowsModel[JobRow]) -> None:
        super().__init__()
        look = theme.current()
        self.setModel(model)
        self.setItemDelegate(_Indented(self))
        self.setAccessibleName(_("Earlier imports"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        # What came of an import is the last column, and three buttons stand below.
        self.setMinimumWidth(min(look.space(sum(_WIDTHS)), 800))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.space(36))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, look.space(width))

    @override
    def sizeHint(self) -> QSize:
        """Return room for ten imports."""
        look = theme.current()
        return QSize(min(look.space(sum(_WIDTHS) + 40), 1000), min(look.space(400), 600))


class _Indented(QStyledItemDelegate):
    """Lets the words of a cell begin where its heading begins."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell further in, and the ground of a chosen one all the way."""
        # PySide's stubs do not know these members of the style option.
        opened = cast("Any", option)
        if opened.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(opened.rect, theme.current().colour(Role.PRIMARY_TINT))
        opened.rect = opened.rect.adjusted(_INDENT, 0, 0, 0)
        super().paint(painter, option, index)


def _columns(services: Services) -> tuple[Column[JobRow], ...]:
    now = services.workspace.now
    return (
        Column(_("When"), lambda row: moment(row.at, now)),
        Column(_("File"), lambda row: row.file_name),
        Column(_("Municipality"), lambda row: row.municipality_name or _("several")),
        Column(_("What came of it"), counts_words),
    )


def counts_words(row: JobRow) -> str:
    """Return how many rows had each verdict."""
    counts = ((verdict, row.counts.get(verdict, 0)) for verdict in _TOLD)
    told = [f"{chip_words(verdict, count)} {current().number(count)}" for verdict, count in counts if count]
    if row.to_ask:
        # First, because it is what is left to do.
        told.insert(0, ngettext("{count} missing to ask about", "{count} missing to ask about", row.to_ask))
    return " · ".join(told)


def _key(row: JobRow) -> int:
    return row.id


def _spoken(services: Services, row: JobRow) -> str:
    return ", ".join(column.text(row) for column in _columns(services))


def _file_name(row: JobRow) -> str:
    return row.file_name if "." in row.file_name else f"{row.file_name}.csv"
