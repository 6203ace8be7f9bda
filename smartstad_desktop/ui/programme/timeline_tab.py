"""The tab of the timeline: a picture one can work in, its twin as a list, and what is chosen beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.programme.timeline import is_late
from smartstad_desktop.reads.programme.timeline import Timeline, timeline
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.frames import beneath_header, offer, side_by_side
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState, PageHeader, Panel
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.programme.timeline import dialogs, saving
from smartstad_desktop.ui.programme.timeline.beside import Beside
from smartstad_desktop.ui.programme.timeline.legend import Legend
from smartstad_desktop.ui.programme.timeline.lines import ENTRY, PART, Key, TimelineLine, lines_of
from smartstad_desktop.ui.programme.timeline.menu import menu_of
from smartstad_desktop.ui.programme.timeline.picture import TimelinePicture
from smartstad_desktop.ui.programme.timeline.records_list import TimelineList
from smartstad_desktop.ui.programme.timeline.scale import Zoom
from smartstad_desktop.usecases.programme.entries import AddEntry, EditEntry, RemoveEntries, Reschedule
from smartstad_desktop.usecases.programme.parts import AddPart, EditPart, RemoveParts

_LIST: Final = "list"
_REMEMBERED: Final = "timeline_view"


class TimelineTab(Page):
    """Shows the timeline; everything that is done to it goes through commands."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PROGRAMME_PART, Kind.TIMELINE_ENTRY, Kind.MUNICIPALITY, Kind.PROGRAMME}
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Timeline"))
        self.views = ChipRow(_("How much time is shown"), single=True)
        self.search = SearchField(_("Search the timeline"))
        self.save_button = icon_button("image", _("Save the timeline as a picture…"))
        self.add_part_button = Button(_("Part"), icon="plus")
        self.add_button = Button(_("Put on the timeline"), ButtonKind.PRIMARY, "plus")
        self.picture = TimelinePicture()
        self.legend = Legend()
        self.list = TimelineList()
        self.side = Beside(self._write)
        self.stack = QStackedWidget()
        self._shown: Timeline | None = None
        self._lines: list[TimelineLine] = []
        self._dialog: Dialog | None = None
        self._is_list = False
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        for tool in (self.search, self.save_button, self.add_part_button, self.add_button):
            self.header.tools.addWidget(tool)
        self.views.show_faces(
            [
                ChipFace(Zoom.WHOLE, _("All time")),
                ChipFace(Zoom.YEAR, _("A year")),
                ChipFace(Zoom.QUARTER, _("A quarter")),
                ChipFace(_LIST, _("As a list"), icon="list"),
            ]
        )
        self.views.set_keys(frozenset({Zoom.WHOLE}))
        self.header.beside.addWidget(self.views, 0, Qt.AlignmentFlag.AlignVCenter)
        drawn = Panel()
        drawn.column.setContentsMargins(1, 1, 1, 1)
        drawn.column.setSpacing(0)
        drawn.column.addWidget(self.picture, 1)
        drawn.column.addWidget(self.legend)
        self.stack.addWidget(drawn)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self._empty())
        left = QWidget()
        inside = QHBoxLayout(left)
        inside.setContentsMargins(space(26), 0, space(20), space(20))
        inside.addWidget(self.stack)
        splitter = side_by_side(left, self.side, self.side.preferred_width)
        self.side.hide()
        beneath_header(self, splitter, self.header)

    def _empty(self) -> EmptyState:
        made = EmptyState(
            "calendar-range",
            _("Nothing on the timeline yet"),
            _("Begin with the parts of the programme; then put activities, deliverables and milestones into them."),
        )
        offer(made, _("Add a part"), self.add_part)
        return made

    def _connect(self) -> None:
        self.views.picked.connect(self._pick)
        self.search.textChanged.connect(self._show_lines)
        self.save_button.clicked.connect(self._save)
        self.add_part_button.clicked.connect(self.add_part)
        self.add_button.clicked.connect(self.add_entry)
        self.side.deleting.connect(self.remove)
        for view in (self.picture, self.list):
            view.chosen.connect(self._show_chosen)
            view.opened.connect(self.edit)
            view.deleting.connect(self.remove)
        self.picture.moved.connect(self._reschedule)
        self.picture.menu_wanted.connect(self._open_menu)
        self.picture.zoomed.connect(self._zoomed)
        self.picture.hand.carrying.connect(self.legend.show_carrying)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.search.setFocus)

    @override
    def refresh(self) -> None:
        """Read the timeline."""
        if self._shown is None:
            kept = self.services.settings.remembered(self.services.workspace.path, _REMEMBERED)
            self._set_view(_LIST if kept == _LIST else Zoom(kept) if kept in set(Zoom) else Zoom.WHOLE)
        self._shown = self.services.workspace.read(timeline)
        self.picture.hand.is_locked = self.services.workspace.is_read_only
        self._show_lines()
        self._show_counts(self._shown)

    @override
    def go_to(self, target: PageTarget) -> None:
        """Choose an entry or a part, or begin a new one."""
        if target.row is not None:
            self.choose((PART if target.filters.get("kind") == PART else ENTRY, target.row))
        elif target.filters.get("add"):
            self.add_entry()

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.picture.hand.let_go()
        self.side.finish()
        return True

    # What the user does

    def choose(self, key: Key) -> None:
        """Choose a line in the picture and in the list."""
        self.picture.choose(key)
        self.list.choose_line(key)
        self._show_chosen()

    def add_part(self) -> None:
        """Ask for a new part."""

        def add(values: dict[str, Any]) -> None:
            self.choose((PART, int(self.run(AddPart(fields=values)).value)))

        self._dialog = dialogs.new_part(add, self)

    def add_entry(self) -> None:
        """Ask for something new on the timeline, in the part that is chosen."""
        if self._shown is None:
            return
        lines = self._chosen()
        part = next((line.key[1] for line in lines if line.is_part), None)
        entry = next((entry for entry in self._shown.entries if lines and (ENTRY, entry.id) == lines[0].key), None)

        def add(values: dict[str, Any]) -> None:
            self.choose((ENTRY, int(self.run(AddEntry(fields=values)).value)))

        self._dialog = dialogs.new_entry(self._shown, part or (entry.part if entry else None), add, self)

    def edit(self) -> None:
        """Let the user write in what is chosen."""
        self._show_chosen()
        self.side.edit()

    def remove(self) -> None:
        """Take what is chosen off the timeline; the notice offers to undo."""
        lines = self._chosen()
        entries = tuple(line.key[1] for line in lines if not line.is_part)
        parts = tuple(line.key[1] for line in lines if line.is_part)
        if entries:
            self.perform(RemoveEntries(entries=entries), offer_undo=True)
        elif parts:
            self.perform(RemoveParts(parts=parts), offer_undo=True)

    # Inside

    def _reschedule(self, line: TimelineLine, start: date | None, end: date | None) -> None:
        number = line.key[1]
        command = Reschedule(
            entry=None if line.is_part else number, part=number if line.is_part else None, starts_on=start, ends_on=end
        )
        self.perform(command)

    def _write(self, key: Any, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        kind, number = key
        if kind == PART:
            self.run(EditPart(part=number, changes=changes, is_typing=is_typing))
        else:
            self.run(EditEntry(entry=number, changes=changes, is_typing=is_typing))

    def _show_lines(self, *_words: object) -> None:
        shown = self._shown
        if shown is None:
            return
        today = self._today()
        self._lines = lines_of(shown, today, self.search.text())
        self.picture.show_lines(self._lines, shown.span(today), today)
        self.list.show_lines(self._lines)
        is_empty = not shown.parts and not shown.entries
        self.stack.setCurrentIndex(2 if is_empty else 1 if self._is_list else 0)
        self._show_chosen()

    def _show_counts(self, shown: Timeline) -> None:
        today = self._today()
        late = sum(is_late(each.state, each.ends_on or each.starts_on, today) for each in shown.entries)
        told = [
            ngettext("{count} part", "{count} parts", len(shown.parts)),
            ngettext("{count} on the timeline", "{count} on the timeline", len(shown.entries)),
        ]
        if late:
            told.append(ngettext("{count} is late", "{count} are late", late))
        self.header.set_title(_("Timeline"), " · ".join(told))

    def _chosen(self) -> list[TimelineLine]:
        return (self.list if self._is_list else self.picture).chosen_lines()

    def _show_chosen(self, *_selection: object) -> None:
        if self._shown is not None:
            self.side.show_chosen(self._chosen(), self._shown)

    def _pick(self, keys: object) -> None:
        picked = next(iter(keys), None) if isinstance(keys, frozenset) else None  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]  a signal carries it
        self._set_view(_LIST if picked == _LIST else picked if isinstance(picked, Zoom) else self.picture.shown.zoom)

    def _set_view(self, view: Zoom | str) -> None:
        """Show the list, or so much of the time; one of the chips is always on."""
        chosen = self._chosen()
        self._is_list = view == _LIST
        if isinstance(view, Zoom):
            self.picture.set_zoom(view)
        self.views.set_keys(frozenset({view}))
        self.services.settings.remember(self.services.workspace.path, _REMEMBERED, str(view))
        if chosen:
            self.choose(chosen[0].key)
        if self._shown is not None:
            self._show_lines()

    def _zoomed(self, zoom: Zoom) -> None:
        if not self._is_list:
            self.views.set_keys(frozenset({zoom}))

    def _open_menu(self, at: QPoint) -> None:
        lines = self._chosen()
        if not lines or self._shown is None or self.services.workspace.is_read_only:
            return
        menu = menu_of(lines, self._lines, self.picture.hand, self.perform, self)
        menu.addAction(_("Remove")).triggered.connect(self.remove)
        menu.popup(at)

    def _save(self) -> None:
        if self._shown is not None:
            saving.ask(self._shown, self._today(), self.services.notices, self)

    def _today(self) -> date:
        return self.services.workspace.now.astimezone().date()
