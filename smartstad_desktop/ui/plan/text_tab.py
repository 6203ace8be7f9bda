"""What the plan says in words: its name and years, the summary, chapters of its own, and why the rest waits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.exchange.documents.rich_lines import lines_of
from smartstad_desktop.reads.plan.chapters import ChapterRow, chapters
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.parts import Label, Panel, Type
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.ordered_list import OrderedList, OrderedPanel
from smartstad_desktop.ui.plan.plan_tab import PlanTab
from smartstad_desktop.ui.plan.row_delegate import RowFace
from smartstad_desktop.ui.plan.shown import ShownVersion
from smartstad_desktop.ui.plan.text_forms import ChapterForm, PlanForm
from smartstad_desktop.usecases.plan.chapters import AddChapter, EditChapter, MoveChapters, RemoveChapters
from smartstad_desktop.usecases.plan.plan import EditPlan

#: Lines longer than on such a sheet are hard to write.
_PAPER = 900


class TextTab(PlanTab):
    """The plan as a whole is one form, each chapter another."""

    def __init__(self, services: Services, version: ShownVersion, parent: QWidget | None = None) -> None:
        super().__init__(services, version, parent)
        self.chapters: OrderedPanel = OrderedPanel(OrderedList(_("Chapters in order"), _face), _("New chapter"), self)
        self.whole = Button(_("The plan as a whole"), ButtonKind.QUIET, "file-text")
        self.whole.setCheckable(True)
        self.whole.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hint = Label(
            _("Chapters of your own come after the summary, such as the vision or how people were asked."),
            Type.CAPTION,
            role=Role.INK_SOFT,
            wraps=True,
        )
        for place, widget in enumerate((self.whole, self.hint)):
            self.chapters.column.insertWidget(place, widget)
        self.form = PlanForm(self._write_plan)
        self.chapter = ChapterForm(self._write_chapter)
        self._forms = QStackedWidget()
        self._forms.addWidget(self.form)
        self._forms.addWidget(self.chapter)
        self._rows: tuple[ChapterRow, ...] = ()
        paper = Panel()
        paper.column.setContentsMargins(1, 4, 1, 4)
        paper.column.addWidget(self._forms)
        paper.setMaximumWidth(theme.current().space(_PAPER))
        space = theme.current().space
        row = QHBoxLayout(self)
        row.setContentsMargins(space(20), space(12), space(20), space(16))
        row.setSpacing(space(14))
        row.addWidget(self.chapters, 3)
        row.addWidget(paper, 8)
        # What is left of a wide window stands at the right of the paper.
        row.addStretch(0)
        self._connect()

    def _connect(self) -> None:
        listed = self.chapters.list
        self.whole.clicked.connect(self.show_whole)
        listed.chosen.connect(self._choose)
        listed.clicked.connect(lambda: self._choose(listed.current))
        listed.move_asked.connect(self._move)
        listed.removal_asked.connect(self._remove)
        self.chapters.add_asked.connect(self.add)
        for form in (self.form, self.chapter):
            form.refused.connect(self.services.notices.trouble)

    # Showing

    @override
    def show_plan(self, read: PlanRead) -> None:
        """Show the form that was shown last, and the chapters."""
        self._rows = self.services.workspace.read(chapters, read.plan.id)
        self.chapters.show_rows(self._rows, is_open=self.is_open, chooses=False)
        self.hint.setVisible(not self._rows)
        self.form.show_plan(read.plan, is_open=self.is_open)
        row = self._row()
        if row is None:
            self.show_whole()
        else:
            self.chapter.show_chapter(row, is_open=self.is_open)

    @override
    def leave(self) -> bool:
        """Save what has been typed."""
        self.form.finish()
        self.chapter.finish()
        return True

    def show_whole(self) -> None:
        """Show the plan as a whole."""
        self.chapter.finish()
        self.chapters.list.clearSelection()
        self.whole.setChecked(True)
        self._forms.setCurrentWidget(self.form)

    def _row(self) -> ChapterRow | None:
        if self._forms.currentWidget() is not self.chapter:
            return None
        return next((row for row in self._rows if row.id == self.chapters.list.current), None)

    def _choose(self, chapter: int | None) -> None:
        row = next((row for row in self._rows if row.id == chapter), None)
        if row is None:
            return
        self.leave()
        self.whole.setChecked(False)
        self._forms.setCurrentWidget(self.chapter)
        self.chapter.show_chapter(row, is_open=self.is_open)

    # Acting

    def add(self) -> None:
        """Add a chapter and let its name be written."""
        if self.read is None:
            return
        outcome = self.perform(AddChapter(plan=self.read.plan.id, fields={"title": _("New chapter")}))
        if outcome is not None:
            self.chapters.list.choose(outcome.value)
            self._choose(outcome.value)
            self.chapter.edit("title")

    def _move(self, held: tuple[int, ...], before: int | None) -> None:
        self.perform(MoveChapters(chapters=held, before=before))

    def _remove(self, held: tuple[int, ...]) -> None:
        if self.perform(RemoveChapters(chapters=held), offer_undo=True) is not None:
            self.show_whole()

    def _write_plan(self, plan: Any, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self.run(EditPlan(plan=plan, changes=changes, is_typing=is_typing))

    def _write_chapter(self, chapter: Any, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  as above
        self.run(EditChapter(chapter=chapter, changes=changes, is_typing=is_typing))


def _face(row: ChapterRow) -> RowFace:
    first = next((line.text for line in lines_of(row.text) if line.text), "")
    return RowFace(row.title, first or _("Nothing written yet"))
