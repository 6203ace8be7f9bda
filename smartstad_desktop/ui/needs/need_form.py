"""The form that edits one need beside the groups."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.needs import NeedSource
from smartstad_desktop.domain.personal.noticing import noticed
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.needs import NeedRow, NeedsShown
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice, LinksField, PicksField
from smartstad_desktop.ui.kit.calm_values import DayField, NumberField
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role


class NeedForm(RecordForm):
    """All fields of one need, and what can be made of it."""

    promoting = Signal()
    deleting = Signal()
    #: Carries the id of a project the user wants to see.
    project_wanted = Signal(int)

    def __init__(self, write: Write, shown: NeedsShown, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        language = current().language
        towns = [(None, "–"), *((town.id, town.name) for town in shown.towns.values())]
        words = [(None, _("Not gathered yet")), *((word.id, word.name.in_language(language)) for word in shown.words)]
        self._add_head()
        need = GrowingField("need", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        need.editor.setAccessibleName(field_name("need"))
        self.add(need, GrowingField("quote", field_name("quote")))
        self.warning = Label(
            _("This seems to name a person. Needs are kept without names, numbers and addresses."),
            Type.CAPTION,
            Weight.SEMIBOLD,
            Role.ATTENTION,
            wraps=True,
        )
        self.column.addWidget(self.warning)
        self.pair(
            CalmChoice("municipality_id", field_name("municipality_id"), towns),
            CalmChoice("value_word_id", field_name("value_word_id"), words),
            LineField("target_group", field_name("target_group")),
            LineField("service_area", field_name("service_area")),
            NumberField("mentions", field_name("mentions")),
            DayField("heard_on", field_name("heard_on")),
            CalmChoice("source", field_name("source"), [(None, "–"), *((kind, label(kind)) for kind in NeedSource)]),
            LineField("place", field_name("place")),
        )
        projects = LinksField("projects", field_name("projects"), list(shown.projects.items()))
        projects.asked_for.connect(self._want_project)
        self.add(
            LineField("method", field_name("method")),
            PicksField(
                "goals", field_name("goals"), [(key, name.in_language(language)) for key, name in shown.goals.items()]
            ),
            projects,
            GrowingField("comment", field_name("comment")),
            CalmChoice(
                "content_language", field_name("content_language"), [(each.value, label(each)) for each in Language]
            ),
        )

    def _want_project(self, project: int) -> None:
        self.project_wanted.emit(project)

    def _add_head(self) -> None:
        self.promote = Button(_("Make a project of it…"), icon="rocket")
        self.promote.clicked.connect(self.promoting)
        self.remove = icon_button("trash-2", _("Delete the need"))
        self.remove.clicked.connect(self.deleting)
        head = QHBoxLayout()
        head.addWidget(self.promote)
        head.addStretch(1)
        head.addWidget(self.remove)
        self.column.addLayout(head)

    def show_need(self, need: NeedRow) -> None:
        """Show a need."""
        self.show_record(need.id, _values(need))
        self.warning.setVisible(bool(noticed(f"{need.need} {need.quote} {need.comment}")))


def _values(need: NeedRow) -> dict[str, Any]:
    return {
        "need": need.need,
        "quote": need.quote,
        "municipality_id": need.municipality,
        "value_word_id": need.word,
        "target_group": need.target_group,
        "service_area": need.service_area,
        "mentions": need.mentions,
        "heard_on": need.heard_on,
        "source": need.source,
        "place": need.place,
        "method": need.method,
        "goals": need.goals,
        "projects": frozenset(need.projects),
        "comment": need.comment,
        "content_language": need.language.value,
    }
