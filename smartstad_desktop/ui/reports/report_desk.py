"""One report: what can be done with it, the form where it is written, and beside it how it reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.follow_up.reports import Heading, ReportKind, ReportState
from smartstad_desktop.domain.values import Named
from smartstad_desktop.exchange.documents.document import Document
from smartstad_desktop.reads.follow_up.reports import ReportSheet
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.document_preview import DocumentPreview
from smartstad_desktop.ui.kit.parts import Panel
from smartstad_desktop.ui.kit.record_form import Write
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.reports.report_form import ReportForm
from smartstad_desktop.ui.reports.since_list import SinceList

_WRITE: Final = "write"
_READ: Final = "read"
_SINCE: Final = "since"
#: From so wide on the form and how it reads stand side by side.
_ROOM: Final = 900
#: Lines longer than on such a sheet are hard to follow.
_PAPER: Final = 860


class ReportDesk(Panel):
    """Shows a report. One that has been given, or of a file that is only read, has no form."""

    giving = Signal()
    taking_back = Signal()
    writing = Signal()
    deleting = Signal()

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent, radius=0)
        self._write = write
        self.forms: dict[ReportKind, ReportForm] = {}
        self.views = ChipRow(_("What is shown of the report"), single=True)
        self.give = Button(_("Give the report…"), ButtonKind.PRIMARY, "check")
        self.take_back = Button(_("Take back"), ButtonKind.QUIET, "rotate-ccw")
        self.export = Button(_("Write as PDF…"), icon="file-down")
        self.remove = icon_button("trash-2", _("Delete the report"))
        self.preview = DocumentPreview()
        self.since = SinceList()
        self._paper = QStackedWidget()
        self._places = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._sheet: ReportSheet | None = None
        self._is_locked = False
        #: Whether somebody has moved the line between the form and how it reads.
        self._is_set = False
        self._arrange()
        self.views.picked.connect(self._pick)
        self.give.clicked.connect(self.giving)
        self.take_back.clicked.connect(self.taking_back)
        self.export.clicked.connect(self.writing)
        self.remove.clicked.connect(self.deleting)

    def _arrange(self) -> None:
        space = theme.current().space
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        tools = QHBoxLayout()
        tools.setContentsMargins(space(20), space(10), space(16), space(10))
        tools.setSpacing(space(8))
        tools.addWidget(self.views, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.take_back, self.export, self.give, self.remove):
            tools.addWidget(button)
        for sheet in (self.preview, self.since):
            around = ScrollSheet()
            around.column.setContentsMargins(space(16), space(4), space(16), space(16))
            sheet.setMaximumWidth(space(_PAPER))
            around.column.addWidget(sheet)
            around.column.addStretch(1)
            self._paper.addWidget(around)
        self._splitter.addWidget(self._places)
        self._splitter.addWidget(self._paper)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.splitterMoved.connect(self._keep_sizes)
        holder = QVBoxLayout()
        holder.addLayout(tools)
        holder.addWidget(self._splitter, 1)
        self.column.addLayout(holder, 1)

    @property
    def form(self) -> ReportForm | None:
        """Return the form of the report that is shown, unless it can only be read."""
        found = self._places.currentWidget()
        return found if isinstance(found, ReportForm) and self._can_write() else None

    def finish(self) -> None:
        """Save what is being typed."""
        if self.form is not None:
            self.form.finish()

    def show_report(
        self,
        sheet: ReportSheet,
        page: Document,
        bodies: Sequence[tuple[int, Named]],
        hints: Mapping[Heading, str],
        *,
        is_locked: bool,
    ) -> None:
        """Show a report as it is now."""
        self._sheet, self._is_locked = sheet, is_locked
        is_given = sheet.row.state is ReportState.GIVEN
        self.give.setVisible(not is_given and not is_locked)
        self.take_back.setVisible(is_given and not is_locked)
        self.remove.setVisible(not is_given and not is_locked)
        if self._can_write():
            form = self.forms.get(sheet.row.kind)
            if form is None:
                form = self.forms[sheet.row.kind] = ReportForm(sheet.row.kind, self._write)
                self._places.addWidget(form)
            form.show_report(sheet, bodies, hints)
            self._places.setCurrentWidget(form)
        self.preview.show_document(page)
        self.since.show_report(sheet)
        self._show_views()

    def _keep_sizes(self, *_place: int) -> None:
        self._is_set = True

    def _can_write(self) -> bool:
        sheet = self._sheet
        return sheet is not None and sheet.row.state is not ReportState.GIVEN and not self._is_locked

    def _is_narrow(self) -> bool:
        return self.width() < theme.current().space(_ROOM)

    def _pick(self, _keys: object) -> None:
        # One of them is always on: a second click does not switch it off.
        self._show_views()

    def _show_views(self) -> None:
        if self._sheet is None:
            return
        apart = self._can_write() and self._is_narrow()
        faces = [ChipFace(_WRITE, _("Write"))] if apart else []
        faces.append(ChipFace(_READ, _("How it reads")))
        if self._sheet.row.kind is ReportKind.STEERING or self._sheet.before is not None:
            faces.append(ChipFace(_SINCE, _("What has changed"), len(self._sheet.since)))
        on = self.views.keys() & {face.key for face in faces}
        self.views.show_faces(faces)
        shown = next(iter(on), faces[0].key)
        self.views.set_keys(frozenset({shown}))
        self._paper.setCurrentIndex(1 if shown == _SINCE else 0)
        self._places.setVisible(self._can_write() and (not apart or shown == _WRITE))
        self._paper.setVisible(not apart or shown != _WRITE)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show either the form or how it reads, where there is no room for both."""
        super().resizeEvent(event)
        if not self._is_set:
            form = self.width() * 2 // 5
            self._splitter.setSizes([form, self.width() - form])
        self._show_views()
