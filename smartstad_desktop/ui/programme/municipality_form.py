"""The dialog for one municipality."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.programme.municipalities import OfficialCode, problems_of_look
from smartstad_desktop.domain.programme.programme import CodeUnreadable, NumberUnreadable
from smartstad_desktop.domain.programme.work import Settlement
from smartstad_desktop.reads.programme.programme import MunicipalityRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_fields import TypedField
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.fields import CheckField, ChoiceField, Field, LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.marks import Mark, MarkLabel
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role

_NEW_COLOUR_HINT = "#"


class MunicipalityDialog(Dialog):
    """Writes name, mark, colour, population and official codes; ``changes()`` is what a command takes."""

    def __init__(self, row: MunicipalityRow | None, parent: QWidget | None = None) -> None:
        title = _("Add municipality") if row is None else _("Change {name}", name=row.short_name)
        super().__init__(title, _("Add municipality") if row is None else _("Save changes"), parent)
        self._preview = MarkLabel(scale=1.3)
        self._build()
        self._fill(row)

    def _build(self) -> None:
        name = TextField("name", _("Full name"), hint=_("As it is written in documents: Ängelholms kommun."))
        short = TextField("short_name", _("Short name"), hint=_("As it is said: Ängelholm."))
        mark = TextField("mark", _("Mark"), hint=_("Two letters."))
        colour = TextField("colour", _("Colour"), hint=_("Dark: #0B5C69"))
        for field in (mark, colour):
            field.line.textChanged.connect(self._show_preview)
        country = ChoiceField("country", _("Country"), [("SE", _("Sweden")), ("NO", _("Norway")), ("IT", _("Italy"))])
        population = TextField("population", _("Inhabitants"))
        year = TextField("population_year", _("In the year"))
        chief = TextField("chief_title", _("Title of the chief executive"), hint=_("A role, never a person's name."))
        codes = LongTextField(
            "codes",
            _("Official codes"),
            hint=_("One per line: code; first day; last day."),
            lines=2,
        )
        joins = CheckField("is_participating", _("Takes part in the programme"))
        self.setMinimumWidth(theme.current().space(600))
        self._side_by_side(name, short)
        self._side_by_side(mark, colour, country)
        self._side_by_side(population, year, self._settlement())
        first, last = DayField("valid_from", _("Exists since")), DayField("valid_to", _("Existed until"))
        self._side_by_side(TextField("county", _("County")), first, last)
        self._side_by_side(codes, chief)
        self.fields[joins.name] = joins
        preview = QHBoxLayout()
        preview.addWidget(joins, 1)
        preview.addWidget(Label(_("Looks like this:"), Type.CAPTION, role=Role.INK_SOFT))
        preview.addWidget(self._preview)
        self.body.addLayout(preview)

    def _settlement(self) -> ChoiceField:
        kinds = [(each, label(each)) for each in Settlement]
        return ChoiceField("settlement", _("Kind of municipality"), [(None, "–"), *kinds])

    def _side_by_side(self, *fields: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in fields:
            self.fields[field.name] = field
            if isinstance(field, TypedField):
                field.show_frame()
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _fill(self, row: MunicipalityRow | None) -> None:
        if row is None:
            self.fields["country"].set_value("SE")
            self.fields["settlement"].set_value(None)
            self.fields["is_participating"].set_value(True)
            self.fields["colour"].set_value(_NEW_COLOUR_HINT)
            return
        for name in self.fields.keys() - {"codes"}:
            self.fields[name].set_value(getattr(row, name))
        self.fields["codes"].set_value("\n".join(written(code) for code in row.codes))

    def _show_preview(self) -> None:
        letters, colour = self.fields["mark"].value(), self.fields["colour"].value()
        readable = letters and not any(
            fault.parameters["field"] != "name" for fault in problems_of_look("x", letters, colour)
        )
        self._preview.set_marks([Mark(letters, colour)] if readable else [])

    def changes(self) -> dict[str, Any]:
        """Return what the fields hold, in the types of the command.

        Raises:
            FieldInvalid: a number or a code cannot be read.
        """
        values = self.values()
        return values | {
            "mark": values["mark"].upper(),
            "short_name": values["short_name"] or values["name"],
            "population": _number("population", values["population"]),
            "population_year": _number("population_year", values["population_year"]),
            "codes": tuple(_code(line) for line in values["codes"].splitlines() if line.strip()),
        }


def written(code: OfficialCode) -> str:
    """Return a code as the dialog writes it: ``1292; 1971-01-01; ``."""
    days = (day.isoformat() if day else "" for day in (code.valid_from, code.valid_to))
    return "; ".join((code.code, *days)).rstrip("; ")


def _code(line: str) -> OfficialCode:
    code, *days = (part.strip() for part in line.split(";"))
    try:
        first, last = ((date.fromisoformat(day) if day else None) for day in (*days, "", "")[:2])
    except ValueError as error:
        raise CodeUnreadable(field="codes", line=line) from error
    return OfficialCode(code, first, last)


def _number(field: str, text: str) -> int | None:
    plain = "".join(text.split())
    if plain and not plain.isdigit():
        raise NumberUnreadable(field=field, text=text)
    return int(plain) if plain else None
