"""One measure: who takes part, how it goes now in each place, and what was noted before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.domain.programme.work import Light
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads.follow_up.measures import FollowedMeasure, FollowUpNote
from smartstad_desktop.text.follow_up.reports import light_words
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.calm_fields import GrowingField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.part_list import PartCard, PartList, WritePart
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.theme import Role


def light_choices() -> list[tuple[Light | None, str]]:
    """Return the lights as they are chosen."""
    return [(None, _("Not told yet")), *((light, light_words(light)) for light in Light)]


class NoteCard(PartCard):
    """One note: where, when, the light, what was done and what effect was seen."""

    def __init__(self, note: int, write: WritePart, parent: QWidget | None = None) -> None:
        super().__init__(note, write, parent)
        self.where = Label("", Type.BODY, Weight.SEMIBOLD, wraps=True)
        day, light = DayField("noted_on", _("Day")), CalmChoice("light", _("How it goes"), light_choices())
        done = GrowingField("done", _("What has been done"))
        effect = GrowingField("effect_seen", _("What effect has been seen"))
        self.register(day, light, done, effect)
        for widget in (self.where, FieldRow(light, day, stretches=(5, 3)), done, effect):
            self.column.addWidget(widget)
        self.up_button.hide()
        self.down_button.hide()

    @override
    def show_values(self, values: Mapping[str, Any], *, number: int, count: int) -> None:
        """Show the note."""
        super().show_values(values, number=number, count=count)
        self.where.setText(values["where"])
        self.remove_button.setAccessibleName(_("Delete the note of {name}", name=values["where"]))
        self.setEnabled(not values["is_locked"])


class MeasureSide(ScrollSheet):
    """The newest note of each place stands first and can be written in, as can those before."""

    adding = Signal()
    removing = Signal(int)
    going = Signal()

    def __init__(self, write: WritePart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", Type.TITLE, Weight.BOLD, wraps=True)
        self.facts = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.go = Button(_("Show in the plan"), icon="arrow-right")
        self.now_title = Label(_("How it goes now"), Type.STRONG, Weight.SEMIBOLD)
        self.now = PartList(_("Note how it goes…"), lambda note: NoteCard(note, write))
        self.earlier_title = Label(_("Noted before"), Type.STRONG, Weight.SEMIBOLD)
        self.earlier = PartList("", lambda note: NoteCard(note, write))
        self.earlier.add_button.hide()
        for words in (self.title, self.facts):
            self.column.addWidget(words)
        self.column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(theme.current().space(8))
        for widget in (self.now_title, self.now, self.earlier_title, self.earlier):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self._measure: int | None = None
        self.go.clicked.connect(self.going)
        self.now.adding.connect(self.adding)
        for notes in (self.now, self.earlier):
            notes.removing.connect(self.removing)

    def show_measure(self, row: FollowedMeasure, towns: Mapping[MunicipalityId, str], *, is_locked: bool) -> None:
        """Show a measure and its notes."""
        if row.id != self._measure:
            self.finish()
            self._measure = row.id
            self.verticalScrollBar().setValue(0)
        self.title.setText(row.title)
        owner = _("Owner: {name}", name=row.owner) if row.owner else _("Nobody answers for it yet")
        self.facts.setText("\n".join([owner, *_joined(row)]))
        now, earlier = _parted(row.notes)
        self.now.add_button.setVisible(not is_locked)
        self.now.show_parts([(note.id, _values(note, towns, is_locked=is_locked)) for note in now])
        self.earlier_title.setVisible(bool(earlier))
        self.earlier.show_parts([(note.id, _values(note, towns, is_locked=is_locked)) for note in earlier])

    def finish(self) -> None:
        """Save what is being typed."""
        for notes in (self.now, self.earlier):
            notes.finish()


def _parted(notes: Sequence[FollowUpNote]) -> tuple[list[FollowUpNote], list[FollowUpNote]]:
    """Return the newest note of each place, and the others; *notes* come with the newest first."""
    newest: dict[MunicipalityId | None, FollowUpNote] = {}
    for note in notes:
        newest.setdefault(note.municipality, note)
    shown = {note.id for note in newest.values()}
    return [note for note in notes if note.id in shown], [note for note in notes if note.id not in shown]


def _joined(row: FollowedMeasure) -> list[str]:
    found: list[str] = []
    for role in CommitmentRole:
        names = [each.name for each in row.joined if each.role is role]
        if names:
            found.append(f"{label(role)}: {', '.join(names)}")
    return found


def _values(note: FollowUpNote, towns: Mapping[MunicipalityId, str], *, is_locked: bool) -> dict[str, Any]:
    where = _("All together") if note.municipality is None else towns.get(note.municipality, "")
    return {
        "where": where,
        "is_locked": is_locked,
        "noted_on": note.noted_on,
        "light": note.light,
        "done": note.done,
        "effect_seen": note.effect_seen,
    }
