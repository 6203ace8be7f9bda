"""A field for formatted text. What is kept is CommonMark; what is edited looks as it will be read."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from smartstad_desktop.exchange.documents.rich_lines import lines_of
from smartstad_desktop.exchange.documents.rich_writing import text_of
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_fields import TypedField
from smartstad_desktop.ui.kit.rich_document import lines_in, put_lines
from smartstad_desktop.ui.kit.rich_edit import RichEdit
from smartstad_desktop.ui.kit.rich_tools import RichTools


class RichField(TypedField):
    """Headings, lists, strong and stressed words, and links. The tools are seen while somebody writes here."""

    def __init__(self, name: str, label: str, *, hint: str = "", lines: int = 2) -> None:
        self.area = RichEdit(lines=lines)
        self.area.setPlaceholderText("–")
        super().__init__(name, label, self.area, hint=hint)
        self._is_putting = False
        self.tools = RichTools(self.area)
        policy = self.tools.sizePolicy()
        # The text does not jump when the tools come.
        policy.setRetainSizeWhenHidden(True)
        self.tools.setSizePolicy(policy)
        head = QHBoxLayout()
        head.setSpacing(theme.current().space(8))
        head.addWidget(self.label)
        head.addStretch(1)
        head.addWidget(self.tools)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertLayout(0, head)
        self.tools.hide()
        self.area.focused.connect(self._show_tools)
        self.area.textChanged.connect(self._typed)
        self.area.left.connect(self.commit)

    def _show_tools(self, is_here: bool) -> None:  # noqa: FBT001  Qt's signal carries it so
        self.tools.setVisible(is_here and not self.area.isReadOnly())

    def _typed(self) -> None:
        if not self._is_putting:
            self.pause.start()

    @override
    def text(self) -> str:
        """Return what stands in the area, as CommonMark."""
        return text_of(lines_in(self.area.document()))

    @override
    def put(self, text: str) -> None:
        """Show *text*; what could be undone in the area belonged to what stood there before."""
        self._is_putting = True
        put_lines(self.area.document(), lines_of(text))
        self.area.document().clearUndoRedoStacks()
        self._is_putting = False

    @override
    def shown(self, value: Any) -> str:
        """Return *value* as it would be written here, so that looking at it changes nothing."""
        return text_of(lines_of("" if value is None else str(value)))
