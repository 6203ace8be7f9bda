"""What each column of a list is taken for, with examples; a person can say it better, once."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.lists.list_columns import EXTRA, IGNORED, SURE, ColumnChoice, ReadColumn
from smartstad_desktop.domain.lists.lists import ReadList, ReadSheet, SheetKind
from smartstad_desktop.exchange.sheets.columns import ROW_KEY
from smartstad_desktop.exchange.sheets.sheet_kinds import FORMS
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.importing.masking import masked_people
from smartstad_desktop.ui.importing.wording import short, title_of
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.calm_box import CalmBox
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Rule, Type, Weight
from smartstad_desktop.ui.kit.theme import Role

_SAMPLES: Final = 3
_WIDTH, _HEIGHT = 820, 520


class ColumnsDialog(Dialog):
    """Per sheet: heading with examples, what it is taken for and how surely, and everything else it could be."""

    #: Carries a tuple of ``ColumnChoice``: what was changed, and every answer to a question.
    chosen = Signal(object)

    def __init__(self, read: ReadList, town: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Columns of {name}", name=read.name), _("Use these columns"), parent)
        self.boxes: dict[tuple[str, str], MeaningBox] = {}
        remembered = (
            _("What you choose is remembered for lists from {municipality}.", municipality=town)
            if town
            else _("What you choose is remembered once you have said whose list it is and have imported it.")
        )
        self.body.addWidget(Label(remembered, role=Role.INK_SOFT, wraps=True))
        look = theme.current()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, look.space(10), 0)
        for sheet in read.sheets:
            column.addWidget(Label(_sheet_title(sheet, len(read.sheets)), Type.STRONG, Weight.SEMIBOLD))
            column.addLayout(self._grid(sheet))
        column.addStretch(1)
        area = _Area()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setMinimumWidth(inner.minimumSizeHint().width() + look.space(24))
        self.body.addWidget(area, 1)
        self.confirmed.connect(self._tell)
        asking = next((self.boxes[s.label, c.letter] for s in read.sheets for c in s.asking), None)
        (asking or next(iter(self.boxes.values()), self.cancel_button)).setFocus()

    def _tell(self, _values: object) -> None:
        self.chosen.emit(self.choices())

    def choices(self) -> tuple[ColumnChoice, ...]:
        """Return what a person has said: what differs from the guess, and what was asked."""
        return tuple(
            ColumnChoice(sheet, letter, box.meaning)
            for (sheet, letter), box in self.boxes.items()
            if box.column.is_asking or box.meaning != box.column.key
        )

    def _grid(self, sheet: ReadSheet) -> QGridLayout:
        look = theme.current()
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.space(16))
        grid.setVerticalSpacing(look.space(8))
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        # What is asked stands first: a list may have forty columns.
        for column in sorted(sheet.seen, key=lambda each: not each.is_asking):
            row = grid.rowCount()
            box = self.boxes[sheet.label, column.letter] = MeaningBox(column, sheet.kind)
            grid.addWidget(Label(column.letter, role=Role.INK_FAINT), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_Heading(column), row, 1)
            grid.addWidget(box, row, 2, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_Sureness(column), row, 3, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Rule(), row + 1, 0, 1, 4)
        return grid


class MeaningBox(CalmBox):
    """What a column may mean: the likely fields first, then all others, its own field, or nothing."""

    def __init__(self, column: ReadColumn, kind: SheetKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = column
        self.setAccessibleName(_("{heading} means", heading=column.heading))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(theme.current().space(230))
        likely = [each.key for each in column.candidates]
        if column.is_field and column.key not in likely:
            likely.insert(0, column.key)
        for key in likely:
            self.addItem(title_of(key, kind), key)
        if likely:
            self.insertSeparator(self.count())
        self.addItem(_("A field of its own"), EXTRA)
        self.addItem(_("Skip the column"), IGNORED)
        self.insertSeparator(self.count())
        others = [key for key in FORMS[kind].by_key if key not in likely and key != ROW_KEY]
        for key in sorted(others, key=lambda each: title_of(each, kind).casefold()):
            self.addItem(title_of(key, kind), key)
        self.setCurrentIndex(max(self.findData(column.key), 0))

    @property
    def meaning(self) -> str:
        """Return the key of the field, ``EXTRA`` or ``IGNORED``."""
        return str(self.currentData())


class _Heading(QWidget):
    """The heading of a column with some of its cells."""

    def __init__(self, column: ReadColumn) -> None:
        super().__init__()
        words = QVBoxLayout(self)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        heading = f"{column.group} / {column.heading}" if column.group else column.heading
        words.addWidget(Label(short(heading, 80), weight=Weight.SEMIBOLD, wraps=True))
        told = [short(masked_people(sample), 36) for sample in column.samples[:_SAMPLES]]
        if column.is_hidden:
            told.append(_("hidden in the sheet"))
        words.addWidget(Label(" · ".join(told) or _("no content"), Type.CAPTION, role=Role.INK_FAINT, wraps=True))


class _Sureness(QWidget):
    """How surely a column was understood, in a word with a picture."""

    def __init__(self, column: ReadColumn) -> None:
        super().__init__()
        sign, role, word = _sureness(column)
        picture = QLabel()
        picture.setPixmap(icons.pixmap(sign, role, theme.current().space(16)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.current().space(5), 0, 0)
        row.setSpacing(6)
        row.addWidget(picture)
        row.addWidget(Label(word, Type.CAPTION, Weight.MEDIUM, role))
        row.addStretch(1)


class _Area(QScrollArea):
    """Room for forty columns in a dialog that fits a small screen."""

    @override
    def sizeHint(self) -> QSize:
        """Return a useful size."""
        look = theme.current()
        return QSize(min(look.space(_WIDTH), 1000), min(look.space(_HEIGHT), 620))


def _sheet_title(sheet: ReadSheet, count: int) -> str:
    told = f"{label(sheet.kind)}: {sheet.label}" if count > 1 else sheet.label
    asking = len(sheet.asking)
    if not asking:
        return told
    return f"{told} – {ngettext('{count} column to decide', '{count} columns to decide', asking)}"


def _sureness(column: ReadColumn) -> tuple[str, Role, str]:
    if column.is_chosen:
        return "check", Role.GOOD, _("you said so")
    if not column.is_field:
        return "circle", Role.INK_FAINT, _("no field of ours")
    if column.is_asking:
        return "circle-help", Role.ATTENTION, _("please check")
    share = round(column.confidence * 100)
    return "circle-check", Role.GOOD, _("sure") if column.confidence >= SURE else _("{share} %", share=share)
