"""The chips above the table: what to show, how to group it, which columns."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartstad_desktop.domain.inventory import ProjectKind
from smartstad_desktop.text.phrases import N_, _, current
from smartstad_desktop.ui.inventory.arranging import Grouping, Missing, Wanted
from smartstad_desktop.ui.inventory.chip_line import ChipLine
from smartstad_desktop.ui.inventory.columns import COLUMNS, FIXED, heading_of
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.ui.inventory.table_pictures import DOTS
from smartstad_desktop.ui.kit.chips import Chip, ChipFace, MenuChip

GROUPINGS = {
    Grouping.NONE: N_("none"),
    Grouping.MUNICIPALITY: N_("municipality"),
    Grouping.THEME: N_("theme"),
    Grouping.KIND: N_("group"),
    Grouping.STATUS: N_("status"),
}
_MISSING = {
    Missing.THEME: N_("Without theme"),
    Missing.CONFIRMED: N_("Not confirmed lately"),
    Missing.ANSWER: N_("To look at again"),
}


class FilterBar(QWidget):
    """All chips. The page keeps what is wanted; the bar shows it and says what was pressed."""

    #: Carries a ``Wanted`` with the words in the search field left out.
    wanted = Signal(object)
    #: Carries a ``Grouping``.
    grouped = Signal(object)
    #: Carries the keys of the columns to show.
    columned = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = Wanted()
        self.kinds = ChipLine(_("Groups"))
        self.gap = Chip(ChipFace("missing", "", icon="x"), checkable=True)
        self.municipalities = MenuChip(ChipFace("municipalities", "", icon="building-2"))
        self.grouping = MenuChip(ChipFace("grouping", "", icon="rows-3"))
        self.columns = MenuChip(ChipFace("columns", _("Columns"), icon="columns-3"))
        self.themes = ChipLine(_("Themes"))
        self._build()
        self.kinds.picked.connect(self._pick_kinds)
        self.themes.picked.connect(self._pick_themes)
        self.gap.clicked.connect(lambda: self._change(missing=None))

    def _build(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.kinds, 1)
        for chip in (self.gap, self.municipalities, self.grouping, self.columns):
            first.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(self.themes)

    def show_counts(self, snapshot: Snapshot, wanted: Wanted) -> None:
        """Show how many projects each chip stands for."""
        self._wanted = wanted
        counts = snapshot.counts
        self.kinds.show_faces(
            [
                ChipFace(kind, snapshot.kind_names[kind], counts.kinds[kind], dot=DOTS[kind])
                for kind in ProjectKind
                if counts.kinds.get(kind) or kind in wanted.kinds
            ],
            frozenset(wanted.kinds),
        )
        faces = [
            ChipFace(theme, name, counts.themes.get(theme, 0))
            for theme, name in snapshot.theme_names.items()
            if counts.themes.get(theme) or theme in wanted.themes
        ]
        self.themes.show_faces(faces, frozenset(wanted.themes))
        self.themes.setVisible(bool(faces))
        self.gap.setVisible(wanted.missing is not None)
        if wanted.missing is not None:
            self.gap.show_face(ChipFace("missing", snapshot.phrases.text(_MISSING[wanted.missing]), icon="x"))
            self.gap.setChecked(True)
        self._show_municipalities(snapshot, wanted)

    def _show_municipalities(self, snapshot: Snapshot, wanted: Wanted) -> None:
        faces = snapshot.faces.municipalities
        numbers = snapshot.phrases.number
        ordered = sorted(faces.values(), key=lambda face: snapshot.phrases.sort_key(face.short_name))
        choices = [
            (face.id, f"{face.short_name}  {numbers(snapshot.counts.municipalities.get(face.id, 0))}")
            for face in ordered
        ]
        meant = self.municipalities.offer(choices, wanted.municipalities)
        for action, key in meant.items():
            action.triggered.connect(lambda _on=False, pressed=key: self._toggle_municipality(pressed))
        chosen = [face.short_name for face in ordered if face.id in wanted.municipalities]
        if chosen:
            self.municipalities.menu.addSeparator()
            self.municipalities.menu.addAction(_("All municipalities")).triggered.connect(
                lambda: self._change(municipalities=frozenset())
            )
        name = _("all") if not chosen else chosen[0] + (f" +{len(chosen) - 1}" if len(chosen) > 1 else "")
        face = ChipFace("municipalities", _("Municipality: {name}", name=name), icon="building-2")
        self.municipalities.show_state(face, is_on=bool(chosen))

    def _toggle_municipality(self, key: Hashable) -> None:
        self._change(municipalities=self._wanted.municipalities ^ {int(str(key))})

    def show_grouping(self, grouping: Grouping) -> None:
        """Show what the table is grouped by."""
        meant = self.grouping.offer([(key, current().text(name)) for key, name in GROUPINGS.items()], (grouping,))
        for action, key in meant.items():
            action.triggered.connect(lambda _on=False, pressed=key: self.grouped.emit(pressed))
        face = ChipFace("grouping", _("Group by: {name}", name=current().text(GROUPINGS[grouping])), icon="rows-3")
        self.grouping.show_state(face, is_on=grouping is not Grouping.NONE)

    def show_columns(self, shown: Sequence[str]) -> None:
        """Show which columns the table has."""
        choices = [(column.key, heading_of(column)) for column in COLUMNS if column.key not in FIXED]
        for action, key in self.columns.offer(choices, shown).items():
            action.triggered.connect(lambda _on=False, pressed=key: self._toggle_column(shown, pressed))
        self.columns.setChecked(False)

    def _toggle_column(self, shown: Sequence[str], key: Hashable) -> None:
        wanted = set(shown) ^ {key}
        self.columned.emit(tuple(column.key for column in COLUMNS if column.key in wanted))

    def _pick_kinds(self, keys: frozenset[ProjectKind]) -> None:
        self._change(kinds=keys)

    def _pick_themes(self, keys: frozenset[int]) -> None:
        self._change(themes=keys)

    def _change(self, **changes: Any) -> None:
        self._wanted = replace(self._wanted, **changes)
        self.wanted.emit(self._wanted)
