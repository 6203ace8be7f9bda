"""What can be done with formatted text: a line of small buttons, the same in the menu, and the question for a link."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.rich_text import LineKind, LinkUnusable, completed_address, is_address
from smartstad_desktop.text.phrases import N_, _, current
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.fields import TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.rich_edit import KEYS, RichEdit

#: Each tool by what it does: its picture and its name.
TOOLS: Final[dict[str, tuple[str, str]]] = {
    LineKind.HEADING: ("heading-2", N_("Heading")),
    LineKind.SUBHEADING: ("heading-3", N_("Smaller heading")),
    "strong": ("bold", N_("Bold")),
    "emphasis": ("italic", N_("Italic")),
    LineKind.BULLET: ("list", N_("Bulleted list")),
    LineKind.NUMBER: ("list-ordered", N_("Numbered list")),
    "link": ("link", N_("Link…")),
}
_SIDE: Final = 28


class RichTools(QWidget):
    """The buttons over an editor. They never take the focus: keys and the menu do the same."""

    def __init__(self, edit: RichEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().space(2))
        self.buttons: dict[str, Button] = {}
        for tool, (icon, name) in TOOLS.items():
            button = self.buttons[tool] = icon_button(icon, f"{current().text(name)} ({_native(tool)})")
            button.setFixedSize(theme.current().space(_SIDE), theme.current().space(_SIDE - 2))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCheckable(tool != "link")
            button.clicked.connect(partial(self.use, tool))
            row.addWidget(button)
        edit.cursorPositionChanged.connect(self.show_state)
        edit.currentCharFormatChanged.connect(self.show_state)
        edit.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        edit.customContextMenuRequested.connect(self._show_menu)
        edit.link_asked.connect(self.ask_link)

    def use(self, tool: str, *_state: object) -> None:
        """Do what *tool* is for."""
        acts: dict[str, Callable[[], object]] = {
            "strong": self._edit.toggle_strong,
            "emphasis": self._edit.toggle_emphasis,
            "link": self.ask_link,
        }
        acts.get(tool, lambda: self._edit.toggle_kind(LineKind(tool)))()
        self.show_state()

    def show_state(self, *_format: object) -> None:
        """Show how the text is where the cursor stands."""
        on = {self._edit.kind: True, "strong": self._edit.is_strong, "emphasis": self._edit.fontItalic()}
        for tool, button in self.buttons.items():
            button.setChecked(button.isCheckable() and on.get(tool, False))

    def _show_menu(self, at: QPoint) -> None:
        menu = self._edit.createStandardContextMenu(at)
        if not self._edit.isReadOnly():
            menu.addSeparator()
            for tool, (icon, name) in TOOLS.items():
                action = menu.addAction(icons.icon(icon), current().text(name))
                action.setShortcut(QKeySequence(KEYS[tool]))
                action.triggered.connect(partial(self.use, tool))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._edit.viewport().mapToGlobal(at))

    def ask_link(self) -> Dialog:
        """Ask where a link leads; an empty address takes it away."""
        cursor, was_link = self._edit.word_or_selection(), self._edit.link
        dialog = Dialog(_("Link"), _("Use link"), self)
        dialog.add(
            TextField("address", _("Address"), hint=_("As skr.se, https://skr.se/smart or namn@kommun.se")),
            TextField("words", _("Shown as")),
        )
        dialog.fields["address"].set_value(was_link)
        dialog.fields["words"].set_value(cursor.selectedText().replace("\u2029", " "))

        def check(values: dict[str, Any]) -> None:
            address = completed_address(values["address"])
            if address and not is_address(address):
                raise LinkUnusable(field="address", text=values["address"])

        def put(values: dict[str, Any]) -> None:
            words = values["words"] or values["address"]
            if words:
                self._edit.put_link(cursor, words, completed_address(values["address"]))

        dialog.check_with(check)
        dialog.confirmed.connect(put)
        dialog.open()
        return dialog


def _native(tool: str) -> str:
    return QKeySequence(KEYS[tool]).toString(QKeySequence.SequenceFormat.NativeText)
