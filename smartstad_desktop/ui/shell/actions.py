"""Every action of the window once, as data; menus, the command search and the list of shortcuts are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from smartstad_desktop.text.phrases import N_, _
from smartstad_desktop.text.phrases import current as phrases
from smartstad_desktop.ui.kit import icons
from smartstad_desktop.ui.kit.targets import PageId
from smartstad_desktop.ui.shell.pages import PAGES

if TYPE_CHECKING:
    from smartstad_desktop.ui.shell.deeds import Deeds


class When(StrEnum):
    """What must hold for an action to be possible."""

    ALWAYS = "always"
    FILE_OPEN = "file_open"
    WRITABLE = "writable"
    CAN_UNDO = "can_undo"
    CAN_REDO = "can_redo"


class Section(StrEnum):
    """The parts of the menu, in order."""

    FILE = "file"
    EDIT = "edit"
    GO = "go"
    WORKSHOP = "workshop"
    VIEW = "view"
    HELP = "help"


_SECTION_NAMES: Final = {
    Section.FILE: N_("File"),
    Section.EDIT: N_("Edit"),
    Section.GO: N_("Go"),
    Section.WORKSHOP: N_("Workshop"),
    Section.VIEW: N_("View"),
    Section.HELP: N_("Help"),
}
_ROLES: Final = {
    "settings": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
    "quit": QAction.MenuRole.QuitRole,
}


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: what it is called, drawn and reached by, when it is possible, and what it does."""

    id: str
    text: str
    icon: str
    keys: str
    when: When
    section: Section
    act: Callable[[Deeds], None]


def _go(page: PageId) -> Callable[[Deeds], None]:
    return lambda deeds: deeds.go(page)


#: A keyboard has no key for page ten, and the board has 0 for its size; the pages after are found by name.
_KEYED_PAGES: Final = 9
_PAGES: Final = tuple(
    ActionSpec(
        f"go_{spec.id}",
        spec.title,
        spec.icon,
        f"Ctrl+{number}" if number <= _KEYED_PAGES else "",
        When.FILE_OPEN,
        Section.GO,
        _go(spec.id),
    )
    for number, spec in enumerate(PAGES, start=1)
)


def _at_console(deed: str) -> Callable[[Deeds], None]:
    return lambda deeds: deeds.at_console(deed)


#: What can be done at the console of the workshop that is going on, from every page.
_CONSOLE: Final = tuple(
    ActionSpec(f"console_{deed}", text, icon, keys, when, Section.WORKSHOP, _at_console(deed))
    for deed, text, icon, keys, when in (
        ("next", N_("Next phase or part"), "chevron-right", "Ctrl+PgDown", When.WRITABLE),
        ("back", N_("Phase or part before"), "chevron-left", "Ctrl+PgUp", When.WRITABLE),
        ("clock", N_("Start or pause the clock"), "clock", "Ctrl+T", When.WRITABLE),
        ("wall", N_("Show on the wall, or take off"), "presentation", "F5", When.FILE_OPEN),
        ("freeze", N_("Freeze the wall"), "lock", "Ctrl+Shift+F", When.FILE_OPEN),
        ("blank", N_("Black wall"), "moon", "Ctrl+Shift+B", When.FILE_OPEN),
        ("larger", N_("Larger text on the wall"), "type", "Ctrl+Shift+L", When.FILE_OPEN),
        ("note", N_("Write a note"), "pencil", "Ctrl+Shift+A", When.WRITABLE),
        ("park", N_("Park something for later"), "circle-parking", "Ctrl+Shift+P", When.WRITABLE),
    )
)

