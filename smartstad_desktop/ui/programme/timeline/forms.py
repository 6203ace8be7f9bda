"""The forms beside the timeline: one for an entry, one for a part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.programme.work import EntryFormat, EntryKind, Light, WorkState
from smartstad_desktop.reads.programme.timeline import EntryRow, PartRow, Timeline
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField, TypedField, WordsField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField, PeriodField
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write


def choices(kind: type[EntryKind | WorkState | Light | EntryFormat], *, none: bool = False) -> list[tuple[Any, str]]:
    """Return the members of *kind* as a field offers them."""
    members = [(each, label(each)) for each in kind]
    return [(None, "–"), *members] if none else members


class WorkForm(RecordForm):
    """A form with a name as its head and a button to remove the record."""

    deleting = Signal()

    def add_head(self, name: TypedField, remove: str) -> None:
        """Put the name and the button on top."""
        button = icon_button("trash-2", remove)
        button.clicked.connect(self.deleting)
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.register(name)
        self.column.addLayout(head)


def title_field(name: str) -> GrowingField:
    """Return a field for the name of a record, as the head of its form."""
    field = GrowingField(name, "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
    field.editor.setAccessibleName(_("Name"))
    return field


class EntryForm(WorkForm):
    """All of one entry: what and when, then who and where, then what was done and what came of it."""

    def __init__(self, write: Write, timeline: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        language = current().language
        parts = [
            (part.id, _("{number}. {name}", number=part.number, name=part.name.in_language(language)))
            for part in timeline.parts
        ]
        towns = [(town.id, town.name) for town in timeline.towns.values()]
        self.add_head(title_field("name"), _("Take off the timeline"))
        self.pair(
            CalmChoice("kind", _("Kind"), choices(EntryKind)),
            CalmChoice("state", _("State"), choices(WorkState)),
        )
        self.add(CalmChoice("part_id", _("Part"), [(None, "–"), *parts]))
        self.pair(DayField("starts_on", _("Begins")), DayField("ends_on", _("Ends")))
        self.add(PeriodField("time", _("Or in words"), hint=_("As “autumn 2027” or “Q3 2027”; it sets both days.")))
        self.pair(
            LineField("owner", _("Who answers for it (a role)")),
            CalmChoice("municipality_id", _("Municipality"), [(None, "–"), *towns]),
        )
        self.add(GrowingField("description", _("What it is")))
        followed = (
            GrowingField("done", _("What was done")),
            GrowingField("effect_seen", _("What effect is seen")),
            DayField("done_on", _("Done on")),
        )
        self.followed = self.section(_("Follow-up"), *followed)
        self.section(
            _("Place, form and link"),
            CalmChoice("format", _("Form"), choices(EntryFormat, none=True)),
            WordsField("places", _("Places")),
            LineField("link", _("Link")),
        )

    def show_entry(self, entry: EntryRow) -> None:
        """Show an entry; the follow-up stands open once there is something in it or it is done."""
        told = sum(bool(text) for text in (entry.done, entry.effect_seen))
        self.followed.head.set_note(_("{some} of {all}", some=told, all=2))
        if told or entry.state is WorkState.DONE:
            self.followed.open()
        self.show_record(("entry", entry.id), _values(entry))


class PartForm(WorkForm):
    """All of one part."""

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        self.add_head(title_field("name_sv"), _("Remove the part"))
        self.pair(
            CalmChoice("state", _("State"), choices(WorkState)),
            CalmChoice("light", _("How it goes"), choices(Light, none=True)),
        )
        self.add(GrowingField("light_reason", _("Why it goes so"), hint=_("Needed when it is not as planned.")))
        self.pair(DayField("starts_on", _("Begins")), DayField("ends_on", _("Ends")))
        self.add(GrowingField("description", _("What it is")))
        self.section(
            _("In other languages"),
            LineField("name_nb", _("In Norwegian")),
            LineField("name_en", _("In English")),
        )

    def show_part(self, part: PartRow) -> None:
        """Show a part."""
        names: Sequence[tuple[str, Any]] = (
            ("name_sv", part.name.sv),
            ("name_nb", part.name.nb),
            ("name_en", part.name.en),
        )
        fields = ("state", "light", "light_reason", "starts_on", "ends_on", "description")
        self.show_record(("part", part.id), dict(names) | {name: getattr(part, name) for name in fields})


def _values(entry: EntryRow) -> dict[str, Any]:
    names = ("name", "kind", "state", "starts_on", "ends_on", "time", "owner", "description", "done", "effect_seen")
    others = {"part_id": entry.part, "municipality_id": entry.municipality, "places": entry.places}
    return {name: getattr(entry, name) for name in (*names, "done_on", "format", "link")} | others
