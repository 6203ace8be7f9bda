"""The municipalities beneath each other; those of the past stand in a part of their own that can be folded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from smartstad_desktop.domain.programme.sizes import size_class
from smartstad_desktop.domain.programme.work import Onboarding
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads.programme.programme import MunicipalityRow
from smartstad_desktop.reads.programme.succession import Descent
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.text.programme.successions import became_words, came_words, former_name_words, size_word
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.chips import ChipFace, MenuChip
from smartstad_desktop.ui.kit.folding_section import FoldingSection
from smartstad_desktop.ui.kit.marks import Mark, MarkLabel
from smartstad_desktop.ui.kit.parts import Label, Panel, Rule, Type, Weight
from smartstad_desktop.ui.kit.theme import Role

_NONE: Final = Descent((), (), ())
#: How many columns a row has.
_COLUMNS: Final = 6


class MunicipalityList(Panel):
    """Each municipality with its facts, where it came from, how far it has come, and what can be done with it."""

    #: Each carries the row that is meant.
    change_asked = Signal(object)
    removal_asked = Signal(object)
    workbook_asked = Signal(object)
    renaming_asked = Signal(object)
    merger_asked = Signal(object)
    split_asked = Signal(object)
    note_asked = Signal(object)
    #: Carries the row, and the ``Onboarding`` it has come to or None.
    onboarding_picked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.past: FoldingSection | None = None
        self._is_open = False
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self._area, 1)

    def show_rows(self, rows: Sequence[MunicipalityRow], descents: Mapping[MunicipalityId, Descent]) -> None:
        """Show *rows*; focus stays on the button it was on, and the list where it was scrolled to."""
        focused = cast("QWidget | None", self.focusWidget())
        place = focused.objectName() if focused is not None else ""
        scrolled = self._area.verticalScrollBar().value()
        sheet = QWidget()
        sheet.setAutoFillBackground(True)
        sheet.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 4, 8, 4)
        column.addWidget(self._lines([row for row in rows if not row.is_ended], descents))
        past = [row for row in rows if row.is_ended]
        self.past = self._fold(past, descents) if past else None
        if self.past is not None:
            column.addWidget(self.past)
        column.addStretch(1)
        self._area.setWidget(sheet)
        if self.past is not None and self._is_open:
            self.past.open()
        sheet.adjustSize()
        self._area.verticalScrollBar().setValue(scrolled)
        again = sheet.findChild(QWidget, place) if place else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self, rows: Sequence[MunicipalityRow], descents: Mapping[MunicipalityId, Descent]) -> FoldingSection:
        made = FoldingSection(
            _("Municipalities of the past"), lambda inside: inside.addWidget(self._lines(rows, descents))
        )
        made.head.setObjectName("past")
        made.head.set_note(current().number(len(rows)))
        made.folded.connect(self._remember)
        return made

    def _remember(self, is_open: bool) -> None:  # noqa: FBT001  Qt's signal carries it so
        self._is_open = is_open

    def _lines(self, rows: Sequence[MunicipalityRow], descents: Mapping[MunicipalityId, Descent]) -> QWidget:
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.current().space(14))
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(rows):
            self._put(grid, number * 2, row, descents.get(row.id, _NONE))
        return lines

    def _put(self, grid: QGridLayout, line: int, row: MunicipalityRow, descent: Descent) -> None:
        grid.addWidget(MarkLabel(Mark(row.mark, row.colour, row.name)), line, 0)
        grid.addLayout(_words(row, descent), line, 1)
        if not row.is_ended:
            grid.addWidget(self._steps(row), line, 2)
            send = icon_button("file-spreadsheet", _("Make a workbook for {name}", name=row.short_name))
            send.setObjectName(f"send-{row.id}")
            send.clicked.connect(lambda: self.workbook_asked.emit(row))
            grid.addWidget(send, line, 3)
        change = icon_button("pencil", _("Change {name}", name=row.short_name))
        change.setObjectName(f"change-{row.id}")
        change.clicked.connect(lambda: self.change_asked.emit(row))
        more = icon_button("ellipsis", _("More about {name}", name=row.short_name))
        more.setObjectName(f"more-{row.id}")
        more.clicked.connect(lambda: self.menu(row, more).popup(more.mapToGlobal(QPoint(0, more.height() + 2))))
        grid.addWidget(change, line, 4)
        grid.addWidget(more, line, 5)
        grid.addWidget(Rule(), line + 1, 0, 1, _COLUMNS)

    def _steps(self, row: MunicipalityRow) -> MenuChip:
        told = _("How far?") if row.onboarding is None else label(row.onboarding)
        chip = MenuChip(ChipFace("onboarding", told))
        chip.setObjectName(f"onboarding-{row.id}")
        chip.setAccessibleName(_("How far {name} has come: {state}", name=row.short_name, state=told))
        chip.setToolTip(row.onboarding_note.replace("<", "‹"))
        chip.show_state(ChipFace("onboarding", told), is_on=row.onboarding is not None)
        for action, state in chip.offer([(each, label(each)) for each in Onboarding], {row.onboarding}).items():
            action.triggered.connect(lambda _on=False, state=state: self.onboarding_picked.emit(row, state))
        chip.menu.addSeparator()
        chip.menu.addAction(_("Write a note…")).triggered.connect(lambda: self.note_asked.emit(row))
        return chip

    def menu(self, row: MunicipalityRow, parent: QWidget) -> QMenu:
        """Return what can be done with *row*; one of the past does not change any more."""
        menu = QMenu(parent)
        menu.aboutToHide.connect(menu.deleteLater)
        if not row.is_ended:
            for text, signal in (
                (_("Change its name…"), self.renaming_asked),
                (_("Merge others into it…"), self.merger_asked),
                (_("Split it…"), self.split_asked),
            ):
                menu.addAction(text).triggered.connect(lambda _on=False, signal=signal: signal.emit(row))
            menu.addSeparator()
        remove = menu.addAction(_("Remove {name}", name=row.short_name.replace("&", "&&")))
        remove.triggered.connect(lambda: self.removal_asked.emit(row))
        return menu


def _words(row: MunicipalityRow, descent: Descent) -> QVBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(0)
    role = Role.INK if row.is_participating else Role.INK_FAINT
    words.addWidget(Label(row.name, Type.BODY, Weight.SEMIBOLD, role, wraps=True))
    words.addWidget(Label(facts(row), Type.CAPTION, role=Role.INK_SOFT, wraps=True, figures=True))
    told = history(row, descent)
    if told:
        words.addWidget(Label(told, Type.CAPTION, role=Role.INK_SOFT, wraps=True))
    if row.onboarding_note:
        words.addWidget(Label(row.onboarding_note, Type.CAPTION, role=Role.INK_FAINT, wraps=True))
    return words


def facts(row: MunicipalityRow) -> str:
    """Return code, county, inhabitants, size, kind and projects of a municipality in one line."""
    phrases = current()
    people = ""
    if row.population is not None:
        people = ngettext("{count} inhabitant", "{count} inhabitants", row.population)
        people += "" if row.population_year is None else f" ({row.population_year})"
    told = (
        _code(row),
        row.county,
        people,
        "" if row.population is None else size_word(size_class(row.population), phrases),
        "" if row.settlement is None else label(row.settlement).lower(),
        # What went along is with the one that came after.
        ngettext("{count} project", "{count} projects", row.project_count)
        if row.project_count or not row.is_ended
        else "",
    )
    # A line breaks between two facts, not within one.
    return " · ".join(part.replace(" ", "\u00a0") for part in told if part)


def history(row: MunicipalityRow, descent: Descent) -> str:
    """Return where a municipality came from, what it was called and what it became, each as a sentence."""
    told: list[str] = []
    grouped: dict[tuple[object, date | None], list[str]] = {}
    for kin in descent.before:
        grouped.setdefault((kin.kind, kin.happened_on), []).append(kin.name)
    for kin in descent.before:
        names = grouped.pop((kin.kind, kin.happened_on), None)
        if names:
            told.append(came_words(kin.kind, names, kin.happened_on))
    told += [former_name_words(former.name, former.valid_to) for former in descent.names]
    told += [became_words(kin.kind, kin.name, kin.happened_on) for kin in descent.after]
    if row.is_ended and row.valid_to is not None and not descent.after:
        told.append(_("Ended {day}", day=current().day(row.valid_to)))
    return ". ".join(told) + ("." if told else "")


def _code(row: MunicipalityRow) -> str:
    if row.is_ended:
        return row.codes[-1].code if row.codes else ""
    today = date.today()  # noqa: DTZ011  the code in force where the user sits
    now = [code.code for code in row.codes if (code.valid_from or date.min) <= today <= (code.valid_to or date.max)]
    return ", ".join(now)
