"""What came of a test: recommendation, lesson, and the page that others get, written and seen side by side."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from smartstad_desktop.domain.testbeds.testbed_cases import RESULT
from smartstad_desktop.domain.testbeds.testbeds import Recommendation
from smartstad_desktop.exchange.documents.document import Document
from smartstad_desktop.reads.testbeds.shared_result import SharedResult
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.document_preview import DocumentPreview
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.theme import Role

_CONTACT = "result_contact"


class ResultForm(RecordForm):
    """The fields of what came of a test."""

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        choices = [(None, _("Not yet")), *((each, label(each)) for each in Recommendation)]
        self.add(
            CalmChoice("recommendation", field_name("recommendation"), choices),
            GrowingField(
                "lesson", field_name("lesson"), hint=_("What others can learn; needed when a test is stopped.")
            ),
            GrowingField("result_what", field_name("result_what")),
            GrowingField("result_how", field_name("result_how")),
            GrowingField("result_cost", field_name("result_cost")),
            LineField(_CONTACT, field_name(_CONTACT), hint=_("A function, such as head of home care, never a person.")),
            LineField(
                "result_licence", field_name("result_licence"), hint=_("How others may use it, such as CC BY 4.0.")
            ),
        )

    def show_result(self, result: SharedResult) -> None:
        """Show what has been written."""
        values: dict[str, Any] = {"recommendation": result.facts.recommendation, "lesson": result.lesson}
        self.show_record(result.facts.case, values | result.facts.result)


class ResultPanel(QWidget):
    """The form, and beside it the page as others see it."""

    sharing = Signal()
    withdrawing = Signal()
    #: The page is to be written as a PDF.
    writing = Signal()

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = ResultForm(write)
        self.preview = DocumentPreview()
        self.told = Label("", Type.BODY, Weight.SEMIBOLD, wraps=True)
        self.share = Button(_("Share the result"), ButtonKind.PRIMARY, "share-2")
        self.withdraw = Button(_("Stop sharing"), ButtonKind.QUIET)
        self.write = Button(_("Write as PDF…"), icon="file-down")
        self.share.clicked.connect(self.sharing)
        self.withdraw.clicked.connect(self.withdrawing)
        self.write.clicked.connect(self.writing)
        self._arrange()

    def _arrange(self) -> None:
        space = theme.current().space
        tools = QHBoxLayout()
        tools.setSpacing(space(10))
        for button in (self.write, self.share, self.withdraw):
            tools.addWidget(button)
        tools.addStretch(1)
        sheet = ScrollSheet()
        sheet.column.setContentsMargins(space(4), 0, space(10), space(16))
        sheet.column.addWidget(self.preview)
        sheet.column.addStretch(1)
        right = QWidget()
        lines = QVBoxLayout(right)
        lines.setContentsMargins(space(14), space(14), space(4), 0)
        lines.setSpacing(space(10))
        lines.addWidget(self.told)
        lines.addLayout(tools)
        lines.addWidget(sheet, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.form)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 4)
        splitter.setStretchFactor(1, 5)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    def show_result(self, result: SharedResult, page: Document | None) -> None:
        """Show a result; without a *page* nothing may be told of the case."""
        self.form.show_result(result)
        shared_on, missing = result.facts.shared_on, [name for name in RESULT if not result.facts.result[name]]
        self.preview.setVisible(page is not None)
        if page is not None:
            self.preview.show_document(page)
        self.share.setVisible(shared_on is None and page is not None)
        self.share.setEnabled(not missing)
        self.withdraw.setVisible(shared_on is not None)
        self.write.setVisible(page is not None)
        role = Role.GOOD if shared_on else Role.INK_SOFT
        if page is None:
            told, role = _("The case is confidential. No result of it is shown or shared."), Role.ATTENTION
        elif shared_on is not None:
            told = _("Shared since {day}. Other municipalities can use it.", day=current().day(shared_on))
        elif missing:
            names = ", ".join(field_name(name).lower() for name in missing)
            told = _("Still to be written before it can be shared: {fields}.", fields=names)
        else:
            told = _("Everything is written. Share it, so that others need not test the same thing again.")
        self.told.setText(told)
        self.told.set_role(role)
