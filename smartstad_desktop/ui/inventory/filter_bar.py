"""The chips above the table: what to show, how to group it, which columns."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.inventory import ProjectKind
from smartstad_desktop.text.phrases import N_, _, current
from smartstad_desktop.ui.inventory.arranging import Grouping, Missing, Wanted
from smartstad_desktop.ui.inventory.columns import COLUMNS, FIXED, heading_of
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.ui.inventory.table_pictures import DOTS
from smartstad_desktop.ui.kit.chips import Chip, ChipFace, ChipRow

GROUPINGS = {
    Grouping.NONE: N_("none"),
    Grouping.MUNICIPALITY: N_("municipality"),
    Grouping.THEME: N_("theme"),
    Grouping.KIND: N_("group"),
    Grouping.STATUS: N_("status"),
}
_MISSING = {Missing.THEME: N_("Without theme"), Missing.CONFIRMED: N_("Not confirmed lately")}


class MenuChip(Chip):
    """A chip that opens a menu; it looks on while its menu leaves something out."""

    def __init__(self, face: ChipFace, parent: QWidget | None = None) -> None:
        super().__init__(face, parent)
        self.menu = QMenu(self)
        self.is_on = False
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.setChecked(self.is_on)
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def show_state(self, face: ChipFace, *, is_on: bool) -> None:
        """Show other words."""
        self.is_on = is_on
        self.show_face(face)
        self.setChecked(is_on)

    def offer(self, choices: Iterable[tuple[Hashable, str]], chosen: Iterable[Hashable]) -> dict[QAction, Hashable]:
        """Fill the menu with choices that can be ticked; return what each action stands for."""
        ticked = set(chosen)
        self.menu.clear()
        made: dict[QAction, Hashable] = {}
        for key, text in choices:
            action = self.menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key in ticked)
            made[action] = key
        return made


class ThemeLine(QWidget):
    """Themes in one line; those that find no room wait in a menu at its end."""

    #: Carries the themes that are on.
    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Themes"))
        self._chips: dict[int, Chip] = {}
        self._on: frozenset[int] = frozenset()
        self._more = MenuChip(ChipFace("more", ""), self)
        self._more.menu.triggered.connect(self._chosen)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_themes(self, faces: Sequence[ChipFace], on: frozenset[int]) -> None:
        """Show these themes."""
        keys = [int(str(face.key)) for face in faces]
        if keys != list(self._chips):
            for chip in self._chips.values():
                chip.hide()
                chip.deleteLater()
            self._chips = {}
            for key, face in zip(keys, faces, strict=True):
                chip = self._chips[key] = Chip(face, self)
                chip.clicked.connect(lambda _on=False, theme=key: self._toggle(theme))
        for key, face in zip(keys, faces, strict=True):
            self._chips[key].show_face(face)
        self.set_on(on)
        self._arrange()

    def set_on(self, on: frozenset[int]) -> None:
        """Switch exactly these themes on."""
        self._on = on
        for key, chip in self._chips.items():
            chip.setChecked(key in on)
        self._arrange()

    def _chosen(self, action: QAction) -> None:
        self._toggle(action.data())

    def _toggle(self, theme: int) -> None:
        self.set_on(self._on ^ {theme})
        self.picked.emit(self._on)

    @override
    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(200, self._more.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        gap, left, hidden = 8, 0, list[int]()
        self._label_more(len(self._chips))
        room = self.width() - self._more.sizeHint().width() - gap
        widths = {key: chip.sizeHint().width() for key, chip in self._chips.items()}
        fits_all = sum(widths.values()) + gap * (len(widths) - 1) <= self.width()
        for key, chip in self._chips.items():
            fits = not hidden and (fits_all or left + widths[key] <= room)
            chip.setVisible(fits)
            if fits:
                chip.setGeometry(left, 0, widths[key], chip.sizeHint().height())
                left += widths[key] + gap
            else:
                hidden.append(key)
        self._more.setVisible(bool(hidden))
        if hidden:
            self._offer(hidden)
            self._more.setGeometry(left, 0, self._more.sizeHint().width(), self._more.sizeHint().height())

    def _offer(self, hidden: Sequence[int]) -> None:
        self._label_more(len(hidden))
        self._more.menu.clear()
        for key in hidden:
            action = self._more.menu.addAction(self._chips[key].text().replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key in self._on)
            action.setData(key)
        self._more.show_state(self._more.face, is_on=not self._on.isdisjoint(hidden))

    def _label_more(self, count: int) -> None:
        self._more.show_face(ChipFace("more", _("{count} more themes", count=current().number(count))))


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
        self.kinds = ChipRow(_("Groups"))
        self.gap = Chip(ChipFace("missing", "", icon="x"), checkable=True)
        self.municipalities = MenuChip(ChipFace("municipalities", "", icon="building-2"))
        self.grouping = MenuChip(ChipFace("grouping", "", icon="rows-3"))
        self.columns = MenuChip(ChipFace("columns", _("Columns"), icon="columns-3"))
        self.themes = ThemeLine()
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
            ]
        )
        self.kinds.set_keys(frozenset(wanted.kinds))
        faces = [
            ChipFace(theme, name, counts.themes.get(theme, 0))
            for theme, name in snapshot.theme_names.items()
            if counts.themes.get(theme) or theme in wanted.themes
        ]
        self.themes.show_themes(faces, wanted.themes)
        self.themes.setVisible(bool(faces))
        self.gap.setVisible(wanted.missing is not None)
        if wanted.missing is not None:
            self.gap.show_face(ChipFace("missing", _(_MISSING[wanted.missing]), icon="x"))
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
        meant = self.grouping.offer([(key, _(name)) for key, name in GROUPINGS.items()], (grouping,))
        for action, key in meant.items():
            action.triggered.connect(lambda _on=False, pressed=key: self.grouped.emit(pressed))
        face = ChipFace("grouping", _("Group by: {name}", name=_(GROUPINGS[grouping])), icon="rows-3")
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
