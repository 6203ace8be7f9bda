"""The inventory: chips above, one dense table, the project at the right. The page reads, and runs commands."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import ChangeSet, Kind
from smartstad_desktop.domain.inventory import TITLE_LIMIT
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.inventory.adding import AddDialog
from smartstad_desktop.ui.inventory.arranging import Missing, Wanted
from smartstad_desktop.ui.inventory.browser import Browser
from smartstad_desktop.ui.inventory.cell_editing import CellEditing
from smartstad_desktop.ui.inventory.exporting import InventoryExport
from smartstad_desktop.ui.inventory.memory import Memory
from smartstad_desktop.ui.inventory.panel import SidePanel
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.ui.kit.clipboard import copied_table, no_table_words
from smartstad_desktop.ui.kit.notices import Tone
from smartstad_desktop.ui.kit.page import Page, PageId, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.command import Command, Outcome
from smartstad_desktop.usecases.inventory.inventory import DeleteProjects, DuplicateProject

_OF_PROJECTS: Final = frozenset(
    {Kind.PROJECT, Kind.PROJECT_MUNICIPALITY, Kind.PROJECT_THEME, Kind.PROJECT_GOAL, Kind.PROJECT_SDG}
)
#: More changed projects than this are read together with all others.
_FEW: Final = 400
#: So long a selection must rest before the panel follows: holding an arrow key down must not read every project.
_REST_MS: Final = 60
#: After this the text to search in is made ready, so that the first key finds it there.
_IDLE_MS: Final = 600
#: The pause between two portions of it.
_PAUSE_MS: Final = 20


class InventoryPage(Page):
    """All projects in one table; everything about one of them beside it."""

    interests: ClassVar[frozenset[Kind]] = _OF_PROJECTS | {
        Kind.MUNICIPALITY,
        Kind.THEME,
        Kind.GOAL,
        Kind.PROJECT_LINK,
        Kind.ADMISSION_CRITERION,
        Kind.ADMISSION_ANSWER,
    }

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.memory = Memory.of(services)
        self.panel = SidePanel(services, self.memory, self.run)
        self.browser = Browser(self.panel, self.memory)
        self.table = self.browser.table
        self.cells = CellEditing(self.table, services, self.run)
        #: Projects to read again; None means everything.
        self._touched: set[int] | None = None
        #: Which projects the command that runs right now is about.
        self._about: frozenset[int] = frozenset()
        self._wished: int | None = None
        self._dialog: AddDialog | None = None
        self._export = InventoryExport(services, self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._idle = QTimer(self, singleShot=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.browser)
        self._connect()
        self._add_keys()

    def _connect(self) -> None:
        self.browser.adding.connect(self.add_project)
        self.browser.header.exports.clicked.connect(self._export.ask)
        self.browser.importing.connect(lambda: self.navigate.emit(PageTarget(PageId.IMPORTING)))
        self.browser.remembering.connect(lambda: self.memory.keep(self.services))
        self.table.chosen.connect(self._wait)
        self.table.opened.connect(self._open)
        self.table.deleting.connect(self.delete_selected)
        self.cells.handed_over.connect(self._ask_in_panel)
        self.panel.duplicating.connect(self.duplicate_selected)
        self.panel.deleting.connect(self.delete_selected)
        self.panel.asked_for.connect(self.show_project)
        self._rest.timeout.connect(self._follow)
        self._idle.timeout.connect(self._prepare)

    def _add_keys(self) -> None:
        whole = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+D"), self, context=whole).activated.connect(self.duplicate_selected)
        # Of the whole window: whoever came here by the rail has the focus there.
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._focus_search)
        # Of the whole window: an empty inventory has nothing that could have the focus, and a field has its own paste.
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self.paste)

    # Reading

    @override
    def refresh(self) -> None:
        """Read what has changed, or everything."""
        touched, self._touched = self._touched, set()
        snapshot = self.browser.snapshot
        if snapshot is None or touched is None or len(touched) > _FEW:
            snapshot = Snapshot(self.services.workspace, current())
            self.browser.show_snapshot(snapshot, self.services.workspace.now.astimezone().date())
        elif touched:
            self.browser.update_projects(touched, came_or_went=snapshot.update(touched))
        self._idle.start(_IDLE_MS)
        self.panel.refresh(snapshot)
        if self._wished is not None:
            self.show_project(self._wished)

    @override
    def _on_changes(self, changes: ChangeSet) -> None:
        if self._touched is not None:
            is_mine = changes.origin is self and bool(self._about)
            if is_mine and changes.kinds <= _OF_PROJECTS | {Kind.PLACEMENT}:
                self._touched |= self._about | changes.ids(Kind.PROJECT)
            elif changes.kinds & self.interests == frozenset({Kind.PROJECT}):
                self._touched |= changes.ids(Kind.PROJECT)
            elif changes.kinds & self.interests:
                self._touched = None
        super()._on_changes(changes)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Put off what was only waiting for a quiet moment: the file may be about to be closed."""
        super().hideEvent(event)
        self._rest.stop()
        self._idle.stop()

    def _prepare(self) -> None:
        if self.isVisible() and self.browser.snapshot is not None and not self.browser.snapshot.prepare():
            self._idle.start(_PAUSE_MS)

    # Commands

    @override
    def run(self, command: Command, *, offer_undo: bool = False) -> Outcome:
        """Run *command*; only what it is about is read again.

        Raises:
            DomainError: it was refused; nothing has changed.
        """
        self._about = _projects_of(command)
        try:
            return super().run(command, offer_undo=offer_undo)
        finally:
            self._about = frozenset()

    def add_project(self) -> None:
        """Ask for what a project needs, and add it."""
        snapshot = self.browser.snapshot
        if snapshot is None:
            return
        self._dialog = AddDialog(snapshot, self.run, self)
        self._dialog.added.connect(self._show_added)
        self._dialog.open()

    def _show_added(self, project: int) -> None:
        self.show_project(project)
        self.panel.edit()

    def duplicate_selected(self) -> None:
        """Make a copy of the selected project and show it."""
        chosen = self.table.selected_ids()
        snapshot = self.browser.snapshot
        if len(chosen) != 1 or snapshot is None:
            return
        title = _("{title} (copy)", title=snapshot.rows[chosen[0]].title)[:TITLE_LIMIT]
        outcome = self.perform(DuplicateProject(project=ProjectId(chosen[0]), title=title), offer_undo=True)
        if outcome is not None:
            self.show_project(outcome.value)

    def delete_selected(self) -> None:
        """Delete what is selected; the notice offers to undo."""
        chosen = self.table.selected_ids()
        if chosen:
            self.perform(DeleteProjects(projects=tuple(ProjectId(each) for each in chosen)), offer_undo=True)
            self._rest.start()

    def paste(self) -> None:
        """Hand a table from the clipboard to the importing page."""
        text = copied_table()
        if text:
            self.navigate.emit(PageTarget(PageId.IMPORTING, filters={"clipboard_text": text}))
        else:
            self.services.notices.say(no_table_words(), tone=Tone.ATTENTION)

    # Places

    def _wait(self, _ids: tuple[int, ...]) -> None:
        self._rest.start()

    @override
    def go_to(self, target: PageTarget) -> None:
        """Select a project, filter, begin a new project, or export them all."""
        if self.browser.snapshot is None:
            self.refresh()
        wanted = _wanted(target)
        if not wanted.is_everything:
            self.browser.want(wanted)
        if target.row is not None:
            self.show_project(target.row)
        if target.filters.get("add"):
            self.add_project()
        if target.filters.get("export"):
            self._export.ask()

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.panel.finish()
        return self.cells.finish()

    def show_project(self, project: int) -> None:
        """Select a project; one that has not been read yet is selected after the next reading."""
        self._wished = None if self.browser.show_project(project) else project
        if self._wished is None:
            self._follow()

    def _follow(self) -> None:
        if self.browser.snapshot is not None:
            self.panel.show_projects(self.browser.snapshot, self.table.selected_ids())

    def _open(self) -> None:
        self._follow()
        self.panel.edit()

    def _ask_in_panel(self, name: str, value: object) -> None:
        self._follow()
        self.panel.ask_for(name, value)

    def _focus_search(self) -> None:
        self.browser.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.browser.header.search.selectAll()


def _projects_of(command: Any) -> frozenset[int]:
    """Return which projects a command names."""
    one = getattr(command, "project", None)
    return frozenset(getattr(command, "projects", ()) if one is None else (one,))


def _wanted(target: PageTarget) -> Wanted:
    """Return what another page asks to see; words that mean nothing here are passed over."""
    filters = target.filters
    municipality, theme, missing = filters.get("municipality"), filters.get("theme"), filters.get("missing")
    return Wanted(
        municipalities=frozenset({municipality}) if isinstance(municipality, int) else frozenset(),
        themes=frozenset({theme}) if isinstance(theme, int) else frozenset(),
        missing=Missing(missing) if missing in set(Missing) else None,
    )
