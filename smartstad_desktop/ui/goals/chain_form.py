"""One node of the chain: its names and aims in three languages, what it comes from and leads to, goals and projects."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any, Final, cast

from PySide6.QtWidgets import QHBoxLayout

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.goals.chain import ActivityNeedsInitiative, NodeRef, rank
from smartstad_desktop.domain.goals.goal_fields import trilingual
from smartstad_desktop.domain.goals.goals import ChainLevel
from smartstad_desktop.reads.goals.chain import ChainRead, ChainRow
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.goals.chain_column import level_name
from smartstad_desktop.ui.goals.fields import three
from smartstad_desktop.ui.goals.names import NameRow
from smartstad_desktop.ui.kit.calm_pickers import PicksField
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.record_form import RecordForm
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.goals.chain import EditChainNode, LinkChainNodes, TieChainNode

_UPPER: Final = "upper"
_LOWER: Final = "lower"
_GOALS: Final = "goals"
_PROJECTS: Final = "projects"


class ChainForm(RecordForm):
    """The form beneath the columns."""

    def __init__(self, run: RunCommand) -> None:
        super().__init__(self._write_node)
        self.run = run
        self._links: dict[str, frozenset[NodeRef]] = {}
        self.caption = Label("", Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT)
        self.head = QHBoxLayout()
        self.head.addWidget(self.caption, 1)
        self.column.addLayout(self.head)
        names, aims = three("name", _("Name"), is_name=True), three("aim", _("Aim"))
        self.picks = {
            _UPPER: PicksField(_UPPER, _("Comes from"), []),
            _LOWER: PicksField(_LOWER, _("Leads to"), []),
            _GOALS: PicksField(_GOALS, _("Goals it serves"), []),
            _PROJECTS: PicksField(_PROJECTS, _("Projects that carry it out"), []),
        }
        for field in (*names, *aims, *self.picks.values()):
            self.register(field)
        self.aims = FieldRow(*aims)
        self.column.addWidget(NameRow(names))
        self.column.addWidget(self.aims)
        self.column.addWidget(FieldRow(self.picks[_UPPER], self.picks[_LOWER]))
        self.column.addWidget(FieldRow(self.picks[_GOALS], self.picks[_PROJECTS]))

    def show_node(self, row: ChainRow, read: ChainRead) -> None:
        """Show a node; *read* offers what it can be linked and tied to."""
        language = current().language
        level = row.ref.level
        self.caption.setText(f"{level_name(level)} · {row.name.in_language(language)}")
        self._links = {
            _UPPER: frozenset(edge.upper for edge in read.edges if edge.lower == row.ref),
            _LOWER: frozenset(edge.lower for edge in read.edges if edge.upper == row.ref),
        }
        self.picks[_UPPER].choices = _others(read, row, is_upper=True)
        self.picks[_LOWER].choices = _others(read, row, is_upper=False)
        goals: list[tuple[Hashable, str]] = [
            (goal, name.in_language(language)) for goal, name in read.goal_names.items()
        ]
        projects: list[tuple[Hashable, str]] = list(read.project_titles.items())
        self.picks[_GOALS].choices, self.picks[_PROJECTS].choices = dict(goals), dict(projects)
        self.aims.setVisible(level is not None)
        for name, is_shown in (
            (_UPPER, level is not None),
            (_LOWER, level is not ChainLevel.ACTIVITY),
            (_GOALS, level is not None),
            (_PROJECTS, level is not None),
        ):
            self.picks[name].setVisible(is_shown)
        texts = zip(trilingual("name"), (row.name.sv, row.name.nb, row.name.en), strict=True)
        aims = zip(trilingual("aim"), (row.aim.sv, row.aim.nb, row.aim.en), strict=True)
        ties = {_GOALS: row.goals, _PROJECTS: row.projects}
        self.show_record(row.ref, dict(texts) | dict(aims) | self._links | ties)

    def _write_node(self, key: Any, changes: Mapping[str, Any], is_typing: bool) -> object:  # noqa: FBT001  the form's manner of writing
        node = cast("NodeRef", key)
        texts = {name: value for name, value in changes.items() if name not in self.picks}
        if texts:
            self.run(EditChainNode(node=node, changes=texts, is_typing=is_typing))
        if _GOALS in changes or _PROJECTS in changes:
            self.run(TieChainNode(node=node, goals=changes.get(_GOALS), projects=changes.get(_PROJECTS)))
        for name in (_UPPER, _LOWER):
            if name in changes:
                self._link(node, name, changes[name])
        return None

    def _link(self, node: NodeRef, name: str, wanted: frozenset[NodeRef]) -> None:
        held = self._links[name]
        for other in wanted ^ held:
            upper, lower = (other, node) if name == _UPPER else (node, other)
            try:
                self.run(LinkChainNodes(upper=upper, lower=lower, is_linked=other in wanted))
            except ActivityNeedsInitiative as error:
                # The field shows again what is linked, with the reason beneath it.
                self.picks[name].set_value(held)
                raise ActivityNeedsInitiative(field=name) from error
            except DomainError:
                self.picks[name].set_value(held)
                raise


def _others(read: ChainRead, row: ChainRow, *, is_upper: bool) -> dict[Hashable, str]:
    """Return what *row* can come from or lead to, nearest column first."""
    own = rank(row.ref.level)
    found: dict[Hashable, str] = {}
    levels = sorted(read.columns, key=lambda level: abs(rank(level) - own))
    for level in levels:
        other = rank(level)
        if (other >= own) if is_upper else (other <= own):
            continue
        lower = row.ref.level if is_upper else level
        upper = level if is_upper else row.ref.level
        if lower is ChainLevel.ACTIVITY and upper is not ChainLevel.INITIATIVE:
            continue
        for each in read.columns[level]:
            found[each.ref] = f"{level_name(level)}: {each.name.in_language(current().language)}"
    return found
