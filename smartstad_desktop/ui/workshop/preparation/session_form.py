"""The fields of a session, edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.values import Language
from smartstad_desktop.domain.workshop.meeting import Format, SessionState
from smartstad_desktop.domain.workshop.sessions import DayHasCome
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.trouble import sentence
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField, NumberField
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role

if TYPE_CHECKING:
    from smartstad_desktop.reads.board import BoardRow
    from smartstad_desktop.reads.workshop.session_rows import SessionSheet

_FIELDS = (
    *("name", "occasion", "purpose", "decision_rule", "held_on", "starts_at", "format", "place"),
    *("second_language", "quorum_municipalities", "quorum_persons", "board"),
)

#: These can be put right when it is over: they change nothing of what happened.
AFTERWARDS = frozenset(("name", "occasion", "place"))


class SessionForm(RecordForm):
    """What the session is called, is for and decides by; when and where; who must be there."""

    def __init__(self, write: Write, boards: Sequence[BoardRow], parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        name = GrowingField("name", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        name.editor.setAccessibleName(_("Name"))
        languages = [(None, _("Only one")), *((each, label(each)) for each in (Language.NB, Language.EN, Language.SV))]
        self.add(
            name,
            LineField("occasion", _("Occasion"), hint=_("Stands at the top of the wall, such as “Workshop 3 of 4”.")),
            GrowingField("purpose", _("Purpose")),
            GrowingField("decision_rule", _("Decision rule"), hint=_("Said aloud at the beginning.")),
        )
        self.pair(
            DayField("held_on", _("Day")),
            LineField("starts_at", _("Begins at")),
            CalmChoice("format", _("Format"), [(each, label(each)) for each in Format]),
            LineField("place", _("Place")),
            CalmChoice("second_language", _("Second language on the wall"), languages),
            CalmChoice("board", _("Board to decide on"), [(None, "–"), *((row.id, row.name) for row in boards)]),
        )
        quorum = Label(_("Quorum"), Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT)
        quorum.setIndent(7)
        self.column.addWidget(quorum)
        self.pair(
            NumberField("quorum_municipalities", _("Municipalities at least")),
            NumberField("quorum_persons", _("Persons at least")),
        )

    def show_session(self, session: SessionSheet, locked: str, *, is_read_only: bool) -> None:
        """Show the session; *locked* is why most of it stays as it is, and then says so at each of these fields."""
        self.show_record(session.id, {name: getattr(session, name) for name in _FIELDS})
        for name, field in self.fields.items():
            is_open = not is_read_only and (not locked or name in AFTERWARDS)
            field.setEnabled(is_open)
            field.setToolTip("" if is_open else locked)
        if session.state is SessionState.OPEN:
            day = self.fields["held_on"]
            day.setEnabled(False)
            day.setToolTip(sentence(DayHasCome()))