ACTIONS: Final[tuple[ActionSpec, ...]] = (
    ActionSpec("new", N_("New programme…"), "file-plus-2", "Ctrl+N", When.ALWAYS, Section.FILE, lambda d: d.new_file()),
    ActionSpec("open", N_("Open file…"), "folder-open", "Ctrl+O", When.ALWAYS, Section.FILE, lambda d: d.open_file()),
    ActionSpec(
        "demo", N_("Open the demonstration region"), "sparkles", "", When.ALWAYS, Section.FILE, lambda d: d.open_demo()
    ),
    ActionSpec(
        "export_inventory",
        N_("Export the inventory…"),
        "file-down",
        "Ctrl+Shift+E",
        When.FILE_OPEN,
        Section.FILE,
        lambda d: d.hand_out.inventory(),
    ),
    ActionSpec(
        "packages",
        N_("Packages and hand-outs…"),
        "package",
        "",
        When.FILE_OPEN,
        Section.FILE,
        lambda d: d.hand_out.packages(),
    ),
    ActionSpec(
        "verify",
        N_("Check a plan PDF…"),
        "file-check",
        "",
        When.ALWAYS,
        Section.FILE,
        lambda d: d.verify_plan(),
    ),
    ActionSpec("close", N_("Close file"), "x", "Ctrl+W", When.FILE_OPEN, Section.FILE, lambda d: d.close_file()),
    ActionSpec("quit", N_("Quit"), "log-out", "Ctrl+Q", When.ALWAYS, Section.FILE, lambda d: d.quit()),
    ActionSpec("undo", N_("Undo"), "undo-2", "Ctrl+Z", When.CAN_UNDO, Section.EDIT, lambda d: d.steps.undo()),
    ActionSpec("redo", N_("Redo"), "redo-2", "Ctrl+Shift+Z", When.CAN_REDO, Section.EDIT, lambda d: d.steps.redo()),
    ActionSpec(
        "history", N_("History"), "history", "Ctrl+H", When.FILE_OPEN, Section.EDIT, lambda d: d.toggle_history()
    ),
    ActionSpec(
        "add_project",
        N_("Add project"),
        "plus",
        "Ctrl+Shift+N",
        When.WRITABLE,
        Section.EDIT,
        lambda d: d.add_project(),
    ),
    ActionSpec(
        "import", N_("Import lists…"), "download", "Ctrl+I", When.WRITABLE, Section.EDIT, lambda d: d.import_lists()
    ),
    *_PAGES,
    *_CONSOLE,
    ActionSpec(
        "search",
        N_("Search commands and projects"),
        "search",
        "Ctrl+K",
        When.ALWAYS,
        Section.VIEW,
        lambda d: d.search(),
    ),
    ActionSpec("larger", N_("Larger text"), "zoom-in", "Ctrl++", When.ALWAYS, Section.VIEW, lambda d: d.resize_text(1)),
    ActionSpec(
        "smaller", N_("Smaller text"), "zoom-out", "Ctrl+-", When.ALWAYS, Section.VIEW, lambda d: d.resize_text(-1)
    ),
    ActionSpec("theme", N_("Next look"), "contrast", "", When.ALWAYS, Section.VIEW, lambda d: d.next_theme()),
    ActionSpec("full", N_("Full screen"), "maximize", "F11", When.ALWAYS, Section.VIEW, lambda d: d.full_screen()),
    ActionSpec(
        "settings", N_("Settings"), "settings", "Ctrl+,", When.ALWAYS, Section.HELP, lambda d: d.show_settings()
    ),
    ActionSpec(
        "shortcuts",
        N_("Keyboard shortcuts"),
        "keyboard",
        "F1",
        When.ALWAYS,
        Section.HELP,
        lambda d: d.show_shortcuts(),
    ),
    ActionSpec(
        "about", N_("About SMARTstad and licences"), "info", "", When.ALWAYS, Section.HELP, lambda d: d.show_about()
    ),
)


def _do(act: Callable[[Deeds], None], deeds: Deeds, _is_checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt passes whether it is checked
    act(deeds)


class ActionTable:
    """The actions of one window as Qt's own, switched on and off together."""

    def __init__(self, window: QWidget, deeds: Deeds) -> None:
        self.by_id: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = self.by_id[spec.id] = QAction(phrases().text(spec.text), window)
            if spec.keys:
                action.setShortcut(QKeySequence(spec.keys))
            action.triggered.connect(partial(_do, spec.act, deeds))
            window.addAction(action)

    def enable(self, *, is_open: bool, is_writable: bool, undo: str, redo: str) -> None:
        """Switch every action by whether it is possible, and say what undo and redo are about."""
        holds = {
            When.ALWAYS: True,
            When.FILE_OPEN: is_open,
            When.WRITABLE: is_writable,
            When.CAN_UNDO: is_writable and bool(undo),
            When.CAN_REDO: is_writable and bool(redo),
        }
        for spec in ACTIONS:
            self.by_id[spec.id].setEnabled(holds[spec.when])
        self.by_id["undo"].setText(_("Undo: {step}", step=undo) if undo else _("Undo"))
        self.by_id["redo"].setText(_("Redo: {step}", step=redo) if redo else _("Redo"))

    def menu_bar(self, platform: str) -> QMenuBar | None:
        """Return the bar of menus where *platform* has one that belongs to no window; elsewhere the rail has the menu.

        Qt itself moves settings, about and quit into the menu of the program, by the roles they have here.
        """
        if platform != "darwin":
            return None
        for name, role in _ROLES.items():
            self.by_id[name].setMenuRole(role)
        bar = QMenuBar()
        for section in Section:
            menu = bar.addMenu(phrases().text(_SECTION_NAMES[section]))
            for spec in ACTIONS:
                if spec.section is section:
                    menu.addAction(self.by_id[spec.id])
        return bar

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of all actions, part by part."""
        made = QMenu(parent)
        for spec in ACTIONS:
            # Drawn when they are first seen: all of them together cost a tenth of the start.
            self.by_id[spec.id].setIcon(icons.icon(spec.icon))
        made.setToolTipsVisible(True)
        for section in Section:
            made.addSeparator()
            for spec in ACTIONS:
                if spec.section is section:
                    made.addAction(self.by_id[spec.id])
        return made
