"""The tab of the programme itself: its facts and what it has promised, questions and answers, and open calls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.reads.programme import programme as reads
from smartstad_desktop.reads.programme.calls import calls
from smartstad_desktop.reads.programme.checks import rule_checks
from smartstad_desktop.reads.programme.questions import questions
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.programme.words import year_words
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.parts import PageHeader, Panel
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.programme.calls_view import CallsView
from smartstad_desktop.ui.programme.checks_panel import ChecksPanel
from smartstad_desktop.ui.programme.facts_form import FactsForm
from smartstad_desktop.ui.programme.questions_view import QuestionsView
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.programme.programme import EditProgramme

FACTS: Final = "facts"
QUESTIONS: Final = "questions"
CALLS: Final = "calls"
_VIEWS: Final = (FACTS, QUESTIONS, CALLS)
#: Under so much room the promises stand beneath the facts.
_ROOM: Final = 760


class FactsTab(Page):
    """Where the programme is described."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {
            *(Kind.PROGRAMME, Kind.MUNICIPALITY, Kind.PROJECT, Kind.PROGRAMME_QUESTION, Kind.OPEN_CALL),
            *(Kind.CALL_APPLICATION, Kind.STEERING_REPORT, Kind.RISK, Kind.TIMELINE_ENTRY, Kind.PLAN_ITEM, Kind.PLAN),
        }
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader("")
        self.views = ChipRow(_("What is shown"), single=True)
        self.add_question = Button(_("Question"), icon="plus")
        self.add_call = Button(_("Call"), icon="plus")
        self.form = FactsForm(self._write)
        self.checks = ChecksPanel()
        self.questions = QuestionsView(self.run)
        self.calls = CallsView(self.run)
        self.stack = QStackedWidget()
        self._panels = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        paper = Panel()
        paper.column.setContentsMargins(0, 0, 0, 0)
        paper.column.addWidget(self.form)
        facts = QWidget()
        facts.setLayout(self._panels)
        self._panels.setContentsMargins(0, 0, 0, 0)
        self._panels.setSpacing(space(18))
        self._panels.addWidget(paper, 3)
        self._panels.addWidget(self.checks, 2, Qt.AlignmentFlag.AlignTop)
        for view in (facts, self.questions, self.calls):
            self.stack.addWidget(view)
        self.header.beside.addWidget(self.views, 0, Qt.AlignmentFlag.AlignVCenter)
        self.header.tools.addWidget(self.add_question)
        self.header.tools.addWidget(self.add_call)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(26), space(14), space(26), space(20))
        column.setSpacing(space(14))
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)
        self._show_counts(0, 0, 0)
        self._show_view(FACTS)

    def _connect(self) -> None:
        self.views.picked.connect(self._pick)
        self.add_question.clicked.connect(self.questions.add)
        self.add_call.clicked.connect(self.calls.add)
        self.form.refused.connect(self.services.notices.trouble)
        self.checks.wanted.connect(self.navigate)
        self.questions.requested.connect(self._perform)
        self.calls.requested.connect(self._perform)

    @override
    def refresh(self) -> None:
        """Read the programme."""
        workspace = self.services.workspace
        facts = workspace.read(reads.programme)
        if facts is None:
            return
        today = workspace.now.astimezone().date()
        asked, called = workspace.read(questions), workspace.read(calls)
        self.form.show_facts(facts, workspace.read(reads.municipalities))
        self.checks.show_checks(workspace.glance(rule_checks, today))
        self.questions.show_questions(asked)
        self.calls.show_calls(called)
        self._show_counts(sum(not row.answer for row in asked), len(asked), len(called.calls))
        year = facts.year_on(today)
        parts = (facts.phase, year_words(year) if year else "")
        self.header.set_title(_("The programme"), " · ".join(part for part in parts if part))

    @override
    def go_to(self, target: PageTarget) -> None:
        """Show the facts, the questions or the calls."""
        view = target.filters.get("view")
        if view in _VIEWS:
            self._show_view(str(view))
        if view == CALLS and target.row is not None:
            self.calls.choose(target.row)

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.form.finish()
        self.questions.finish()
        self.calls.finish()
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the promises beneath the facts where there is no room beside them."""
        super().resizeEvent(event)
        is_wide = self.width() >= theme.current().space(_ROOM)
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._panels.setDirection(direction)
        for number, share in enumerate((3, 2) if is_wide else (1, 0)):
            self._panels.setStretch(number, share)
        self.checks.set_short(is_short=not is_wide)

    def _write(self, _key: object, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self.run(EditProgramme(changes=changes, is_typing=is_typing))

    def _perform(self, command: Command, offer_undo: bool) -> None:  # noqa: FBT001  a signal carries it
        self.perform(command, offer_undo=offer_undo)

    def _pick(self, _keys: object) -> None:
        # One of them is always on: a second click does not switch it off.
        shown = next(iter(self.views.keys()), _VIEWS[self.stack.currentIndex()])
        self._show_view(str(shown))

    def _show_view(self, view: str) -> None:
        self.views.set_keys(frozenset({view}))
        self.stack.setCurrentIndex(_VIEWS.index(view))
        self.add_question.setVisible(view == QUESTIONS)
        self.add_call.setVisible(view == CALLS)

    def _show_counts(self, unanswered: int, asked: int, called: int) -> None:
        answered = _("Questions and answers, {some} of {all}", some=asked - unanswered, all=asked)
        faces = [
            ChipFace(FACTS, _("Facts")),
            ChipFace(QUESTIONS, answered if asked else _("Questions and answers")),
            ChipFace(CALLS, _("Open calls"), called),
        ]
        self.views.show_faces(faces)
