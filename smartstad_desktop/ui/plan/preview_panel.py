"""How the plan will look on paper, beside what is written: pages made of the real PDF, anew after each change."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import ChangeSet, Kind
from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.domain.values import Language, PlanItemId
from smartstad_desktop.reads.plan.measure import measure_sheet
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.text import trouble
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.frames import fill
from smartstad_desktop.ui.kit.jobs import Job
from smartstad_desktop.ui.kit.page_preview import PagePreview
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.shown import ShownVersion

#: So long after the last change the pages are made anew.
REST_MS = 900
#: Changes of these never show in a plan.
_UNSEEN = frozenset({Kind.PLAN_FILE})


class PreviewPanel(QWidget):
    """The pages with a line of tools above them. The old pages stay until the new ones are ready."""

    #: Carries whether the pages take the whole width.
    widened = Signal(bool)
    closed = Signal()

    def __init__(self, services: Services, version: ShownVersion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._version = version
        self._job: Job | None = None
        self._is_stale = True
        self.pages = PagePreview(services.jobs)
        self.state = Label("", Type.CAPTION, role=Role.INK_SOFT)
        self.wide = icon_button("maximize", _("Pages over the whole width"))
        self.wide.setCheckable(True)
        self.wide.toggled.connect(self.widened)
        close = icon_button("x", _("Close the preview"))
        close.clicked.connect(self._close)
        self.rest = QTimer(self, interval=REST_MS, singleShot=True)
        self.rest.timeout.connect(self.make)
        space = theme.current().space
        head = QHBoxLayout()
        head.setContentsMargins(space(16), space(8), space(12), 0)
        head.setSpacing(space(8))
        head.addWidget(Label(_("Preview"), Type.STRONG, Weight.SEMIBOLD))
        head.addWidget(self.state)
        head.addStretch(1)
        head.addWidget(self.pages.tools)
        for button in (self.wide, close):
            head.addWidget(button)
        column = fill(self)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        self.setMinimumWidth(space(320))
        services.changes.happened.connect(self._on_changes)
        version.changed.connect(self._on_version)
        version.measure_changed.connect(self._follow)

    # Following

    def _on_changes(self, changes: ChangeSet) -> None:
        if changes.kinds - _UNSEEN:
            self._on_version()

    def _on_version(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.state.setText(_("changed"))
            self.rest.start()

    def _follow(self, measure: PlanItemId | None) -> None:
        sheet = None if measure is None else self._services.workspace.read(measure_sheet, measure)
        if sheet is not None:
            self.pages.go_to_title(f"{sheet.number}. {sheet.row.title}")

    def _close(self) -> None:
        self.wide.setChecked(False)
        self.closed.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Make the pages when they are first looked at, or when something has changed since."""
        super().showEvent(event)
        if self._is_stale:
            self.make()

    # Making

    def make(self) -> None:
        """Make the pages beside the window; what was being made is given up."""
        plan = self._version.plan
        if plan is None:
            return
        self.rest.stop()
        self._is_stale = False
        if self._job is not None:
            self._job.cancel()
        workspace = self._services.workspace
        facts = workspace.read(programme)
        language = Language(facts.language) if facts else Language.SV
        image, now = workspace.private_copy(), workspace.now
        self.state.setText(_("is being made …"))

        def work(progress: Progress) -> bytes:
            from smartstad_desktop.exchange.documents.pdf import renderer as pdf_renderer  # noqa: PLC0415  half a second of reportlab, only when used
            from smartstad_desktop.usecases.mapped import open_copy  # noqa: PLC0415  as above
            from smartstad_desktop.usecases.plan_document.publishing import plan_document  # noqa: PLC0415  as above

            with open_copy(image) as connection:
                document = plan_document(connection, plan, language, now, has_files=False)
            progress.report(0, 1)
            return pdf_renderer.render(document, progress)

        self._job = self._services.jobs.start(_("Preview"), work, self._show, self._refuse, is_quiet=True)

    def _show(self, pdf: bytes) -> None:
        self._job = None
        self.state.setText("")
        self.pages.show_pdf(pdf)
        self._follow(self._version.measure)

    def _refuse(self, error: DomainError) -> None:
        self._job = None
        self.state.setText(trouble.sentence(error))
