"""The tab of decisions and the assignments they gave: a list of either, and the decision beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.governance.decisions import is_open
from smartstad_desktop.reads.governance.decisions import AssignmentRow, DecisionRow, DecisionsShown, decisions
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.governance import decision_dialogs
from smartstad_desktop.ui.governance.decision_form import DecisionForm
from smartstad_desktop.ui.governance.decision_lists import AssignmentsList, DecisionsList
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.frames import beneath_header, offer, side_by_side
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState, PageHeader
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.side import Side
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.governance.assignments import AddAssignments, DeleteAssignments, EditAssignment
from smartstad_desktop.usecases.governance.decisions import AddDecision, DeleteDecisions, EditDecision

_DECISIONS: Final = "decisions"
_ASSIGNMENTS: Final = "assignments"
_LATE: Final = "late"


class DecisionsTab(Page):
    """What has been decided, and what came of it."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {
            *(Kind.DECISION, Kind.DECISION_CLAUSE, Kind.ASSIGNMENT, Kind.GOVERNANCE_BODY, Kind.ORGANISATION),
            Kind.MUNICIPALITY,
        }
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Decisions"))
        self.views = ChipRow(_("What is shown"), single=True)
        self.search = SearchField(_("Search decisions and assignments"))
        self.add_button = Button(_("Write down a decision…"), ButtonKind.PRIMARY, "plus")
        self.decisions = DecisionsList()
        self.assignments = AssignmentsList()
        self.side = Side(_("Choose a decision to see and change it."))
        self.form = DecisionForm(self._write, self._write_assignment)
        self.side.show_form(self.form)
        self.stack = QStackedWidget()
        self.places = QStackedWidget()
        self._shown: DecisionsShown | None = None
        self.dialog: Dialog | None = None
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self._show_counts(())
        self.views.set_keys(frozenset({_DECISIONS}))
        self.header.beside.addWidget(self.views, 0, Qt.AlignmentFlag.AlignVCenter)
        for tool in (self.search, self.add_button):
            self.header.tools.addWidget(tool)
        self.stack.addWidget(self.decisions)
        self.stack.addWidget(self.assignments)
        splitter = side_by_side(self.stack, self.side, theme.current().space(440))
        self.places.addWidget(splitter)
        self.places.addWidget(self._empty())
        beneath_header(self, self.places, self.header)

    def _empty(self) -> EmptyState:
        made = EmptyState(
            "landmark",
            _("No decisions yet"),
            _("Write down the decision that started the programme: who decided, when, and its clauses."),
        )
        offer(made, _("Write down a decision…"), self.add_decision)
        return made

    def _connect(self) -> None:
        self.views.picked.connect(self._pick_view)
        self.search.textChanged.connect(self._show_rows)
        self.search.left_downwards.connect(self._go_down)
        self.add_button.clicked.connect(self.add_decision)
        for table in (self.decisions, self.assignments):
            table.chosen.connect(self._show_chosen)
            table.opened.connect(lambda: self.form.edit("title"))
        self.decisions.deleting.connect(self.delete)
        self.assignments.deleting.connect(self._delete_assignments)
        self.form.deleting.connect(self._delete_shown)
        self.form.giving.connect(self.give)
        self.form.removing.connect(self._remove_assignment)
        self.search.come_by_key(self)

    # Showing

    @override
    def refresh(self) -> None:
        """Read the decisions."""
        workspace = self.services.workspace
        self._shown = shown = workspace.read(decisions, workspace.now.astimezone().date())
        self.places.setCurrentIndex(0 if shown.rows else 1)
        for tool in (self.views, self.search, self.add_button):
            tool.setVisible(bool(shown.rows))
        late = self._show_counts(shown.rows)
        words = ngettext("{count} assignment is late", "{count} assignments are late", late) if late else ""
        self.header.set_title(_("Decisions"), words)
        self.header.subtitle.set_role(Role.BAD if late else Role.INK_SOFT)
        self._show_rows()
        for table in (self.decisions, self.assignments):
            table.choose_first()
        self._show_chosen()

    def _show_counts(self, rows: tuple[DecisionRow, ...]) -> int:
        late = sum(row.overdue_count for row in rows)
        faces = [
            ChipFace(_DECISIONS, _("Decisions"), len(rows)),
            ChipFace(_ASSIGNMENTS, _("Assignments still to be done"), sum(row.open_count for row in rows)),
            ChipFace(_LATE, _("Late"), late),
        ]
        self.views.show_faces(faces)
        return late

    @override
    def go_to(self, target: PageTarget) -> None:
        """Choose a decision, or show the assignments that are late."""
        view = str(target.filters.get("view", _DECISIONS))
        self.views.set_keys(frozenset({view if view in {_ASSIGNMENTS, _LATE} else _DECISIONS}))
        self.search.clear()
        self._pick_view(None)
        if target.row is not None:
            self.decisions.choose(target.row)

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.form.finish()
        return True

    @property
    def _view(self) -> str:
        return cast("str", next(iter(self.views.keys()), _DECISIONS))

    def _pick_view(self, _keys: object) -> None:
        self.views.set_keys(frozenset({self._view}))
        self.stack.setCurrentIndex(0 if self._view == _DECISIONS else 1)
        self._show_rows()
        self._show_chosen()

    def _show_rows(self, *_words: object) -> None:
        shown = self._shown
        if shown is None:
            return
        words = self.search.text().casefold().split()
        self.decisions.show_decisions(shown, words)
        given = [each for row in shown.rows for each in row.assignments if is_open(each.state)]
        late = [each for each in given if each.is_overdue]
        self.assignments.show_assignments(late if self._view == _LATE else given, shown, words)

    def chosen_decision(self) -> DecisionRow | None:
        """Return the decision that is chosen, or the one that gave the chosen assignment."""
        table = self.decisions if self._view == _DECISIONS else self.assignments
        rows: list[DecisionRow | AssignmentRow] = table.chosen_rows()
        if len(rows) != 1 or self._shown is None:
            return None
        row = rows[0]
        return row if isinstance(row, DecisionRow) else self._shown.decision(row.decision)

    def _show_chosen(self) -> None:
        row = self.chosen_decision()
        if row is None or self._shown is None:
            self.form.finish()
            self.side.show_nothing()
            return
        self.form.show_decision(row, self._shown)
        self.side.show_form(self.form)

    def _go_down(self) -> None:
        (self.decisions if self._view == _DECISIONS else self.assignments).setFocus()

    # Doing

    def add_decision(self) -> None:
        """Ask for a new decision."""
        if self._shown is not None:
            self.dialog = decision_dialogs.new_decision(self._shown, self._add, self)

    def give(self) -> None:
        """Ask for an assignment of the chosen decision."""
        row = self.chosen_decision()
        if row is None or self._shown is None:
            return

        def run(values: dict[str, Any]) -> None:
            self.run(
                AddAssignments(
                    decision=row.id,
                    text=values["text"],
                    receivers=values["receivers"],
                    due_on=values["due_on"],
                    clause=values["clause_id"],
                )
            )

        self.dialog = decision_dialogs.new_assignment(row, self._shown, run, self)

    def delete(self) -> None:
        """Delete the chosen decisions; the notice offers to undo."""
        chosen = tuple(row.id for row in self.decisions.chosen_rows())
        if chosen:
            self.perform(DeleteDecisions(decisions=chosen), offer_undo=True)

    def _delete_shown(self) -> None:
        row = self.chosen_decision()
        if row is not None:
            self.perform(DeleteDecisions(decisions=(row.id,)), offer_undo=True)

    def _delete_assignments(self) -> None:
        chosen = tuple(row.id for row in self.assignments.chosen_rows())
        if chosen:
            self.perform(DeleteAssignments(assignments=chosen), offer_undo=True)

    def _remove_assignment(self, assignment: int) -> None:
        self.perform(DeleteAssignments(assignments=(assignment,)), offer_undo=True)

    def _add(self, values: dict[str, Any]) -> None:
        made = self.perform(AddDecision(fields=values))
        if made is not None:
            self.decisions.choose(cast("int", made.value))

    def _write(self, row: int, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self.run(EditDecision(decision=row, changes=changes, is_typing=is_typing))

    def _write_assignment(self, row: int, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self.run(EditAssignment(assignment=row, changes=changes, is_typing=is_typing))
