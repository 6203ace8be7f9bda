"""The desk of a routine: one version with its stages, points and roles, what differs, and who works by it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Any, Final, TypeVar

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.testbeds.routines import RoutineKind, RoutineState
from smartstad_desktop.reads.testbeds.routines import RoutineSheet, in_force, routine_sheet, versions
from smartstad_desktop.text.phrases import N_, _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.frames import offer
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.parts import EmptyState, PageHeader
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.routines.adoption import AdoptionView
from smartstad_desktop.ui.routines.comparison import ComparisonView
from smartstad_desktop.ui.routines.content import ContentView
from smartstad_desktop.ui.routines.deeds import RoutineDeeds
from smartstad_desktop.ui.routines.roles import RolesView
from smartstad_desktop.ui.routines.rows import shown
from smartstad_desktop.ui.routines.versions import fill_menu, subtitle, version_line

View = TypeVar("View", bound=QWidget)

#: The parts of the desk, each with the attribute it is kept in.
PARTS: Final = {
    "content": N_("Stages and points"),
    "roles": N_("Roles"),
    "comparison": N_("What differs"),
    "adoption": N_("Municipalities"),
}


class RoutineDesk(Page):
    """Shows one version of a routine. Put it into a page; ``closed`` asks to go back there."""

    closed = Signal()

    interests = frozenset(
        {
            Kind.ROUTINE,
            Kind.ROUTINE_STAGE,
            Kind.CHECKLIST_ITEM,
            Kind.ROUTINE_ROLE,
            Kind.ROUTINE_ADOPTION,
            Kind.LOCAL_DEVIATION,
            Kind.ROUTINE_CASE,
            Kind.MUNICIPALITY,
        }
    )

    def __init__(
        self,
        services: Services,
        routine: int,
        parent: QWidget | None = None,
        *,
        kind: RoutineKind = RoutineKind.TESTBED,
    ) -> None:
        super().__init__(services, parent)
        self.routine = routine
        self.sheet: RoutineSheet | None = None
        self.kind = kind
        self.header = PageHeader("")
        self.back = Button(_("To the cases"), ButtonKind.PLAIN, "arrow-left")
        self.version = Button("", ButtonKind.PLAIN, "history")
        self.more = Button("", ButtonKind.PLAIN, "ellipsis")
        self.deed = Button("", ButtonKind.PRIMARY)
        self.menu, self.more_menu = QMenu(self), QMenu(self)
        self.deeds = RoutineDeeds(self, self)
        self.parts = ChipRow(_("Parts of the routine"), single=True)
        self.places = QStackedWidget()
        self.nothing = self._nothing()
        self._arrange()
        self._connect()
        self.setFocusProxy(self.content.stages)

    def _arrange(self) -> None:
        space = theme.current().space
        self.places.addWidget(self.nothing)
        self.more.setAccessibleName(_("More for this routine"))
        self.more.setToolTip(_("More for this routine"))
        for button in (self.back, self.version, self.more, self.deed):
            self.header.tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(26), space(18), space(22), space(16))
        column.setSpacing(space(10))
        column.addWidget(self.header)
        column.addWidget(self.parts)
        column.addWidget(self.places, 1)
        self.parts.show_faces([ChipFace(key, current().text(name)) for key, name in PARTS.items()])
        self.parts.set_keys(frozenset({"content"}))

    # The parts are made when they are first shown

    @cached_property
    def content(self) -> ContentView:
        """Return the stages and points."""
        return self._placed(ContentView(self))

    @cached_property
    def roles(self) -> RolesView:
        """Return the roles."""
        return self._placed(RolesView(self))

    @cached_property
    def comparison(self) -> ComparisonView:
        """Return what differs."""
        return self._placed(ComparisonView(self))

    @cached_property
    def adoption(self) -> AdoptionView:
        """Return who works by it."""
        return self._placed(AdoptionView(self))

    def _placed(self, part: View) -> View:
        self.places.addWidget(part)
        return part

    def _nothing(self) -> EmptyState:
        made = EmptyState(
            "book-open",
            _("No routine yet"),
            _("A routine says which stages a case goes through and what has to be settled in each."),
        )
        offer(made, _("New routine…"), self.deeds.add_routine)
        return made

    def _connect(self) -> None:
        self.back.clicked.connect(self.close_desk)
        self.version.clicked.connect(lambda: self._open_menu(self.version, self.menu))
        self.more.clicked.connect(lambda: self._open_menu(self.more, self.more_menu))
        self.deed.clicked.connect(self.deeds.go_on)
        self.parts.picked.connect(self._pick)

    # What the page around asks

    def show_routine(self, routine: int) -> None:
        """Show another version."""
        self.finish()
        self.routine = routine
        self.refresh()

    def show_part(self, part: str) -> None:
        """Show a part of the desk, one of ``PARTS``."""
        self.finish()
        self.parts.set_keys(frozenset({part}))
        self.refresh()

    def close_desk(self) -> None:
        """Ask to leave, with everything saved."""
        self.finish()
        self.closed.emit()

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.finish()
        return True

    @override
    def refresh(self) -> None:
        """Read the version; one that has been taken away gives its place to the one in force."""
        read = self.services.workspace.read
        sheet = read(routine_sheet, self.routine)
        if sheet is None:
            other = read(in_force, self.kind)
            if other is None:
                self.sheet = None
                self._show_nothing()
                return
            self.routine = other.id
            sheet = read(routine_sheet, other.id)
        if sheet is not None:
            self.sheet = replace(sheet, is_locked=self.services.workspace.is_read_only)
            self.kind = sheet.row.kind
            self._show(self.sheet)

    # Inside

    def _show(self, sheet: RoutineSheet) -> None:
        self.header.set_title(shown(sheet.row.name), _join(subtitle(sheet.row), sheet.row.note))
        self.version.setText(version_line(sheet.row))
        self.version.setAccessibleName(_("Choose version: {version}", version=version_line(sheet.row)))
        has_draft = any(row.state is RoutineState.DRAFT for row in sheet.versions)
        self.deed.setText(_("Adopt…") if sheet.is_draft else (_("To the draft") if has_draft else _("Begin a draft")))
        self.deed.set_picture("check" if sheet.is_draft else "pencil")
        for part in (self.version, self.more, self.deed, self.parts):
            part.show()
        self.deed.setVisible(not sheet.is_locked or (has_draft and not sheet.is_draft))
        self.more.setVisible(not sheet.is_locked)
        view: Any = getattr(self, str(next(iter(self.parts.keys() or {"content"}))))
        view.show_sheet(sheet)
        self.places.setCurrentWidget(view)

    def _show_nothing(self) -> None:
        self.header.set_title(_("Routine"))
        for part in (self.version, self.more, self.deed, self.parts):
            part.hide()
        self.places.setCurrentWidget(self.nothing)

    def _pick(self, keys: frozenset[object]) -> None:
        self.show_part(str(next(iter(keys), "content")))

    def _open_menu(self, button: Button, menu: QMenu) -> None:
        if self.sheet is None:
            return
        if menu is self.menu:
            fill_menu(menu, self.services.workspace.read(versions), self.sheet.row, self.show_routine)
        else:
            self.deeds.fill(menu)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def finish(self) -> None:
        """Save what is being typed."""
        made: dict[str, Any] = vars(self)
        for name in ("content", "roles", "adoption"):
            if name in made:
                made[name].finish()


def _join(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
