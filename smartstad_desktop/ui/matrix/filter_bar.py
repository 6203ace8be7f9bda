"""The line above the grid: what is shown, how it is gathered and ordered, and where the cursor goes after a number."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.domain.inventory import ProjectKind
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import N_, _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.chips import Chip, ChipFace, FlowLayout, MenuChip
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.matrix.arranging import Grouping, Sorting, Wanted
from smartstad_desktop.ui.matrix.grid_view import Onward
from smartstad_desktop.ui.matrix.sheet import Sheet

_GROUPINGS = {
    Grouping.NONE: N_("none"),
    Grouping.THEME: N_("theme"),
    Grouping.MUNICIPALITY: N_("municipality"),
}
_SORTINGS = {Sorting.RESULT: N_("result"), Sorting.NAME: N_("name"), Sorting.MUNICIPALITY: N_("municipality")}
_ONWARD = {Onward.RIGHT: N_("right"), Onward.DOWN: N_("down")}
#: The field for words has this much room at least and at most.
_NARROW, _WIDE = 140, 260
_ROOM_FOR_WORDS = 1400
_GAP = 8
_KINDS = tuple(kind for kind in ProjectKind if kind is not ProjectKind.EXTERNAL)


class FilterBar(QWidget):
    """Chips that hold what is wanted. The page keeps it; the bar shows it and says what was pressed."""

    #: Carries a ``Wanted``.
    wanted = Signal(object)
    #: The rows shall be ordered again by what they come to now.
    sorting_again = Signal()
    #: Carries an ``Onward``.
    onward_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = Wanted()
        self.search = SearchField(_("Search in the names of the rows"))
        self.municipalities = MenuChip(ChipFace("municipalities", "", icon="building-2"))
        self.groups = MenuChip(ChipFace("groups", "", icon="tag"))
        self.kinds = MenuChip(ChipFace("kinds", "", icon="layers"))
        self.unanswered = Chip(ChipFace("unanswered", _("Unanswered")))
        self.grouping = MenuChip(ChipFace("grouping", "", icon="rows-3"))
        self.sorting = MenuChip(ChipFace("sorting", "", icon="arrow-down-up"))
        # The page puts it beside the count: there it comes and goes without moving the rows under the pointer.
        self.again = Chip(ChipFace("again", _("Order again"), icon="rotate-ccw"), checkable=False)
        self.onward = MenuChip(ChipFace("onward", "", icon="arrow-right"))
        self.more = MenuChip(ChipFace("more", _("More"), icon="ellipsis"))
        self._build()
        self.search.textChanged.connect(self._search)
        self.unanswered.clicked.connect(lambda: self._change(is_unanswered=self.unanswered.isChecked()))
        self.again.clicked.connect(self.sorting_again)

    def _build(self) -> None:
        space = theme.current().space
        self.search.setPlaceholderText(_("Search"))
        self.search.setFixedSize(space(_NARROW), space(36))
        flow = QWidget()
        chips = FlowLayout(flow, gap=_GAP)
        for widget in self._parts():
            chips.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        flow.setSizePolicy(policy)
        # The chips are lower than the field, and stand in its middle.
        flow.setContentsMargins(0, 0, 0, 0)
        chips.setContentsMargins(0, space(4), 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(flow, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give words more room where the chips keep to one line all the same."""
        super().resizeEvent(event)
        space = theme.current().space
        self.search.setFixedWidth(space(_WIDE if self.width() >= space(_ROOM_FOR_WORDS) else _NARROW))

    def _parts(self) -> Sequence[QWidget]:
        chips = (self.municipalities, self.groups, self.kinds, self.unanswered, self.grouping, self.sorting)
        return (*chips, self.onward, self.more)

    def offer_more(self, groups: Sequence[Sequence[tuple[str, Callable[[], object]]]]) -> None:
        """Fill the menu at the end with actions, in groups."""
        for actions in groups:
            if not self.more.menu.isEmpty():
                self.more.menu.addSeparator()
            for words, act in actions:
                self.more.menu.addAction(words).triggered.connect(act)

    def show_state(self, sheet: Sheet, wanted: Wanted, onward: Onward) -> None:
        """Show what is wanted, and offer what *sheet* knows."""
        self._wanted = wanted
        if self.search.text() != wanted.words:
            with QSignalBlocker(self.search):
                self.search.setText(wanted.words)
        self._show_municipalities(sheet)
        self._show_groups(sheet)
        self._show_kinds(sheet)
        self.unanswered.setChecked(wanted.is_unanswered)
        groupings = (
            _GROUPINGS if sheet.grid.groups else {Grouping.NONE: N_("none"), Grouping.MUNICIPALITY: N_("municipality")}
        )
        self.grouping.setVisible(sheet.scale is not Scale.IMPORTANCE)
        self._one_of(self.grouping, _("Group by: {name}"), groupings, wanted.grouping, self._group)
        self.grouping.show_state(self.grouping.face, is_on=wanted.grouping is not Grouping.NONE)
        self._one_of(self.sorting, _("Order: {name}"), self._sortings(sheet), wanted.sorting, self._sort)
        self._one_of(self.onward, _("Then: {name}"), _ONWARD, onward, self.onward_chosen.emit)
        self.onward.show_face(replace(self.onward.face, icon="arrow-right" if onward is Onward.RIGHT else "arrow-down"))

    def _sortings(self, sheet: Sheet) -> dict[Any, str]:
        by_result = N_("result") if sheet.scale is Scale.CONTRIBUTION else N_("as entered")
        found: dict[Any, str] = {**_SORTINGS, Sorting.RESULT: by_result}
        if sheet.scale is Scale.IMPORTANCE:
            found.pop(Sorting.MUNICIPALITY)
        return found

    def _one_of(
        self,
        chip: MenuChip,
        heading: str,
        names: dict[Any, str],
        chosen: Hashable,
        act: Callable[[Any], object],
    ) -> None:
        meant = chip.offer([(key, current().text(name)) for key, name in names.items()], (chosen,))
        for action, key in meant.items():
            action.triggered.connect(lambda _on=False, pressed=key: act(pressed))
        shown = current().text(names[chosen]) if chosen in names else ""
        chip.show_state(replace(chip.face, text=heading.format(name=shown)), is_on=False)

    def _show_municipalities(self, sheet: Sheet) -> None:
        faces = [face for face in sheet.grid.faces.municipalities.values() if face.is_participating]
        ordered = sorted(faces, key=lambda face: sheet.phrases.sort_key(face.short_name))
        names: dict[Hashable, str] = {face.id: face.short_name for face in ordered}
        self._many_of(self.municipalities, _("Municipality: {name}"), names, "municipalities")

    def _show_groups(self, sheet: Sheet) -> None:
        language = sheet.phrases.language.value
        names: dict[Hashable, str] = {key: name.in_language(language) for key, name in sheet.grid.groups.items()}
        heading = _("Value word: {name}") if sheet.scale is Scale.COVERAGE else _("Theme: {name}")
        self.groups.setVisible(bool(names))
        self._many_of(self.groups, heading, names, "groups")

    def _show_kinds(self, sheet: Sheet) -> None:
        self.kinds.setVisible(sheet.scale is Scale.CONTRIBUTION)
        self._many_of(self.kinds, _("Status: {name}"), {kind: label(kind) for kind in _KINDS}, "kinds")

    def _many_of(self, chip: MenuChip, heading: str, names: dict[Hashable, str], field: str) -> None:
        on: frozenset[Hashable] = getattr(self._wanted, field)
        for action, key in chip.offer(names.items(), on).items():
            action.triggered.connect(
                lambda _on=False, pressed=key: self._change(**{field: getattr(self._wanted, field) ^ {pressed}})
            )
        chosen = [name for key, name in names.items() if key in on]
        if chosen:
            chip.menu.addSeparator()
            chip.menu.addAction(_("Show all")).triggered.connect(lambda: self._change(**{field: frozenset[Hashable]()}))
        chip.show_state(replace(chip.face, text=heading.format(name=_named(chosen))), is_on=bool(chosen))

    def _search(self, text: str) -> None:
        self._change(words=text)

    def _group(self, grouping: Grouping) -> None:
        self._change(grouping=grouping)

    def _sort(self, sorting: Sorting) -> None:
        self._change(sorting=sorting)

    def _change(self, **changes: Any) -> None:
        self._wanted = replace(self._wanted, **changes)
        self.wanted.emit(self._wanted)


def _named(chosen: Iterable[str]) -> str:
    names = list(chosen)
    if not names:
        return _("all")
    return names[0] + (f" +{len(names) - 1}" if len(names) > 1 else "")
