"""The page where lists come in: choose, review row by row, import as one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.lists.importing import ImportPlan
from smartstad_desktop.domain.lists.lists import Pasted
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.importing import file_faces, saying
from smartstad_desktop.ui.importing.accepting import Accepting
from smartstad_desktop.ui.importing.answering import Answering
from smartstad_desktop.ui.importing.faces import Faces
from smartstad_desktop.ui.importing.log_dialog import LogDialog
from smartstad_desktop.ui.importing.review import Entry, Review
from smartstad_desktop.ui.importing.saying import SendingBack
from smartstad_desktop.ui.importing.session import ImportSession
from smartstad_desktop.ui.importing.states import Invitation, Result, Steps
from smartstad_desktop.ui.importing.waiting import Working
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.clipboard import copied_table, no_table_words
from smartstad_desktop.ui.kit.forms import ask_open_paths
from smartstad_desktop.ui.kit.notices import Tone
from smartstad_desktop.ui.kit.page import Page, PageId, PageTarget
from smartstad_desktop.ui.kit.parts import Label, PageHeader, Rule
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role


class ImportingPage(Page):
    """Lists of municipalities on their way into the inventory. Nothing is written before the button is pressed."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PROJECT, Kind.MUNICIPALITY, Kind.THEME, Kind.IMPORT_JOB, Kind.SENT_LIST, Kind.PROJECT_LINK}
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Import the municipalities’ lists"))
        self.steps = Steps()
        self.cancel = Button(_("Cancel"))
        self.accept = Button("", ButtonKind.PRIMARY)
        self.invitation, self.review, self.result = Invitation(), Review(), Result()
        self.importing = Working()
        self.session = ImportSession(services, self)
        self.accepting = Accepting(services, self)
        self._faces: Faces | None = None
        #: What opened the files of the last import, by their contents; nowhere else and no longer.
        self._passwords: dict[str, str] = {}
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._show(self.invitation)

    @property
    def plan(self) -> ImportPlan:
        """Return what the import would do."""
        return self.session.plan

    def _build(self) -> None:
        look = theme.current()
        self.header.tools.addWidget(self.cancel)
        self.header.tools.addWidget(self.accept)
        self._promise = Label(_promise(), role=Role.INK_SOFT, wraps=True)
        self._promise.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        below = QHBoxLayout()
        below.addWidget(self.steps)
        below.addWidget(self._promise, 1)
        head = QVBoxLayout()
        head.setContentsMargins(look.space(26), look.space(16), look.space(26), look.space(14))
        head.setSpacing(look.space(12))
        head.addWidget(self.header)
        head.addLayout(below)
        for state in (self.invitation, self.review, self.importing, self.result):
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
        self.invitation.log.clicked.connect(self.show_log)
        self.review.origin.stranger.clicked.connect(
            lambda: self.navigate.emit(PageTarget(PageId.PROGRAMME, filters={"tab": "municipalities"}))
        )
        # Of the whole window: a page that has just been opened need not have the focus, and a field has its own paste.
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self.paste)
        self.cancel.clicked.connect(self.start_over)
        self.accept.clicked.connect(self.apply)
        self.result.more.clicked.connect(self.start_over)
        self.result.undo.clicked.connect(self.accepting.undo)
        self.result.failed.clicked.connect(self._send_back)
        self.result.inventory.clicked.connect(lambda: self.navigate.emit(PageTarget(PageId.INVENTORY)))
        self.importing.cancel.clicked.connect(self.accepting.stop)
        self.accepting.moved.connect(self._show_writing)
        self.accepting.written.connect(self._show_result)
        self.accepting.given_up.connect(self._come_back)
        self.session.changed.connect(self._show_session)
        self.session.compared.connect(self._announce)
        self.session.refused.connect(self.services.notices.trouble)
        self._connect_review()

    def _connect_review(self) -> None:
        review, session = self.review, self.session
        self._answering = Answering(session, review.table, self.services.notices, self)
        review.more.clicked.connect(self.choose_files)
        review.files.dropped.connect(self._drop)
        review.reopened.connect(session.open_with)
        review.assigned.connect(session.assign)
        review.columns_chosen.connect(session.choose_columns)
        review.answered_many.connect(session.change)

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
        self._faces = None
        if self._stack.currentWidget() is self.review:
            self.session.judge_again()
        elif self._stack.currentWidget() is self.result:
            self._show_result()

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
        if self._stack.currentWidget() is self.review:
            words = _("There are lists here already. Import or cancel them first, then paste again.")
            self.services.notices.say(words, tone=Tone.ATTENTION)
            return
        self.read([Pasted(_("Clipboard"), text)])

    def read(self, sources: Sequence[Path | Pasted]) -> None:
        """Read *sources* beside the window, together with those that are here already."""
        if self.accepting.is_running:
            return
        if self._stack.currentWidget() is not self.review:
            self.session.clear()
            self.review.start_over()
            self._show(self.review)
        if not self.session.read(sources):
            self.services.notices.say(_("These files are here already."), tone=Tone.ATTENTION)

    def start_over(self) -> None:
        """Leave the import with nothing written."""
        self.session.clear()
        self._show(self.invitation)

    def show_log(self) -> None:
        """Show what has been imported before."""
        log = LogDialog(self.services, self)
        log.asked.connect(self.navigate)
        log.open()

    def _send_back(self) -> None:
        SendingBack(self, self.services, self.accepting.plan, self._passwords).ask()

    def _drop(self, place: int) -> None:
        self.session.remove(place)
        if not self.session.arrivals.every:
            self.start_over()

    def apply(self) -> None:
        """Import what the plan takes, as one step."""
        self._passwords = {each.read.sha256: each.password for each in self.session.arrivals.every if each.read}
        self._show(self.importing)
        self.accepting.start(self.session.plan)

    # Showing

    def _show_session(self) -> None:
        session = self.session
        if self._faces is None:
            themes = self.services.workspace.read(reads.theme_names, current().language.value)
            self._faces = Faces(themes, self.services.workspace.read(reads.names).municipalities)
        faces = self._faces
        pasted = saying.pasted_trouble(session.plan)
        if pasted is not None:
            self.start_over()
            self.services.notices.trouble(pasted)
            return
        entries: list[Entry] = []
        for arrival in session.arrivals.every:
            at = session.place_in_plan(arrival)
            is_here = at is not None and at < len(session.plan.lists) and session.plan.lists[at].read is arrival.read
            face: Any = file_faces.arriving(arrival)
            if is_here and at is not None:
                one = session.plan.lists[at]
                face = file_faces.arrived(one, faces.town(one.municipality))
            entries.append(Entry(face=face, at=at if is_here else None))
        self.review.show_import(entries, session.plan, faces)
        self._show_button()

    def _show_button(self) -> None:
        count = self.session.plan.taken_count
        self.accept.setText(ngettext("Import {count} row", "Import {count} rows", count))
        is_ready = not self.session.arrivals.is_reading and not self.session.is_comparing
        self.accept.setEnabled(count > 0 and is_ready and not self.services.workspace.is_read_only)
        self.accept.updateGeometry()

    def _show_writing(self, done: int, total: int) -> None:
        what = _("Nothing is changed until all of it is done.")
        self.importing.show_work(_("Importing"), what, done, total, _("Stop"))

    def _announce(self, count: int) -> None:
        self.services.notices.announce(ngettext("{count} row read", "{count} rows read", count))
        held = cast("QWidget | None", self.window().focusWidget())
        if held is None or not self.review.isAncestorOf(held):
            # What had the focus was left with the page before; the keys of the review are to work at once.
            self.review.files.setFocus(Qt.FocusReason.OtherFocusReason)

    def _come_back(self) -> None:
        self._show(self.review)
        self._show_session()

    def _show_result(self) -> None:
        plan = self.accepting.plan
        files = sum(bool(each.taken) for each in plan.lists if not each.read.is_pasted)
        waiting = sum(len(each.asking) for each in plan.lists)
        self.result.show_result(self.accepting.rows, files, waiting, saying.failed_count(plan))
        self.result.undo.setVisible(self.accepting.can_undo)
        if self.accepting.is_undone:
            self.result.show_undone()
        self._show(self.result)
        self.session.clear()

    def _show(self, state: QWidget) -> None:
        self._stack.setCurrentWidget(state)
        is_review = state is self.review
        self.cancel.setVisible(is_review)
        self.accept.setVisible(is_review)
        self._promise.setText("" if state is self.result else _promise())
        self.steps.show_step(2 if state in {self.review, self.importing} else 3 if state is self.result else 0)


def _promise() -> str:
    return _("Nothing is saved before you press Import. The whole import can be undone.")
