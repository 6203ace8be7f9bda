"""What every municipality has said of a procurement: a grid that is written in, in three parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.procurement.procurement import Interest, MandateState
from smartstad_desktop.reads.procurement.cases import PartyRow
from smartstad_desktop.text import trouble
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import N_, _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.calm_fields import LineField, TypedField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField, MoneyField
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.fields import Field
from smartstad_desktop.ui.kit.marks import Mark, MarkLabel
from smartstad_desktop.ui.kit.parts import Label, Panel, Rule, Type, Weight
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.procurement.parties import EditParty

#: The parts of the grid: which fields stand in each, and how wide each column is at least.
HALVES: Final[Mapping[str, tuple[tuple[str, int], ...]]] = {
    N_("Interest and volume"): (
        ("interest", 120),
        ("volume", 142),
        ("value", 102),
        ("current_supplier", 108),
        ("current_ends_on", 98),
    ),
    N_("Contact and mandate"): (("contact_role", 130), ("mandate", 172), ("mandate_on", 104), ("letter", 150)),
    N_("Decision and contract"): (("decided_on", 104), ("contract_on", 104), ("comment", 260)),
}
_FIRST: Final = frozenset(name for name, _least in next(iter(HALVES.values())))
#: So many columns stand beside the name at most.
_MOST: Final = max(len(columns) for columns in HALVES.values())


class PartyLine:
    """The fields of one municipality."""

    def __init__(self, party: PartyRow, grid: PartyGrid) -> None:
        self.municipality = party.municipality
        self.mark = MarkLabel(Mark(party.mark, party.colour, party.full_name))
        self.name = Label(party.name, Type.BODY, Weight.SEMIBOLD)
        self.rule = Rule()
        self.letter = Button("", ButtonKind.QUIET, "paperclip")
        self.letter.clicked.connect(partial(grid.letter_wanted.emit, party.municipality))
        self.fields: dict[str, Field] = {
            "interest": CalmChoice("interest", "", [(None, "–"), *((each, label(each)) for each in Interest)]),
            "mandate": CalmChoice("mandate", "", [(each, label(each)) for each in MandateState]),
            "value": MoneyField("value", ""),
            **{name: DayField(name, "") for name in ("current_ends_on", "mandate_on", "decided_on", "contract_on")},
            **{name: LineField(name, "") for name in ("contact_role", "volume", "current_supplier", "comment")},
        }
        # What has no parent is a window once it is shown.
        for widget in (self.mark, self.name, self.rule, self.letter, *self.fields.values()):
            widget.setParent(grid)
        for name, field in self.fields.items():
            field.editor.setAccessibleName(f"{party.name}: {field_name(name)}")
            field.edited.connect(partial(grid.write, self, name))

    def show_party(self, party: PartyRow, *, is_locked: bool) -> None:
        """Show what the municipality has said."""
        for name, field in self.fields.items():
            if not field.error:
                field.set_value(getattr(party, name))
            # Who has not been asked is asked first: with an interest, a volume or a contract that ends.
            field.setEnabled(party.is_asked or (not is_locked and name in _FIRST))
        self.letter.setText(party.mandate_file or _("Add the letter…"))
        self.letter.setAccessibleName(f"{party.name}: {self.letter.text()}")
        self.letter.setEnabled(party.is_asked)
        is_in = party.is_party or not is_locked
        self.name.set_role(Role.INK if is_in else Role.INK_FAINT)

    def place(self, name: str) -> QWidget:
        """Return what stands in a column."""
        return self.letter if name == "letter" else self.fields[name]


class PartyGrid(Panel):
    """All municipalities of the programme, with what each has said."""

    #: Carries a municipality whose mandate letter is to be added or seen.
    letter_wanted = Signal(int)

    def __init__(self, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self._run = run
        self._case = 0
        self.lines: dict[int, PartyLine] = {}
        self.halves = ChipRow(_("What is shown of the municipalities"), single=True)
        self.halves.show_faces([ChipFace(name, current().text(name)) for name in HALVES])
        self.halves.set_keys(frozenset({next(iter(HALVES))}))
        self.halves.picked.connect(self._pick)
        self.note = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self._half = next(iter(HALVES))
        self._heads: list[Label] = []
        inside = QWidget()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(space(6))
        self._grid.setVerticalSpacing(space(2))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, space(8), 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        # A scroll area fills what it is given; the paper behind is painted once, by the panel.
        inside.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)
        self.column.setContentsMargins(space(18), space(14), space(10), space(10))
        self.column.addWidget(self.halves)
        self.column.addWidget(self.note)
        self.column.addWidget(self.area, 1)

    def show_parties(self, case: int, parties: Sequence[PartyRow], *, is_locked: bool) -> None:
        """Show the municipalities of a case."""
        if case != self._case or [each.municipality for each in parties] != list(self.lines):
            self.finish()
            self._make(parties)
        self._case = case
        for party in parties:
            self.lines[party.municipality].show_party(party, is_locked=is_locked)
        self.note.setText(
            _("The parties are locked: those in grey cannot call off.")
            if is_locked
            else _("Who says nothing has not been asked. Values are for the whole contract, without VAT.")
        )

    def finish(self) -> None:
        """Save what is being typed."""
        for line in self.lines.values():
            for field in line.fields.values():
                if isinstance(field, TypedField):
                    field.commit()

    def write(self, line: PartyLine, name: str, value: Any) -> None:
        """Write what was said in a field; a refusal stays in it."""
        field = line.fields[name]
        try:
            self._run(
                EditParty(
                    case=self._case,
                    municipality=line.municipality,
                    changes={name: value},
                    is_typing=isinstance(field, TypedField),
                )
            )
        except DomainError as error:
            field.show_error(trouble.sentence(error))
        else:
            field.show_error("")

    def _make(self, parties: Sequence[PartyRow]) -> None:
        for line in self.lines.values():
            for old in (line.mark, line.name, line.letter, line.rule, *line.fields.values()):
                self._grid.removeWidget(old)
                old.hide()
                old.deleteLater()
        self.lines = {party.municipality: PartyLine(party, self) for party in parties}
        for number, line in enumerate(self.lines.values()):
            at = number * 2 + 1
            self._grid.addWidget(line.mark, at, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(line.name, at, 1)
            self._grid.addWidget(line.rule, at + 1, 0, 1, _MOST + 2)
        self._arrange()

    def _pick(self, _keys: object) -> None:
        # One part is always shown: a second click does not switch it off.
        self._half = str(next(iter(self.halves.keys()), self._half))
        self.halves.set_keys(frozenset({self._half}))
        self._arrange()

    def _arrange(self) -> None:
        shown = HALVES[self._half]
        for head in self._heads:
            self._grid.removeWidget(head)
            head.hide()
            head.deleteLater()
        self._heads = []
        for place, (name, least) in enumerate(shown, 2):
            words = _("Signed letter") if name == "letter" else field_name(name)
            head = Label(words, Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT, wraps=True)
            head.setIndent(theme.current().space(7))
            self._heads.append(head)
            self._grid.addWidget(head, 0, place, Qt.AlignmentFlag.AlignBottom)
            self._grid.setColumnMinimumWidth(place, theme.current().space(least))
            self._grid.setColumnStretch(place, least)
        for place in range(len(shown) + 2, _MOST + 2):
            self._grid.setColumnMinimumWidth(place, 0)
            self._grid.setColumnStretch(place, 0)
        names = [name for name, _least in shown]
        for number, line in enumerate(self.lines.values()):
            for name in (*line.fields, "letter"):
                widget = line.place(name)
                self._grid.removeWidget(widget)
                if name in names:
                    self._grid.addWidget(widget, number * 2 + 1, names.index(name) + 2)
                widget.setVisible(name in names)
