"""The dialogs for what happens to municipalities: another name, a merger, a split; and how far one has come."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from datetime import date
from typing import Any, Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.programme.work import Onboarding
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads.programme.belongings import Belongings
from smartstad_desktop.reads.programme.programme import MunicipalityRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.text.programme.successions import together
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.fields import CheckField, Field, LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.programme.municipalities import EditMunicipality
from smartstad_desktop.usecases.programme.succession import (
    MergeMunicipalities,
    RenameMunicipality,
    SplitMunicipality,
)

#: Runs a command, and raises a ``DomainError`` when a rule refuses it.
Run: TypeAlias = Callable[[Command], object]
#: Returns what some municipalities have between them.
Count: TypeAlias = Callable[[Collection[MunicipalityId]], Belongings]

_NEW_COLOUR: Final = "#"


class ChipsField(Field):
    """Some of a few, as chips that are switched on and off; the value is a tuple of their keys in their order."""

    def __init__(
        self, name: str, text: str, faces: Sequence[ChipFace], *, single: bool = False, hint: str = ""
    ) -> None:
        self.row = ChipRow(text, single=single)
        self._faces = faces
        self.row.show_faces(faces)
        super().__init__(name, text, self.row, hint=hint)
        if faces:
            self.row.setFocusProxy(self.row.chip(faces[0].key))
        self.row.picked.connect(self._picked)

    def _picked(self, _keys: object) -> None:
        self.edited.emit(self.value())

    @override
    def value(self) -> tuple[Hashable, ...]:
        """Return what is on."""
        on = self.row.keys()
        return tuple(face.key for face in self._faces if face.key in on)

    @override
    def set_value(self, value: Any) -> None:
        """Switch on what *value* holds."""
        self.row.set_keys(frozenset(value or ()))


class RenameDialog(Dialog):
    """Asks for the new name and its first day."""

    def __init__(self, row: MunicipalityRow, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(_("Change the name of {name}", name=row.name), _("Change the name"), parent)
        self.add(
            TextField("name", _("New full name")),
            TextField("short_name", _("New short name")),
            _day_field(_("Called so from")),
        )
        for name in ("name", "short_name"):
            self.fields[name].set_value(getattr(row, name))
        told = _("The old name stays in its history, and lists that come in under it still find the municipality.")
        self.body.addWidget(Label(told, Type.CAPTION, role=Role.INK_SOFT, wraps=True))
        self.check_with(lambda values: run(RenameMunicipality(municipality=row.id, **values)))


class MergeDialog(Dialog):
    """Asks which municipalities go into one, from when, and whether what is about today goes along."""

    def __init__(
        self, row: MunicipalityRow, others: Sequence[MunicipalityRow], run: Run, count: Count, parent: QWidget,
        *, today: date,
    ) -> None:  # fmt: skip
        super().__init__(_("Merge municipalities into {name}", name=row.name), _("Merge"), parent)
        self._row, self._others, self._count, self._today = row, others, count, today
        self.before = ChipsField(
            "before",
            _("Which municipalities go into {name}?", name=row.short_name),
            [ChipFace(other.id, other.short_name) for other in others],
            hint=_("When they become a new municipality: add that one first, and merge all of them into it."),
        )
        self.day = _day_field(_("From the day"))
        self.along = CheckField("goes_along", _("Projects, needs and cases go along"))
        self.along.set_value(True)
        self.told = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.add(self.before, self.day, self.along)
        self.body.addWidget(self.told)
        for field in self.fields.values():
            field.edited.connect(self._tell)
        self.check_with(
            lambda values: run(
                MergeMunicipalities(
                    before=values["before"], into=row.id, since=values["since"], goes_along=values["goes_along"]
                )
            )
        )
        self.setMinimumWidth(theme.current().space(600))
        self._tell()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Be as tall as the municipalities need."""
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _tell(self, *_edited: object) -> None:
        chosen = [other for other in self._others if other.id in self.before.value()]
        count = len(chosen)
        names = ", ".join(other.short_name for other in chosen)
        self.confirm_button.setText(
            _("Merge {name} into {into}", name=names, into=self._row.short_name)
            if count == 1
            else _("Merge {count} municipalities", count=count)
            if count
            else _("Merge")
        )
        self.confirm_button.updateGeometry()
        day = self.day.value()
        self.told.setText(
            consequences(
                self._count([other.id for other in chosen]),
                into=self._row.short_name,
                goes_along=self.along.value(),
                is_ahead=day is not None and day > self._today,
            )
            if chosen
            else _("Choose them to see what goes along and what stays.")
        )
        self._grow()


