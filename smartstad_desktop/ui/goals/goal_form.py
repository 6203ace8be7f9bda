"""One goal beside the tree: everything about it is edited where it stands."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.goals.goal_fields import GLOBAL_GOALS, GoalPart
from smartstad_desktop.domain.goals.goals import GoalKind, GoalRelationKind
from smartstad_desktop.domain.values import GoalId
from smartstad_desktop.reads.goals.goal import GoalDetail
from smartstad_desktop.reads.goals.goals import GoalsRead
from smartstad_desktop.text.goals.sdgs import sdg_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.goals.fields import new_names, three
from smartstad_desktop.ui.goals.function_card import FunctionCard
from smartstad_desktop.ui.goals.indicator_card import IndicatorCard, Today
from smartstad_desktop.ui.goals.names import NameRow
from smartstad_desktop.ui.goals.ties import RelationsBox, ServingBox
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.calm_fields import GrowingField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice, PicksField
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.folding_section import FoldingSection
from smartstad_desktop.ui.kit.part_list import PartCard, PartList
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.record_form import RecordForm
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.goals.goal_parts import AddPart, DeletePart, EditPart, MovePart
from smartstad_desktop.usecases.goals.goal_relations import RelateGoals
from smartstad_desktop.usecases.goals.goals import EditGoal

_FUNCTIONS: Final = "functions"


class GoalForm(RecordForm):
    """The fields of a goal, its functions, indicators, relations and links."""

    #: Carries the id of a project the user wants to see.
    project_asked = Signal(int)
    beneath_asked = Signal()
    copy_asked = Signal()
    removal_asked = Signal()

    def __init__(self, run: RunCommand, today: Today) -> None:
        super().__init__(self._write_goal)
        self.run, self._today = run, today
        self.detail: GoalDetail | None = None
        self.caption = Label("", Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT)
        self.functions = PartList(_("Add a function"), self._function_card)
        self.indicators = PartList(_("Add an indicator"), self._indicator_card)
        self.relations, self.serving = RelationsBox(), ServingBox()
        self.sections: dict[str, FoldingSection] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.caption, 1)
        for icon, name, signal in (
            ("indent-increase", _("Add a goal beneath"), self.beneath_asked),
            ("copy", _("Copy the goal"), self.copy_asked),
            ("trash-2", _("Delete the goal"), self.removal_asked),
        ):
            button = icon_button(icon, name)
            button.clicked.connect(signal)
            head.addWidget(button)
        self.column.addLayout(head)
        names = three("name", _("Name"), is_name=True)
        for field in names:
            self.register(field)
        self.column.addWidget(NameRow(names))
        self._row(*three("improvement", _("Improvement sought")))
        self._row(
            GrowingField("current_state", _("Where we are")), GrowingField("desired_state", _("Where we want to be"))
        )
        self._folding(_FUNCTIONS, _("Functions"), self.functions, hint=_functions_hint()).open()
        self._folding("indicators", _("Indicators"), self.indicators).open()
        self._folding("serving", _("Projects that contribute"), self.serving)
        self._folding("relations", _("Relations to other goals, and the chain"), self.relations)
        self.section(
            _("For whom, and what it answers to"),
            CalmChoice("kind", _("Sort of goal"), [(kind, label(kind)) for kind in GoalKind]),
            GrowingField("beneficiary", _("For whom")),
            GrowingField("sustainability", _("Sustainability")),
            GrowingField("participation", _("How residents take part")),
            PicksField("sdgs", _("Global goals"), [(number, sdg_name(number)) for number in GLOBAL_GOALS]),
            PicksField("areas", _("Development areas"), []),
        )

    def _row(self, *fields: GrowingField) -> None:
        for field in fields:
            self.register(field)
        self.column.addWidget(FieldRow(*fields))

    def _folding(self, key: str, title: str, inside: QWidget, *, hint: str = "") -> FoldingSection:
        # Until the part is opened what is in it must belong to somebody.
        inside.setParent(self)
        inside.hide()

        def fill(column: QVBoxLayout) -> None:
            if hint:
                below = Label(hint, Type.CAPTION, role=Role.INK_FAINT, wraps=True)
                below.setIndent(7)
                column.addWidget(below)
            column.addWidget(inside)
            inside.show()

        made = self.sections[key] = FoldingSection(title, fill)
        self.column.addWidget(made)
        return made

    def _connect(self) -> None:
        for part, parts in ((GoalPart.FUNCTION, self.functions), (GoalPart.INDICATOR, self.indicators)):
            parts.adding.connect(partial(self.add_part, part))
            parts.moving.connect(partial(self._move, part))
            parts.removing.connect(partial(self._remove, part))
        self.relations.relating.connect(self._relate)
        self.relations.commented.connect(self._relate)
        self.serving.asked_for.connect(self.project_asked)

    # Showing

    def show_goal(self, detail: GoalDetail, around: GoalsRead) -> None:
        """Show a goal."""
        if self.detail is not None and self.detail.id != detail.id:
            self.finish()
        self.detail = detail
        language = current().language
        areas = self.fields["areas"]
        if isinstance(areas, PicksField):
            offered: list[tuple[Hashable, str]] = [
                (area.id, f"{area.name.in_language(language)} ({plan.name.in_language(language)})")
                for plan in around.plans
                for area in plan.areas
            ]
            areas.choices = dict(offered)
        self.caption.setText(_caption(detail, around))
        self.show_record(detail.id, detail.values)
        self.functions.show_parts([(row.id, row.values) for row in detail.functions])
        self.indicators.show_parts([(row.id, row.values) for row in detail.indicators])
        for row in detail.indicators:
            card = self.indicators.cards[row.id]
            if isinstance(card, IndicatorCard):
                card.show_indicator(row)
        names = {row.id: row.name.in_language(language) for row in around.goals}
        self.relations.show_relations(detail.id, detail.relations, names)
        self.relations.show_chain([node.in_language(language) for node in detail.nodes])
        self.serving.show_serving(detail.serving)
        counts = {
            _FUNCTIONS: len(detail.functions),
            "indicators": len(detail.indicators),
            "serving": len(detail.serving),
            "relations": len(detail.relations) + len(detail.nodes),
        }
        for key, count in counts.items():
            self.sections[key].head.set_note(current().number(count) if count else "")

    @override
    def finish(self) -> None:
        """Save what is being typed, also in the parts."""
        super().finish()
        self.functions.finish()
        self.indicators.finish()

    # Editing

    def _write_goal(self, key: Any, changes: Mapping[str, Any], is_typing: bool) -> object:  # noqa: FBT001  the form's manner of writing
        return self.run(EditGoal(goal=GoalId(key), changes=changes, is_typing=is_typing))

    def add_part(self, part: GoalPart) -> None:
        """Add a function or an indicator and let its name be written."""
        if self.detail is None:
            return
        name = _("New function") if part is GoalPart.FUNCTION else _("New indicator")
        self.run(AddPart(part=part, owner=self.detail.id, fields=new_names(name)))
        (self.functions if part is GoalPart.FUNCTION else self.indicators).edit_last()

    def _move(self, part: GoalPart, row: int, before: int | None) -> None:
        self.run(MovePart(part=part, row=row, before=before))

    def _remove(self, part: GoalPart, row: int) -> None:
        self.run(DeletePart(part=part, row=row), offer_undo=True)

    def _relate(
        self, source: GoalId, target: GoalId, kind: GoalRelationKind | None, comment: str | None = None
    ) -> None:
        self.run(RelateGoals(source=source, target=target, kind=kind, comment=comment))

    def _function_card(self, row: int) -> PartCard:
        return FunctionCard(row, self._write_part(GoalPart.FUNCTION))

    def _indicator_card(self, row: int) -> PartCard:
        return IndicatorCard(row, self._write_part(GoalPart.INDICATOR), self.run, self._today)

    def _write_part(self, part: GoalPart) -> Any:
        def write(row: int, changes: Mapping[str, Any], is_typing: bool) -> object:  # noqa: FBT001  the form's manner of writing
            return self.run(EditPart(part=part, row=row, changes=changes, is_typing=is_typing))

        return write


def _functions_hint() -> str:
    return _(
        "What must be possible for the goal to be reached, never a product: “one way in”, not the name of a system."
    )


def _caption(detail: GoalDetail, around: GoalsRead) -> str:
    row = next((each for each in around.goals if each.id == detail.id), None)
    parts = [detail.key, label(detail.kind)]
    if row is not None and row.level is not None and detail.kind is GoalKind.GOAL:
        parts[1] = row.level.in_language(current().language)
    if row is not None and row.below:
        parts.append(ngettext("{count} goal beneath", "{count} goals beneath", row.below))
    return " · ".join(parts)
