"""Somebody on a seat, in the form of the seat: how far it has come, from when to when, and who decided it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.governance.bodies import MembershipState
from smartstad_desktop.reads.governance.bodies import TermRow
from smartstad_desktop.text import trouble
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.fields import CheckField, Field
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.record_form import Write
from smartstad_desktop.ui.kit.theme import Role

_NOTHING: Final = "–"


class TermCard(Panel):
    """One membership; each field is saved when it is left, and a refusal stays at its field."""

    #: The person is to be changed, another one is to follow, the membership is to be removed; carry the ``TermRow``.
    person_asked = Signal(object)
    following = Signal(object)
    removing = Signal(object)

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent, radius=10)
        self.column.setContentsMargins(12, 10, 10, 10)
        self.column.setSpacing(6)
        self._write = write
        self._term: TermRow | None = None
        self.fields: dict[str, Field] = {}
        self.name = Label("", Type.BODY, Weight.SEMIBOLD, wraps=True)
        self.title = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.follow = Button(_("Change holder…"), ButtonKind.QUIET, "arrow-right")
        self.unfold = icon_button("chevron-down", _("Show all of it"))
        self._body = QWidget()
        self._build()

    def _build(self) -> None:
        change = icon_button("pencil", _("Change the person"))
        change.clicked.connect(lambda: self.person_asked.emit(self._term))
        remove = icon_button("trash-2", _("Take this away"))
        remove.clicked.connect(lambda: self.removing.emit(self._term))
        self.follow.clicked.connect(lambda: self.following.emit(self._term))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.title)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        for button in (self.unfold, change, remove):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        states = CalmChoice("state", field_name("state"), [(each, label(each)) for each in MembershipState])
        first, last = DayField("valid_from", _("From")), DayField("valid_to", _("To"))
        substitute = CheckField("is_substitute", field_name("is_substitute"))
        chair = CheckField("is_chair", field_name("is_chair"))
        decision = CalmChoice("decision_id", field_name("decision_id"), [])
        for field in (states, first, last, substitute, chair, decision):
            self.fields[field.name] = field
            field.edited.connect(partial(self._edit, field.name))
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        for field in (states, FieldRow(first, last), FieldRow(substitute, chair), decision):
            inside.addWidget(field)
        inside.addWidget(self.follow, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._body)
        self.unfold.clicked.connect(lambda: self._fold(is_open=self._body.isHidden()))

    def _fold(self, *, is_open: bool) -> None:
        self._body.setVisible(is_open)
        self.unfold.set_picture("chevron-up" if is_open else "chevron-down")
        name = _("Show less") if is_open else _("Show all of it")
        self.unfold.setAccessibleName(name)
        self.unfold.setToolTip(name)

    def show_term(self, term: TermRow, decisions: Mapping[int, str], *, is_holder: bool, is_over: bool) -> None:
        """Show a membership; only who holds the seat now can be followed, and what is over is folded at first."""
        if self._term is None:
            # What is over takes little room; the days are told in its head.
            self._fold(is_open=not is_over)
        self._term = term
        self.name.setText(term.name or _("Not named"))
        told = [] if term.title in {"", term.name} else [term.title]
        self.title.setText(" · ".join([*told, days_of(term)] if days_of(term) else told))
        self.title.setVisible(bool(self.title.text()))
        decision = self.fields["decision_id"]
        if isinstance(decision, CalmChoice):
            decision.set_choices([(None, _NOTHING), *decisions.items()])
        for name, value in _values(term).items():
            self.fields[name].set_value(value)
            self.fields[name].show_error("")
        # A decision matters where somebody was elected; without any there is nothing to choose.
        decision.setVisible(bool(decisions))
        self.follow.setVisible(is_holder)

    def finish(self) -> None:
        """Save what is being typed."""
        for name in ("valid_from", "valid_to"):
            field = self.fields[name]
            if isinstance(field, DayField):
                field.commit()

    def _edit(self, name: str, value: Any) -> None:
        if self._term is None:
            return
        try:
            self._write(self._term.id, {name: value}, False)
        except DomainError as error:
            field = self.fields.get(str(error.parameters.get("field", "")), self.fields[name])
            field.show_error(trouble.sentence(error))
        else:
            self.fields[name].show_error("")


def days_of(term: TermRow) -> str:
    """Return from when to when somebody is on a seat."""
    phrases = current()
    if term.first and term.last:
        return f"{phrases.day(term.first)} – {phrases.day(term.last)}"
    if term.first:
        return _("since {day}", day=phrases.day(term.first))
    return _("until {day}", day=phrases.day(term.last)) if term.last else ""


def _values(term: TermRow) -> dict[str, Any]:
    return {
        "state": term.state,
        "valid_from": term.first,
        "valid_to": term.last,
        "is_substitute": term.is_substitute,
        "is_chair": term.is_chair,
        "decision_id": term.decision,
    }
