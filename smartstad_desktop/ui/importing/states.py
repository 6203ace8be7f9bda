"""What the page shows before and after the review: an invitation, and the result."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.clipboard import copied_table, no_table_words
from smartstad_desktop.ui.kit.parts import EmptyState, Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role


class Steps(QWidget):
    """Where in the import one is: files, columns, review, done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = (_("Choose files"), _("Columns"), _("Review"), _("Done"))
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, at: int) -> None:
        """Show the step *at*, counted from 0, as the present one; those before it are done."""
        self._at = at
        self.setAccessibleName(_("Step {number} of 4: {name}", number=at + 1, name=self._words[at]))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room for all steps."""
        metrics = QFontMetrics(text_font(Type.BODY, Weight.SEMIBOLD))
        look = theme.current()
        each = look.space(28) + look.space(8) + look.space(24)
        return QSize(sum(metrics.horizontalAdvance(word) + each for word in self._words), look.space(30))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a disc and a word per step."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, left = look.space(26), 0
        top = (self.height() - side) / 2
        font = text_font(Type.BODY, Weight.SEMIBOLD)
        for number, word in enumerate(self._words):
            is_ahead = number > self._at
            disc = QRectF(left, top, side, side)
            # The fill carries the figure in every look; the edge shows the disc where the fill is as dark as the page.
            painter.setPen(look.colour(Role.LINE if is_ahead else Role.PRIMARY))
            painter.setBrush(look.colour(Role.COLUMN if is_ahead else Role.PRIMARY))
            painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
            if number < self._at:
                tick = look.space(16)
                picture = icons.pixmap("check", Role.ON_PRIMARY, tick, self.devicePixelRatioF())
                painter.drawPixmap(round(left + (side - tick) / 2), round(top + (side - tick) / 2), picture)
            else:
                painter.setPen(look.colour(Role.INK_SOFT if is_ahead else Role.ON_PRIMARY))
                painter.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD))
                painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number + 1))
            left += side + look.space(8)
            width = QFontMetrics(font).horizontalAdvance(word)
            painter.setFont(font)
            painter.setPen(look.colour(Role.INK_FAINT if is_ahead else Role.INK))
            painter.drawText(QRectF(left, 0, width + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, word)
            left += width + look.space(24)


class Invitation(EmptyState):
    """What stands on the page before files have been chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "file-spreadsheet",
            _("Drop the municipalities’ lists here"),
            _(
                "One or many at once: Excel, LibreOffice or text files, in whatever shape they are. "
                "You see what would change before anything is saved."
            ),
            parent,
        )
        self.choose = Button(_("Choose files…"), ButtonKind.PRIMARY, "folder-open")
        self.paste = Button(_("Paste list"), icon="clipboard-paste")
        self.log = Button(_("Earlier imports"), icon="history")
        for button in (self.choose, self.paste, self.log):
            self.tools.addWidget(button)
        QGuiApplication.clipboard().dataChanged.connect(self._look)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Look at the clipboard: it was not watched while the page was hidden."""
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        """Offer to paste when there is something to paste; text that nobody is offered is not fetched."""
        if self.isVisible():
            is_there = bool(copied_table())
            self.paste.setEnabled(is_there)
            self.paste.setToolTip("" if is_there else no_table_words())


class Result(EmptyState):
    """What came of the import."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("circle-check-big", "", "", parent)
        self._kept = ""
        self.inventory = Button(_("Show in the inventory"), ButtonKind.PRIMARY, "folder-kanban")
        self.undo = Button(_("Undo the import"), icon="undo-2")
        self.failed = Button("", icon="file-down")
        self.more = Button(_("Import more lists"), icon="file-spreadsheet")
        for button in (self.inventory, self.undo, self.failed, self.more):
            self.tools.addWidget(button)

    def show_result(self, rows: int, files: int, waiting: int, failed: int) -> None:
        """Say how many rows were taken, from how many files (none when pasted), and how many wait for an answer.

        *failed* rows can be sent back to where they came from.
        """
        self.title.setText(ngettext("{count} row imported", "{count} rows imported", rows))
        words = ngettext("Save {count} row to send back…", "Save {count} rows to send back…", failed)
        self.failed.setText(words)
        self.failed.setVisible(failed > 0)
        words = [
            ngettext("From {count} file, as one step.", "From {count} files, as one step.", files)
            if files
            else _("From the clipboard, as one step.")
        ]
        if waiting:
            words.append(
                ngettext(
                    "{count} row was left out because it waits for an answer.",
                    "{count} rows were left out because they wait for an answer.",
                    waiting,
                )
            )
        self._kept = (
            _("The files are kept in the programme as they came.")
            if files
            else _("The text is kept in the programme as it came.")
        )
        words.append(self._kept)
        self.text.setText(" ".join(words))

    def show_undone(self) -> None:
        """Say that the import has been taken back."""
        self.undo.hide()
        self.failed.hide()
        self.title.setText(_("The import has been undone"))
        self.text.setText(" ".join((_("Nothing of it is left in the inventory."), self._kept)))