class SplitDialog(Dialog):
    """Asks for the municipality that leaves another one, and from when."""

    def __init__(self, row: MunicipalityRow, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(_("Split {name}", name=row.name), _("Add the new municipality"), parent)
        self.add(
            TextField("name", _("Full name of the new municipality")),
            TextField("short_name", _("Short name"), hint=_("As it is said: Ängelholm.")),
        )
        side = QHBoxLayout()
        side.setSpacing(12)
        for field in (
            TextField("mark", _("Mark"), hint=_("Two letters.")),
            TextField("colour", _("Colour"), hint=_("Dark: #0B5C69")),
        ):
            self.fields[field.name] = field
            side.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(side)
        self.fields["colour"].set_value(_NEW_COLOUR)
        self.add(_day_field(_("On its own from")))
        told = _(
            "{name} goes on and keeps what it has. Move what belongs to the new one in the inventory.",
            name=row.short_name,
        )
        self.body.addWidget(Label(told, Type.CAPTION, role=Role.INK_SOFT, wraps=True))

        def split(values: dict[str, Any]) -> None:
            since = values.pop("since")
            fields = values | {
                "mark": values["mark"].upper(),
                "short_name": values["short_name"] or values["name"],
                "county": row.county,
            }
            run(SplitMunicipality(municipality=row.id, fields=fields, since=since))

        self.check_with(split)


class OnboardingDialog(Dialog):
    """Asks how far a municipality has come into the programme, in four steps, and for a note."""

    def __init__(self, row: MunicipalityRow, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(_("How far has {name} come?", name=row.short_name), _("Save"), parent)
        steps = ChipsField("onboarding", _("Step"), [ChipFace(each, label(each)) for each in Onboarding], single=True)
        note = LongTextField("onboarding_note", _("Note"), hint=_("What was agreed, and what comes next."), lines=3)
        self.add(steps, note)
        steps.set_value(() if row.onboarding is None else (row.onboarding,))
        note.set_value(row.onboarding_note)

        def write(values: dict[str, Any]) -> None:
            changes = values | {"onboarding": next(iter(values["onboarding"]), None)}
            run(EditMunicipality(municipality=row.id, changes=changes))

        self.check_with(write)


def consequences(found: Belongings, *, into: str, goes_along: bool, is_ahead: bool) -> str:
    """Return in words what a merger does, before it is done."""
    moving = _counted(
        (found.projects, ngettext("{count} project", "{count} projects", found.projects)),
        (found.needs, ngettext("{count} need", "{count} needs", found.needs)),
        (found.cases, ngettext("{count} case", "{count} cases", found.cases)),
        (found.body_seats, ngettext("{count} seat in a body", "{count} seats in bodies", found.body_seats)),
    )
    staying = _counted(
        (found.commitments, ngettext("{count} commitment", "{count} commitments", found.commitments)),
        (found.ballots, ngettext("{count} ballot", "{count} ballots", found.ballots)),
        (found.lists, ngettext("{count} list that came in", "{count} lists that came in", found.lists)),
    )
    told: list[str] = []
    if not moving:
        told.append(_("They have no projects, needs or cases that could go along."))
    elif goes_along:
        told.append(_("To {name}: {what}.", name=into, what=moving))
    else:
        told.append(_("Stays with the old ones: {what}.", what=moving))
    if staying:
        told.append(_("What was decided and said stays under the old names: {what}.", what=staying))
    told.append(_("Lists under the old names will find {name}.", name=into))
    if is_ahead:
        told.append(
            _(
                "The day lies ahead, but in the programme the merger is done at once: the old ones take part no longer."
                " Wait with it if they are to take part until then."
            )
        )
    return " ".join(told)


def _counted(*counted: tuple[int, str]) -> str:
    return together([words for count, words in counted if count])


def _day_field(text: str) -> DayField:
    return DayField("since", text, hint=_("Often the first of January, as 2027-01-01."))
