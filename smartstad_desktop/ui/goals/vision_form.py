"""The target vision beside the tree: lead text, statements, names of levels, and the plans above the programme."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from smartstad_desktop.domain.goals.goal_fields import GoalPart, trilingual
from smartstad_desktop.domain.values import Named
from smartstad_desktop.reads.goals.goals import GoalsRead, ParentPlanRow
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.goals.fields import new_names, three
from smartstad_desktop.ui.goals.names import NameRow
from smartstad_desktop.ui.kit.calm_fields import LineField
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.part_list import PartCard, PartList, WritePart
from smartstad_desktop.ui.kit.parts import Label, Rule, Type, Weight
from smartstad_desktop.ui.kit.record_form import RecordForm
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.goals.goal_parts import AddPart, DeletePart, EditPart, MovePart
from smartstad_desktop.usecases.goals.goals import EditVision, NameGoalLevel

_VISION = "vision"


class VisionForm(RecordForm):
    """Everything about the vision that is not a goal."""

    def __init__(self, run: RunCommand) -> None:
        super().__init__(self._write_vision)
        self.run = run
        self.statements = PartList(_("Add a statement"), self._statement_card)
        self.plans = PartList(_("Add a parent plan"), self._plan_card)
        self._levels: dict[int, PartCard] = {}
        self._level_lines = QVBoxLayout()
        self._build()
        for part, parts in ((GoalPart.STATEMENT, self.statements), (GoalPart.PARENT_PLAN, self.plans)):
            parts.adding.connect(partial(self.add_part, part, None))
            parts.moving.connect(partial(self._move, part))
            parts.removing.connect(partial(self._remove, part))

    def _build(self) -> None:
        self.column.addWidget(Label(_("Target vision"), Type.TITLE, Weight.BOLD))
        leads = three(_VISION, _("This is how it shall be"))
        for field in leads:
            self.register(field)
        self.column.addWidget(FieldRow(*leads))
        self._heading(_("Statements"), _("Up to seven sentences that one can say yes or no to."))
        self.column.addWidget(self.statements)
        self._heading(_("What goals are called by depth"), _("Such as goal, sub-goal, milestone."))
        self.column.addLayout(self._level_lines)
        self._heading(_("Parent plans"), _("A plan above the programme. Goals answer to its areas."))
        self.column.addWidget(self.plans)

    def _heading(self, title: str, hint: str) -> None:
        self.column.addWidget(Rule())
        self.column.addWidget(Label(title, Type.STRONG, Weight.SEMIBOLD))
        self.column.addWidget(Label(hint, Type.CAPTION, role=Role.INK_FAINT, wraps=True))

    # Showing

    def show_vision(self, read: GoalsRead) -> None:
        """Show what was read."""
        self.show_record(_VISION, _texts(read.vision, _VISION))
        self.statements.show_parts(
            [(row.id, _texts(row.text, "text") | {"source": row.source}) for row in read.statements]
        )
        self._show_levels(read)
        self.plans.show_parts([(plan.id, _plan_values(plan)) for plan in read.plans])
        for plan in read.plans:
            card = self.plans.cards[plan.id]
            if isinstance(card, PlanCard):
                card.areas.show_parts([(area.id, _texts(area.name, "name")) for area in plan.areas])
                goals = sum(area.goals for area in plan.areas)
                card.note.setText(ngettext("{count} goal tied to its areas", "{count} goals tied to its areas", goals))

    def _show_levels(self, read: GoalsRead) -> None:
        deepest = max((row.depth for row in read.goals), default=1)
        for depth in range(1, max(deepest, *read.levels, 2) + 1):
            card = self._levels.get(depth)
            if card is None:
                card = self._levels[depth] = self._level_card(depth)
                self._level_lines.addWidget(card)
            card.show_values(_texts(read.levels.get(depth, Named("")), "name"), number=0, count=1)

    @override
    def finish(self) -> None:
        """Save what is being typed, also in the lists."""
        super().finish()
        for parts in (self.statements, self.plans):
            parts.finish()
        for card in self._levels.values():
            card.finish()

    # Cards

    def _statement_card(self, row: int) -> PartCard:
        card = PartCard(row, self._write_part(GoalPart.STATEMENT))
        texts, source = three("text", _("Statement")), LineField("source", _("Where it comes from"))
        card.register(*texts, source)
        card.column.addWidget(FieldRow(*texts))
        card.column.addWidget(source)
        return card

    def _level_card(self, depth: int) -> PartCard:
        card = PartCard(depth, self._write_level)
        names = three("name", _("Level {depth}", depth=depth), is_name=True)
        card.register(*names)
        card.column.addWidget(NameRow(names))
        for button in (card.up_button, card.down_button, card.remove_button):
            button.hide()
        return card

    def _plan_card(self, row: int) -> PartCard:
        card = PlanCard(row, self._write_part(GoalPart.PARENT_PLAN), self._area_card)
        card.areas.adding.connect(partial(self.add_part, GoalPart.AREA, row))
        card.areas.moving.connect(partial(self._move, GoalPart.AREA))
        card.areas.removing.connect(partial(self._remove, GoalPart.AREA))
        return card

    def _area_card(self, row: int) -> PartCard:
        card = PartCard(row, self._write_part(GoalPart.AREA))
        names = three("name", _("Development area"), is_name=True)
        card.register(*names)
        card.column.addWidget(FieldRow(*names))
        return card

    # Writing

    def add_part(self, part: GoalPart, owner: int | None) -> None:
        """Add a part and let it be written."""
        new = {
            GoalPart.STATEMENT: new_names(_("New statement"), "text"),
            GoalPart.PARENT_PLAN: new_names(_("New parent plan")),
            GoalPart.AREA: new_names(_("New development area")),
        }
        self.run(AddPart(part=part, owner=owner, fields=new[part]))
        if part is GoalPart.STATEMENT:
            self.statements.edit_last()
        elif part is GoalPart.PARENT_PLAN:
            self.plans.edit_last()

    def _move(self, part: GoalPart, row: int, before: int | None) -> None:
        self.run(MovePart(part=part, row=row, before=before))

    def _remove(self, part: GoalPart, row: int) -> None:
        self.run(DeletePart(part=part, row=row), offer_undo=True)

    def _write_vision(self, _key: Any, changes: Mapping[str, Any], is_typing: bool) -> object:  # noqa: FBT001  the form's manner of writing
        return self.run(EditVision(changes=dict(changes), is_typing=is_typing))

    def _write_part(self, part: GoalPart) -> WritePart:
        def write(row: int, changes: Mapping[str, Any], is_typing: bool) -> object:  # noqa: FBT001  the form's manner of writing
            return self.run(EditPart(part=part, row=row, changes=changes, is_typing=is_typing))

        return write

    def _write_level(self, depth: int, changes: Mapping[str, Any], _is_typing: bool) -> object:  # noqa: FBT001  the form's manner of writing
        fields = self._levels[depth].fields
        names = {name: str(fields[name].value()) for name in trilingual("name")} | dict(changes)
        return self.run(NameGoalLevel(depth=depth, names=names))


class PlanCard(PartCard):
    """A plan above the programme, with its areas."""

    def __init__(self, row: int, write: WritePart, make_area: Any) -> None:
        super().__init__(row, write)
        names = three("name", _("Parent plan"), is_name=True)
        facts = (LineField("owner", _("Owner")), LineField("years", _("Years")), LineField("link", _("Link")))
        self.register(*names, *facts)
        self.note = Label("", Type.CAPTION, role=Role.INK_SOFT)
        self.note.setIndent(7)
        self.areas = PartList(_("Add a development area"), make_area)
        self.column.addWidget(FieldRow(*names))
        self.column.addWidget(FieldRow(*facts))
        self.column.addWidget(self.note)
        self.column.addWidget(self.areas)

    @override
    def finish(self) -> None:
        """Save what is being typed, also in the areas."""
        super().finish()
        self.areas.finish()


def _texts(text: Named, stem: str) -> dict[str, Any]:
    return dict(zip(trilingual(stem), (text.sv, text.nb, text.en), strict=True))


def _plan_values(plan: ParentPlanRow) -> dict[str, Any]:
    return _texts(plan.name, "name") | {"owner": plan.owner, "years": plan.years, "link": plan.link}
