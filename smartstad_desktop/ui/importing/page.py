"""The page where lists come in: choose, review row by row, import as one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.importing import Answer, ImportPlan, RowKey
from smartstad_desktop.domain.lists import Pasted
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads import importing as reads
from smartstad_desktop.reads.importing import Known
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.importing.faces import Faces
from smartstad_desktop.ui.importing.review import Review
from smartstad_desktop.ui.importing.rows_table import toggled
from smartstad_desktop.ui.importing.states import Invitation, Reading, Result, Steps
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.clipboard import copied_table, no_table_words
from smartstad_desktop.ui.kit.forms import ask_open_paths
from smartstad_desktop.ui.kit.jobs import Job
from smartstad_desktop.ui.kit.notices import Tone
from smartstad_desktop.ui.kit.page import Page, PageId, PageTarget
from smartstad_desktop.ui.kit.parts import Label, PageHeader, Rule
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.import_planning import Planner, read_answer
from smartstad_desktop.usecases.importing import read_lists, run_import
from smartstad_desktop.usecases.mapped import open_copy


@dataclass(frozen=True, slots=True)
class _Read:
    """What the worker hands back."""

    known: Known
    plan: ImportPlan


class ImportingPage(Page):
    """Lists of municipalities on their way into the inventory. Nothing is written before the button is pressed."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PROJECT, Kind.MUNICIPALITY, Kind.THEME, Kind.IMPORT_JOB, Kind.SENT_LIST}
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Import the municipalities’ lists"))
        self.steps = Steps()
        self.cancel = Button(_("Cancel"))
        self.accept = Button("", ButtonKind.PRIMARY)
        self.invitation, self.reading, self.review, self.result = Invitation(), Reading(), Review(), Result()
        self.plan = ImportPlan()
        self._known: Known | None = None
        self._job: Job | None = None
        self._is_importing = False
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._show(self.invitation)

    def _build(self) -> None:
        look = theme.current()
        self.header.tools.addWidget(self.cancel)
        self.header.tools.addWidget(self.accept)
        words = _("Nothing is saved before you press Import. The whole import can be undone.")
        promise = Label(words, role=Role.INK_SOFT, wraps=True)
        promise.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        below = QHBoxLayout()
        below.addWidget(self.steps)
        below.addWidget(promise, 1)
        head = QVBoxLayout()
        head.setContentsMargins(look.space(26), look.space(16), look.space(26), look.space(14))
        head.setSpacing(look.space(12))
        head.addWidget(self.header)
        head.addLayout(below)
        for state in (self.invitation, self.reading, self.review, self.result):
            self._stack.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule(role=Role.LINE))
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.invitation.choose.clicked.connect(self.choose_files)
        self.invitation.paste.clicked.connect(self.paste)
        # Of the whole window: a page that has just been opened need not have the focus, and a field has its own paste.
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self.paste)
        self.reading.cancel.clicked.connect(self.start_over)
        self.cancel.clicked.connect(self.start_over)
        self.accept.clicked.connect(self.apply)
        self.result.more.clicked.connect(self.start_over)
        self.result.undo.clicked.connect(self._undo)
        self.result.inventory.clicked.connect(lambda: self.navigate.emit(PageTarget(PageId.INVENTORY)))
        self.review.assigned.connect(self._assign)
        self.review.table.answered.connect(self._answer)
        self.review.table.mended.connect(self._mend)
        self.review.table.toggled.connect(self._toggle)
        self.services.jobs.progressed.connect(self._on_progress)

    # Coming here

    @override
    def go_to(self, target: PageTarget) -> None:
        """Read the files that were dropped or chosen elsewhere, or the text that was pasted there."""
        if target.files:
            self.read([Path(name) for name in target.files])
        elif "clipboard_text" in target.filters:
            self._read_pasted(str(target.filters["clipboard_text"]))

    @override
    def refresh(self) -> None:
        """Judge the rows again when the inventory has changed under them."""
        if self._is_importing:
            return
        if self._stack.currentWidget() is self.review and self.plan.lists:
            self._known = self.services.workspace.read(reads.known)
            self._show_plan(Planner(self._known).replanned(self.plan))

    def choose_files(self) -> None:
        """Ask for files and read them."""
        pattern = _("Lists (*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt)")
        ask_open_paths(self, _("Choose lists to import"), pattern, self.read)

    def paste(self) -> None:
        """Read the table on the clipboard."""
        text = copied_table()
        if text:
            self._read_pasted(text)
        else:
            self.services.notices.say(no_table_words(), tone=Tone.ATTENTION)

    def _read_pasted(self, text: str) -> None:
        # One key more or less must not throw away the answers that have been given to a review.
        if self._stack.currentWidget() in {self.reading, self.review}:
            words = _("There are lists here already. Import or cancel them first, then paste again.")
            self.services.notices.say(words, tone=Tone.ATTENTION)
            return
        self.read([Pasted(_("Clipboard"), text)])

    def read(self, sources: Sequence[Path | Pasted]) -> None:
        """Read *sources* beside the window, then show what they would change."""
        image = self.services.workspace.private_copy()

        def work(progress: Progress) -> _Read:
            with open_copy(image) as connection:
                known = reads.known(connection)
            return _Read(known, Planner(known).plan(read_lists(sources, known.names, progress)))

        self.reading.show_progress(0, len(sources), "")
        self._show(self.reading)
        self._job = self.services.jobs.start(_("Reading lists"), work, self._take, self._give_up)

    def start_over(self) -> None:
        """Leave the import with nothing written."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.plan = ImportPlan()
        self._show(self.invitation)

    # What the worker tells

    def _on_progress(self, job: Job) -> None:
        if job is self._job:
            self.reading.show_progress(job.done, job.total, job.what)

    def _take(self, read: _Read) -> None:
        troubles = [each.read.trouble for each in read.plan.lists if each.read.is_pasted and each.read.trouble]
        if troubles:
            self._give_up(troubles[0])
            return
        self._job = None
        self._known = read.known
        self.review.start_over()
        self._show(self.review)
        self._show_plan(read.plan)
        count = sum(len(each.candidates) for each in read.plan.lists)
        self.services.notices.announce(ngettext("{count} row read", "{count} rows read", count))

    def _give_up(self, error: DomainError) -> None:
        self._job = None
        self._show(self.invitation)
        self.services.notices.trouble(error)

    # What a person says

    def _assign(self, place: int, town: int) -> None:
        self._show_plan(self._planner().assigned(self.plan, place, MunicipalityId(town)))

    def _answer(self, key: object, answer: object) -> None:
        self._show_plan(self.plan.answered(cast("RowKey", key), cast("Answer", answer)))
        self.review.table.go_to(cast("RowKey", key))

    def _mend(self, key: object, field: str, written: object) -> None:
        row = cast("RowKey", key)
        value = None if written is None else read_answer(field, str(written))
        if written is not None and value is None:
            self.services.notices.say(_("“{text}” cannot be read either.", text=str(written)), tone=Tone.ATTENTION)
            answers = self.review.table.answers_of(row)
            if answers is not None:
                answers.refuse()
            return
        self._show_plan(self._planner().mended(self.plan, row, field, value))
        self.review.table.go_to(row)

    def _toggle(self, keys: object) -> None:
        plan = self.plan
        chosen = set(cast("tuple[RowKey, ...]", keys))
        for candidate in [each for one in plan.lists for each in one.candidates if each.key in chosen]:
            plan = plan.answered(candidate.key, toggled(candidate.answer))
        self._show_plan(plan)

    def apply(self) -> None:
        """Import what the plan takes, as one step."""
        plan = self.plan
        self._is_importing = True
        try:
            outcome = run_import(self.services.workspace, plan, origin=self)
        except DomainError as error:
            self.services.notices.trouble(error)
            return
        finally:
            self._is_importing = False
        files = sum(bool(each.taken) for each in plan.lists if not each.read.is_pasted)
        waiting = sum(len(each.asking) for each in plan.lists)
        self.result.show_result(int(outcome.value), files, waiting)
        self.result.undo.show()
        self._show(self.result)
        self.services.notices.announce(self.result.title.text())

    def _undo(self) -> None:
        try:
            self.services.workspace.undo(origin=self)
        except DomainError as error:
            self.services.notices.trouble(error)
            return
        self.result.show_undone()
        self.result.undo.hide()

    # Showing

    def _planner(self) -> Planner:
        if self._known is None:
            self._known = self.services.workspace.read(reads.known)
        return Planner(self._known)

    def _show_plan(self, plan: ImportPlan) -> None:
        self.plan = plan
        if self._known is None:
            return
        themes = self.services.workspace.read(reads.theme_names, current().language.value)
        towns = self._known.names.municipalities
        self.review.show_plan(plan, Faces(themes, towns), towns)
        count = plan.taken_count
        self.accept.setText(ngettext("Import {count} row", "Import {count} rows", count))
        self.accept.setEnabled(count > 0 and not self.services.workspace.is_read_only)
        self.accept.updateGeometry()

    def _show(self, state: QWidget) -> None:
        self._stack.setCurrentWidget(state)
        is_review = state is self.review
        self.cancel.setVisible(is_review)
        self.accept.setVisible(is_review)
        self.steps.show_step(2 if is_review else 3 if state is self.result else 0)
