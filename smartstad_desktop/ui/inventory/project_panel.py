"""One project beside the table: every field is edited where it stands, and saved when it is left."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout
from typing_extensions import override

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.reads import history
from smartstad_desktop.reads.project import ProjectDetail, project
from smartstad_desktop.text import trouble
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.inventory.admission_box import AdmissionBox
from smartstad_desktop.ui.inventory.alike_box import AlikeBox
from smartstad_desktop.ui.inventory.history_list import HistoryList
from smartstad_desktop.ui.inventory.memory import Memory
from smartstad_desktop.ui.inventory.panel_head import PanelHead
from smartstad_desktop.ui.inventory.sections import FACTS, FIELD_OF, SECTIONS, Section, make_field, section_of
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_fields import GrowingField, TypedField
from smartstad_desktop.ui.kit.fields import Field
from smartstad_desktop.ui.kit.folding_section import FoldingSection
from smartstad_desktop.ui.kit.notices import Tone
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.inventory.inventory import EditProject

#: Likeness is looked up when the eye has come to rest on a project.
_REST_MS: Final = 250
_HISTORY: Final = "history"
_ADMISSION: Final = "admission"


class ProjectPanel(ScrollSheet):
    """All fields of one project. What a rule refuses stays in the field, with the reason beneath it."""

    #: Carries the id of a similar project the user wants to see.
    asked_for = Signal(int)

    def __init__(self, services: Services, memory: Memory, run: RunCommand, snapshot: Snapshot) -> None:
        super().__init__()
        self._services, self._memory, self._run = services, memory, run
        self.snapshot = snapshot
        self.detail: ProjectDetail | None = None
        self.fields: dict[str, Field] = {}
        #: Values a rule has refused so far; they are asked for again together with the next one.
        self._waiting: dict[str, Any] = {}
        self.head = PanelHead()
        self.alike = AlikeBox(services, run)
        self.alike.asked_for.connect(self.asked_for)
        self.admission = AdmissionBox(services, run, self)
        self.admission.hide()
        self.history = HistoryList()
        self.sections: dict[str, FoldingSection] = {}
        self._look_around = QTimer(self, singleShot=True, interval=_REST_MS)
        self._look_around.timeout.connect(self._show_alike)
        self._build()

    def _build(self) -> None:
        space = theme.current().space
        self.column.addWidget(self.head)
        title_font = text_font(Type.TITLE, Weight.BOLD)
        self._add(GrowingField("title", "", font=title_font, is_one_paragraph=True), self.column)
        self._add(GrowingField("what", ""), self.column)
        self.fields["title"].editor.setAccessibleName(field_name("title"))
        self.fields["what"].editor.setAccessibleName(field_name("what"))
        facts = QGridLayout()
        facts.setSpacing(space(8))
        for number, name in enumerate(FACTS):
            self._register(field := make_field(name, self.snapshot))
            facts.addWidget(field, number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
        facts.setColumnStretch(0, 1)
        facts.setColumnStretch(1, 1)
        self.column.addLayout(facts)
        self._add(make_field("goals", self.snapshot), self.column)
        self.column.addWidget(self.alike)
        for section in SECTIONS:
            self._add_section(section.key, self.snapshot.phrases.text(section.title), partial(self._fill, section))
        self._add_section(_ADMISSION, _("What is asked of projects"), self._fill_admission)
        self._add_section(_HISTORY, _("History"), self._fill_history)
        self.column.addStretch(1)
        for key in self._memory.open_sections:
            if key in self.sections:
                self.sections[key].open()

    def _add_section(self, key: str, title: str, fill: Any) -> None:
        made = self.sections[key] = FoldingSection(title, fill)
        made.folded.connect(self._keep_sections)
        self.column.addWidget(made)

    def _fill(self, section: Section, inside: QVBoxLayout) -> None:
        for name in section.names:
            field = make_field(name, self.snapshot)
            self._add(field, inside)
            if self.detail is not None:
                field.set_value(self.detail.values[name])

    def _fill_admission(self, inside: QVBoxLayout) -> None:
        inside.addWidget(self.admission)
        self.admission.show()

    def _fill_history(self, inside: QVBoxLayout) -> None:
        inside.addWidget(self.history)
        self._show_history()

    def _add(self, field: Field, column: QVBoxLayout) -> None:
        self._register(field)
        column.addWidget(field)

    def _register(self, field: Field) -> None:
        self.fields[field.name] = field
        field.edited.connect(partial(self._edit, field.name))

    def _keep_sections(self, *_state: object) -> None:
        self._memory.open_sections = tuple(key for key, section in self.sections.items() if section.is_open)
        self._memory.keep(self._services)

    # Showing

    def show_project(self, project_id: int) -> bool:
        """Show a project; return whether it is there."""
        is_other = self.detail is None or self.detail.id != project_id
        if is_other:
            self.finish()
        self.detail = self._services.workspace.read(project, project_id)
        if self.detail is None:
            return False
        if is_other:
            self._waiting = {}
            self.alike.clear()
            self.verticalScrollBar().setValue(0)
        for name, field in self.fields.items():
            if name not in self._waiting:
                self._put(field, self.detail.values, is_other=is_other)
        self._show_around(self.detail)
        self._look_around.start()
        return True

    def _put(self, field: Field, values: Mapping[str, Any], *, is_other: bool) -> None:
        value = values[field.name]
        if value is None and field.name in {"start", "end"}:
            value = values[f"{field.name}_written"] or None
        if is_other and isinstance(field, TypedField):
            field.reset(value)
            return
        field.set_value(value)
        if is_other:
            field.show_error("")

    def _show_around(self, detail: ProjectDetail) -> None:
        workspace = self._services.workspace
        row = self.snapshot.rows.get(detail.id)
        if row is not None:
            latest = workspace.read(history.latest_of_project, detail.id)
            self.head.show_project(self.snapshot, row, latest, workspace.now)
        for section in SECTIONS:
            filled = sum(1 for name in section.names if _is_filled(name, detail.values[name]))
            note = f"{filled}/{len(section.names)}" if filled else ""
            self.sections[section.key].head.set_note(note)
        asked = self.admission.look_at(detail.id)
        self.sections[_ADMISSION].setVisible(bool(asked.criteria))
        self.sections[_ADMISSION].head.set_note(f"{len(asked.answers)}/{len(asked.criteria)}")
        if self.sections[_HISTORY].is_open:
            self._show_history()

    def _show_history(self) -> None:
        if self.detail is not None:
            workspace = self._services.workspace
            happenings = workspace.read(history.of_project, self.detail.id)
            self.history.show_happenings(happenings, self.snapshot, workspace.now)

    def _show_alike(self) -> None:
        if self.detail is not None:
            self.alike.look_at(self.detail, self.snapshot)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Look around no more: the file may be about to be closed."""
        super().hideEvent(event)
        self._look_around.stop()
        self.alike.stop()

    # Editing

    def edit(self) -> None:
        """Let the user type at once."""
        title = self.fields["title"]
        title.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(title, GrowingField):
            title.area.selectAll()

    def finish(self) -> None:
        """Save what is being typed."""
        self.admission.finish()
        for field in self.fields.values():
            if isinstance(field, TypedField):
                field.commit()
        for name, field in self.fields.items():
            if field.error:
                # The form goes on to another project; what could not be saved must not vanish in silence.
                text = _("{field} was not saved. {reason}", field=field_name(name), reason=field.error)
                self._services.notices.say(text, tone=Tone.ATTENTION)
                field.show_error("")

    def ask_for(self, name: str, value: Any) -> None:
        """Try to change a value from elsewhere; what a rule needs for it is asked for at its field."""
        self.fields[name].set_value(value)
        self._edit(name, value)

    def _edit(self, name: str, value: Any) -> None:
        if self.detail is None:
            return
        changes = {**self._waiting, name: value}
        field = self.fields[name]
        is_typing = isinstance(field, TypedField) and len(changes) == 1
        try:
            self._run(EditProject(project=ProjectId(self.detail.id), changes=changes, is_typing=is_typing))
        except DomainError as error:
            self._refuse(error, changes)
            return
        self._waiting = {}
        for each in changes:
            self.fields[each].show_error("")

    def _refuse(self, error: DomainError, changes: Mapping[str, Any]) -> None:
        """Show why, at the field that is to be filled; keep what was chosen until it is possible."""
        wrong = str(error.parameters.get("field", ""))
        name = FIELD_OF.get(wrong, wrong)
        key = section_of(name)
        if key is not None:
            self.sections[key].open()
        field = self.fields.get(name)
        if field is None:
            self._waiting = {}
            self._services.notices.trouble(error)
            return
        self._waiting = dict(changes)
        field.show_error(trouble.sentence(error))
        if name not in changes:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, partial(self.ensureWidgetVisible, field))


def _is_filled(name: str, value: Any) -> bool:
    return name != "content_language" and value not in (None, "", [], {}, frozenset(), False)
