"""What a goal hangs together with, as chips: other goals it supports or hinders, and the projects that serve it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from smartstad_desktop.domain.goals.goals import GoalRelationKind
from smartstad_desktop.domain.values import GoalId
from smartstad_desktop.reads.goals.goal import RelationRow, ServingRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.calm_pickers import Chips, shortened
from smartstad_desktop.ui.kit.chips import Chip, ChipFace
from smartstad_desktop.ui.kit.fields import LongTextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role

_LONGEST = 40


class RelationsBox(QWidget):
    """How the goal bears on others, and others on it. A chip opens a menu; the last one adds."""

    #: Carries where a relation starts, where it ends, and its kind (None ends it).
    relating = Signal(object, object, object)
    #: Carries where a relation starts, where it ends, its kind and what is said about it.
    commented = Signal(object, object, object, str)

    def __init__(self) -> None:
        super().__init__()
        self.chips = Chips()
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 2, 0, 2)
        column.addWidget(self.chips)
        self.comments = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        column.addWidget(self.comments)
        self.chain = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        column.addWidget(self.chain)
        self.menu = QMenu(self)
        self.dialog: Dialog | None = None
        self._goal: GoalId | None = None
        self._names: Mapping[GoalId, str] = {}

    def show_relations(self, goal: GoalId, relations: Sequence[RelationRow], names: Mapping[GoalId, str]) -> None:
        """Show *relations* of *goal*; *names* are all goals."""
        self._goal, self._names = goal, names
        self.chips.clear()
        for relation in relations:
            self._add_chip(goal, relation)
        told = [f"{_words(relation)} – {relation.comment}" for relation in relations if relation.comment]
        self.comments.setText("\n".join(told))
        self.comments.setVisible(bool(told))
        adder = self.chips.add(ChipFace("+", _("Add a relation…"), icon="plus"))
        adder.clicked.connect(partial(self._offer, adder))
        self.chips.updateGeometry()

    def show_chain(self, nodes: Sequence[str]) -> None:
        """Show what of the chain serves the goal."""
        self.chain.setText(_("In the chain: {nodes}", nodes=" · ".join(nodes)) if nodes else "")
        self.chain.setVisible(bool(nodes))

    def _add_chip(self, goal: GoalId, relation: RelationRow) -> None:
        text = _words(relation)
        chip = self.chips.add(ChipFace(relation.other, shortened(text, _LONGEST)), relation.comment or text)
        source, target = (goal, relation.other) if relation.is_from_here else (relation.other, goal)
        chip.clicked.connect(partial(self._change, chip, source, target, relation))

    def _change(self, chip: Chip, source: GoalId, target: GoalId, relation: RelationRow) -> None:
        kind = relation.kind
        self.menu.clear()
        for each in GoalRelationKind:
            action = self.menu.addAction(label(each))
            action.setCheckable(True)
            action.setChecked(each is kind)
            action.triggered.connect(partial(self._relate, source, target, each))
        self.menu.addSeparator()
        said = _("Change the comment…") if relation.comment else _("Write a comment…")
        self.menu.addAction(said).triggered.connect(partial(self.ask_comment, source, target, relation))
        self.menu.addAction(_("Remove the relation")).triggered.connect(partial(self._relate, source, target, None))
        self.menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    def ask_comment(self, source: GoalId, target: GoalId, relation: RelationRow, *_state: object) -> None:
        """Let a person write why the goals hang together."""
        self.dialog = Dialog(_words(relation), _("Save the comment"), self)
        field = LongTextField("comment", _("Comment"))
        field.set_value(relation.comment)
        self.dialog.add(field)

        def tell(values: dict[str, Any]) -> None:
            self.commented.emit(source, target, relation.kind, str(values["comment"]))

        self.dialog.confirmed.connect(tell)
        self.dialog.open()

    def _offer(self, chip: Chip) -> None:
        self.menu.clear()
        for kind in GoalRelationKind:
            choices = self.menu.addMenu(label(kind))
            for goal, name in self._names.items():
                if goal != self._goal:
                    choices.addAction(name.replace("&", "&&")).triggered.connect(
                        partial(self._relate, self._goal, goal, kind)
                    )
        self.menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    def _relate(self, source: GoalId | None, target: GoalId, kind: GoalRelationKind | None, *_state: object) -> None:
        self.relating.emit(source, target, kind)


def _words(relation: RelationRow) -> str:
    """Return how the goal bears on the other one, or the other one on it."""
    other = relation.name.in_language(current().language)
    if relation.is_from_here:
        return f"{label(relation.kind)}: {other}"
    if relation.kind is GoalRelationKind.SUPPORTS:
        return _("Supported by: {goal}", goal=other)
    return _("Hindered by: {goal}", goal=other)


class ServingBox(QWidget):
    """The projects that serve the goal, the largest contribution first; a click shows the project."""

    asked_for = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.chips = Chips()
        self.nothing = Label(_("No project contributes yet."), Type.BODY, role=Role.INK_SOFT)
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 2, 0, 2)
        column.addWidget(self.nothing)
        column.addWidget(self.chips)

    def show_serving(self, rows: Sequence[ServingRow]) -> None:
        """Show these projects."""
        self.chips.clear()
        self.nothing.setVisible(not rows)
        for row in rows:
            contribution = str(row.contribution).replace("-", "−")
            text = f"{row.mark} {shortened(row.title, _LONGEST)}  {contribution}".strip()
            chip = self.chips.add(ChipFace(row.project, text), f"{row.title} ({row.municipality})")
            chip.clicked.connect(partial(self._ask, row.project))
        self.chips.updateGeometry()

    def _ask(self, project: int, *_state: object) -> None:
        self.asked_for.emit(project)
