"""What stands beside the files when the chosen one shows no rows: it is being read, or it cannot be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.importing.file_faces import FileFace, FileState
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.parts import EmptyState, Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role


class Working(QWidget):
    """Work that goes on, with how far it has come and the way to stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", Type.TITLE, Weight.SEMIBOLD)
        self.what = Label("", role=Role.INK_SOFT)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(theme.current().space(420))
        self.cancel = Button(_("Cancel"))
        column = QVBoxLayout(self)
        column.setSpacing(theme.current().space(14))
        column.addStretch(2)
        for each in (self.title, self.what, self.bar, self.cancel):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_work(self, title: str, what: str, done: int, total: int, cancel: str) -> None:
        """Show what is done, and how far it is; a total of 0 is not known."""
        self.title.setText(title)
        self.bar.setAccessibleName(title)
        self.what.setText(what)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.cancel.setText(cancel)
        self.cancel.setVisible(bool(cancel))
        self.cancel.updateGeometry()


class Trouble(EmptyState):
    """Why a file cannot be imported, and what can be tried: its password, reading it again, letting go of it."""

    #: Carries the password.
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("file-x-2", _("This file cannot be imported"), "", parent)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(_("Password"))
        self.password.setAccessibleName(_("Password of the file"))
        self.password.setFixedWidth(theme.current().space(240))
        self.open = Button(_("Open the file"), ButtonKind.PRIMARY, "lock-open")
        self.note = Label("", Type.CAPTION, role=Role.INK_FAINT)
        self.note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.again = Button(_("Read again"), icon="rotate-ccw")
        self.remove = Button(_("Take the file away"))
        self._field = QWidget()
        row = QHBoxLayout(self._field)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.password)
        row.addWidget(self.open)
        for each in (self._field, self.again, self.remove):
            self.tools.addWidget(each)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.count() - 1, self.note)
        self.password.returnPressed.connect(self._give)
        self.open.clicked.connect(self._give)

    def show_file(self, face: FileFace, *, is_wrong: bool) -> None:
        """Show why *face* cannot be imported; *is_wrong* says that the password that was given does not open it."""
        is_locked = face.state is FileState.LOCKED
        self.title.setText(_("The file has a password") if is_locked else _("This file cannot be imported"))
        self.text.setText(face.lines)
        self.text.set_role(Role.BAD if is_wrong else Role.INK_SOFT)
        self._field.setVisible(is_locked)
        self.again.setVisible(not is_locked)
        self.note.setText(_("The password is only used to open the file. It is not kept.") if is_locked else "")
        if not is_locked:
            self.password.clear()

    def _give(self) -> None:
        if self.password.text():
            self.opened.emit(self.password.text())


class Edge(QWidget):
    """The line between the files and the rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.current().colour(Role.LINE))
        self.setPalette(palette)

    @override
    def focusPolicy(self) -> Qt.FocusPolicy:
        """Take no focus."""
        return Qt.FocusPolicy.NoFocus
