"""Several projects at once: what they add up to, and what can be changed for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.text import trouble
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.inventory.snapshot import Snapshot, budget_sum
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.fields import ChoiceField, Field, TextField
from smartstad_desktop.ui.kit.marks import MarkLabel
from smartstad_desktop.ui.kit.parts import Label, Rule, Type, Weight
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.inventory.inventory import ConfirmProjects, EditProjects, SetConfidential


class ManyPanel(QScrollArea):
    """Each choice is one step for all selected projects, and can be undone as one."""

    deleting = Signal()

    def __init__(self, run: RunCommand, snapshot: Snapshot) -> None:
        super().__init__()
        self._run = run
        self.snapshot = snapshot
        self._ids: tuple[ProjectId, ...] = ()
        self.title = Label("", Type.TITLE, Weight.BOLD, wraps=True)
        self.facts = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.marks = MarkLabel()
        self.fields: dict[str, Field] = {}
        self._make_fields()
        self._build()

    def _make_fields(self) -> None:
        faces = sorted(
            (face for face in self.snapshot.faces.municipalities.values() if not face.is_ended),
            key=lambda face: self.snapshot.phrases.sort_key(face.short_name),
        )
        themes = list(self.snapshot.theme_names.items())
        self.lesson = TextField("lesson", field_name("lesson"), hint=_("What others can learn from it."))
        self.reason = TextField("confidentiality_reason", field_name("confidentiality_reason"))
        for field in (
            ChoiceField("status", field_name("status"), [(status, label(status)) for status in Status]),
            self.lesson,
            ChoiceField("municipality_id", field_name("municipality_id"), [(face.id, face.name) for face in faces]),
            ChoiceField("themes", _("Add theme"), themes),
            ChoiceField("drop_themes", _("Take away theme"), themes),
            self.reason,
        ):
            self.fields[field.name] = field
            if isinstance(field, ChoiceField):
                field.box.setPlaceholderText(_("Choose…"))
            field.edited.connect(partial(self._edit, field.name))
        self.lesson.hide()

    def _build(self) -> None:
        space = theme.current().space
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(space(22), space(20), space(22), space(24))
        column.setSpacing(space(12))
        column.addWidget(self.marks)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(Rule())
        column.addWidget(Label(_("Change for all of them"), Type.STRONG, Weight.SEMIBOLD))
        for field in self.fields.values():
            column.addWidget(field)
        self.mark = Button(_("Mark as confidential"), ButtonKind.PLAIN, "lock")
        self.unmark = Button(_("Not confidential"), ButtonKind.PLAIN, "lock-open")
        self.confirm = Button(_("Confirm as right today"), ButtonKind.PLAIN, "check")
        self.delete = Button(_("Delete projects"), ButtonKind.DANGER, "trash-2")
        self.mark.clicked.connect(lambda: self._set_confidential(is_confidential=True))
        self.unmark.clicked.connect(lambda: self._set_confidential(is_confidential=False))
        self.confirm.clicked.connect(lambda: self._try(ConfirmProjects(projects=self._ids)))
        self.delete.clicked.connect(self.deleting)
        locks = QHBoxLayout()
        locks.addWidget(self.mark)
        locks.addStretch(1)
        column.addLayout(locks)
        for button in (self.unmark, self.confirm, self.delete):
            column.addWidget(button)
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setWidgetResizable(True)

    def show_projects(self, ids: Sequence[int]) -> None:
        """Show what these projects add up to."""
        rows = [self.snapshot.rows[each] for each in ids if each in self.snapshot.rows]
        self._ids = tuple(ProjectId(row.id) for row in rows)
        self.title.setText(ngettext("{count} project selected", "{count} projects selected", len(rows)))
        budget = self.snapshot.phrases.short_money(budget_sum(rows))
        missing = sum(row.budget is None for row in rows)
        text = _("Budget together: {sum}", sum=budget)
        if missing:
            text += " · " + _("{count} without budget", count=self.snapshot.phrases.number(missing))
        self.facts.setText(text)
        leading = dict.fromkeys(row.municipality for row in rows if row.municipality is not None)
        self.marks.set_marks([self.snapshot.marks[each] for each in leading][:8])
        for name, field in self.fields.items():
            if name != "lesson" or not self.lesson.isVisible():
                shared = {getattr(row, _SHARED[name]) for row in rows} if name in _SHARED else set()
                one = shared.pop() if len(shared) == 1 else None
                field.set_value(Status(one) if name == "status" and one else one)
                field.show_error("")

    def _edit(self, name: str, value: Any) -> None:
        match name:
            case "themes":
                self._try(EditProjects(projects=self._ids, add_themes=(value,)))
            case "drop_themes":
                self._try(EditProjects(projects=self._ids, drop_themes=(value,)))
            case "lesson" | "status":
                self._set_status()
            case "confidentiality_reason":
                pass
            case _:
                self._try(EditProjects(projects=self._ids, changes={name: value}))

    def _set_status(self) -> None:
        status = self.fields["status"].value()
        changes = {"status": status}
        self.lesson.setVisible(status is Status.STOPPED)
        if status is Status.STOPPED:
            changes["lesson"] = self.lesson.value()
        self._try(EditProjects(projects=self._ids, changes=changes))

    def _set_confidential(self, *, is_confidential: bool) -> None:
        reason = self.reason.value() if is_confidential else ""
        self._try(SetConfidential(projects=self._ids, is_confidential=is_confidential, reason=reason))

    def _try(self, command: Command) -> None:
        for field in self.fields.values():
            field.show_error("")
        try:
            self._run(command, offer_undo=True)
        except DomainError as error:
            field = self.fields.get(str(error.parameters.get("field", "")), self.fields["status"])
            field.show_error(trouble.sentence(error))
            field.editor.setFocus()


#: Fields that show the value all rows share.
_SHARED = {"status": "status", "municipality_id": "municipality"}
