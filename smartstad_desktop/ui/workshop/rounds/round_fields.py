"""The rules of a round as fields; only those that the chosen method has are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.programme.programme import NumberUnreadable
from smartstad_desktop.domain.workshop.voting import Method, Unit, Visibility
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_fields import LineField, TypedField
from smartstad_desktop.ui.kit.calm_values import NumberField
from smartstad_desktop.ui.kit.fields import CheckField, ChoiceField, Field, LongTextField, TextField
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.sentences import UNIT_HINTS, VISIBILITY_HINTS, WHEN_TO_USE, said

if TYPE_CHECKING:
    from smartstad_desktop.reads.inventory import MunicipalityFace
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.session_rows import AgendaRow

#: The fields that only some methods have.
_ONLY: Final[Mapping[str, frozenset[Method]]] = {
    "marks": frozenset({Method.DOTS}),
    "most_per_item": frozenset({Method.DOTS}),
    "low": frozenset({Method.IMPACT_EFFORT}),
    "high": frozenset({Method.IMPACT_EFFORT}),
    "cut_x": frozenset({Method.IMPACT_EFFORT}),
    "cut_y": frozenset({Method.IMPACT_EFFORT}),
    "columns": frozenset({Method.COLUMNS}),
}
_PAIRS: Final = (("marks", "most_per_item"), ("low", "high"), ("cut_x", "cut_y"))


class DecimalField(LineField):
    """A number with decimals, or nothing."""

    @override
    def parse(self, text: str) -> float | None:
        """Return the number."""
        plain = "".join(text.split()).replace(",", ".")
        try:
            return float(plain) if plain else None
        except ValueError:
            raise NumberUnreadable(field=self.name, text=text.strip()) from None

    @override
    def shown(self, value: Any) -> str:
        """Return the number as it is written here."""
        return "" if value is None else current().number(value, 0 if float(value).is_integer() else 1)


class KeyField(Field):
    """How much each municipality weighs; the value is a mapping."""

    def __init__(self, name: str, text: str, towns: Sequence[MunicipalityFace]) -> None:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        self._lines: dict[int, NumberField] = {}
        for number, town in enumerate(towns):
            line = self._lines[town.id] = NumberField(name, "")
            line.editor.setAccessibleName(_("Weight of {name}", name=town.short_name))
            line.show_frame()
            line.line.setFixedWidth(theme.current().space(64))
            row, column = divmod(number, 2)
            grid.addWidget(Label(town.short_name, Type.BODY), row, 2 * column)
            grid.addWidget(line, row, 2 * column + 1)
        super().__init__(name, text, holder)

    @override
    def value(self) -> dict[int, int]:
        """Return the weights; one that is not written is none."""
        return {town: int(line.value() or 0) for town, line in self._lines.items()}

    @override
    def set_value(self, value: Any) -> None:
        """Show weights; a municipality that is not named begins at 1."""
        given = dict(value or {})
        for town, line in self._lines.items():
            line.set_value(int(given.get(str(town), given.get(town, 1))))


class RoundFields(QWidget):
    """Method with when to use it, question, who counts as one vote, how far the result is told, and the rules."""

    def __init__(
        self, agenda: Sequence[AgendaRow], towns: Sequence[MunicipalityFace], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        parts = [(None, _("No part of the agenda")), *((part.id, part.title) for part in agenda)]
        made: list[Field] = [
            ChoiceField("method", _("Method"), [(each, label(each)) for each in WHEN_TO_USE]),
            TextField("question", _("Question"), hint=_("Stands at the top of the wall.")),
            LongTextField("instruction", _("What to do"), lines=2),
            ChoiceField("agenda_item", _("Part of the agenda"), parts),
            NumberField("minutes", _("Minutes for answering in silence")),
            ChoiceField("unit", _("What counts as one vote"), [(each, label(each)) for each in Unit]),
            KeyField("unit_key", _("Agreed key"), [town for town in towns if town.is_participating]),
            ChoiceField("visibility", _("How far the result is told"), [(each, label(each)) for each in Visibility]),
            CheckField(
                "has_recusal",
                _("Own projects are left to the others"),
                hint=_("A municipality does not judge its own projects."),
            ),
            NumberField("marks", _("Dots each"), hint=_("Empty: a quarter of the projects, 3 to 7.")),
            NumberField("most_per_item", _("At most on one project")),
            NumberField("low", _("Scale from")),
            NumberField("high", _("Scale to")),
            DecimalField("cut_x", _("Effort is high from"), hint=_("Empty: the middle.")),
            DecimalField("cut_y", _("Benefit is high from"), hint=_("Empty: the middle.")),
            LongTextField(
                "columns", _("Columns, one in each line"), hint=_("From the strongest to the weakest."), lines=4
            ),
        ]
        self.fields = {field.name: field for field in made}
        self.when = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.voice = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.told = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self._arrange()
        for name in ("method", "unit", "visibility"):
            self.fields[name].edited.connect(self.follow)

    def _arrange(self) -> None:
        space = theme.current().space
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, space(10), 0)
        column.setSpacing(space(10))
        after = {"method": self.when, "unit": self.voice, "visibility": self.told}
        seconds = {second: first for first, second in _PAIRS}
        for name, field in self.fields.items():
            if isinstance(field, TypedField):
                field.show_frame()
            elif isinstance(field, ChoiceField):
                # Long names must not make the half wider than it is.
                field.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                field.box.setMinimumContentsLength(10)
            if name in seconds:
                continue
            pair = next((second for first, second in _PAIRS if first == name), None)
            if pair is None:
                column.addWidget(field)
            else:
                grid = QGridLayout()
                grid.setSpacing(space(8))
                grid.addWidget(field, 0, 0)
                grid.addWidget(self.fields[pair], 0, 1)
                column.addLayout(grid)
            if name in after:
                column.addWidget(after[name])
        column.addStretch(1)

    def show_round(self, round_: RoundSheet | None) -> None:
        """Begin with the rules of *round_*, or with what is usual."""
        usual: dict[str, Any] = {
            "method": Method.DOTS,
            "agenda_item": None,
            "minutes": 10,
            "unit": Unit.MUNICIPALITY,
            "visibility": Visibility.MUNICIPALITY,
            "most_per_item": 1,
            "low": 1,
            "high": 10,
        }
        for name, field in self.fields.items():
            if round_ is None:
                field.set_value(usual.get(name))
            elif name == "columns":
                field.set_value("\n".join(round_.columns))
            elif name == "unit_key":
                field.set_value(round_.rules.key)
            else:
                field.set_value(getattr(round_, name))
        self.follow()

    def follow(self, _value: object = None) -> None:
        """Show what belongs to the chosen method, unit and visibility."""
        method, unit = Method(self.fields["method"].value()), Unit(self.fields["unit"].value())
        for name, methods in _ONLY.items():
            self.fields[name].setVisible(method in methods)
        self.fields["unit_key"].setVisible(unit is Unit.KEY)
        self.when.setText(said(WHEN_TO_USE[method]))
        self.voice.setText(said(UNIT_HINTS[unit]))
        self.told.setText(said(VISIBILITY_HINTS[Visibility(self.fields["visibility"].value())]))

    def rules(self) -> dict[str, Any]:
        """Return the rules that were chosen, by the columns of the table; those of other methods stay as they were."""
        method, unit = Method(self.fields["method"].value()), Unit(self.fields["unit"].value())
        found = {
            name: field.value()
            for name, field in self.fields.items()
            if name not in {"method", "agenda_item", "unit_key"} and method in _ONLY.get(name, frozenset(Method))
        }
        if "columns" in found:
            found["columns"] = [line.strip() for line in found["columns"].splitlines() if line.strip()]
        if unit is Unit.KEY:
            found["unit_key"] = self.fields["unit_key"].value()
        return {
            name: value for name, value in found.items() if value is not None or name in {"marks", "cut_x", "cut_y"}
        }
