"""What is chosen on the timeline, beside it: the form of an entry or of a part."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from smartstad_desktop.reads.programme.timeline import Timeline
from smartstad_desktop.text.phrases import ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Label, Panel, Type
from smartstad_desktop.ui.kit.record_form import Write
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.programme.timeline.forms import EntryForm, PartForm, WorkForm
from smartstad_desktop.ui.programme.timeline.lines import TimelineLine

_WIDTH = 380
_LEAST = 300


class Beside(Panel):
    """Hidden while nothing is chosen, so that the picture has the room."""

    deleting = Signal()

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent, radius=0)
        self._write = write
        self._around: object = None
        self.part_form = PartForm(write)
        self.entry_form: EntryForm | None = None
        self._many = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self._many.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._places = QStackedWidget()
        self._places.addWidget(self._many)
        self._places.addWidget(self.part_form)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._places)
        self.setMinimumWidth(theme.current().space(_LEAST))
        self.part_form.deleting.connect(self.deleting)

    @property
    def preferred_width(self) -> int:
        """Return how wide it is before somebody moves its edge."""
        return theme.current().space(_WIDTH)

    @property
    def form(self) -> WorkForm | None:
        """Return the form that is shown."""
        shown = self._places.currentWidget()
        return shown if isinstance(shown, WorkForm) else None

    def show_chosen(self, lines: list[TimelineLine], timeline: Timeline) -> None:
        """Show the one line that is chosen, or how many are."""
        self.setVisible(bool(lines))
        if len(lines) != 1:
            self.finish()
            self._many.setText(ngettext("{count} is chosen", "{count} are chosen", len(lines)))
            self._places.setCurrentWidget(self._many)
            return
        number = lines[0].key[1]
        if lines[0].is_part:
            self.part_form.show_part(next(part for part in timeline.parts if part.id == number))
            self._places.setCurrentWidget(self.part_form)
            return
        form = self._form_of_entries(timeline)
        form.show_entry(next(entry for entry in timeline.entries if entry.id == number))
        self._places.setCurrentWidget(form)

    def _form_of_entries(self, timeline: Timeline) -> EntryForm:
        around = (timeline.towns, [(part.id, part.name) for part in timeline.parts])
        if self.entry_form is None or around != self._around:
            # What can be chosen has changed, so the fields are made anew.
            if self.entry_form is not None:
                self.entry_form.finish()
                self._places.removeWidget(self.entry_form)
                self.entry_form.deleteLater()
            self._around = around
            self.entry_form = EntryForm(self._write, timeline)
            self.entry_form.deleting.connect(self.deleting)
            self._places.addWidget(self.entry_form)
        return self.entry_form

    def edit(self) -> None:
        """Let the user write in the name."""
        form = self.form
        if form is not None:
            form.edit(next(iter(form.fields)))

    def finish(self) -> None:
        """Save what is being typed."""
        for form in (self.part_form, self.entry_form):
            if form is not None:
                form.finish()
