"""What the file knows about one person, found beside the window, with what can be done about it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.personal.wanted import Wanted, WantedTooShort
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.personal.people import PersonShown
from smartstad_desktop.reads.personal.traces import Trace
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.text.personal.words import subject_name
from smartstad_desktop.text.phrases import _, ngettext, phrasebook
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.forms import ask_save_path
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.kit.outside import show_outside
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.side import Side
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.personal.anonymise_dialog import AnonymiseDialog
from smartstad_desktop.usecases.document_files import write_document
from smartstad_desktop.usecases.governance.people import EditPerson
from smartstad_desktop.usecases.mapped import open_copy
from smartstad_desktop.usecases.personal.extract import Extract, extract, extract_document

_WIDTH: Final = 470


class PersonSide(Side):
    """Shows one person; the search runs in a worker, and what comes late for somebody else is let go."""

    def __init__(self, services: Services, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(_("Choose a person to see everything that is known."), parent)
        self._services = services
        self._run = run
        self._asked: tuple[Wanted, int | None] | None = None
        self.found: Extract | None = None
        self.dialog: AnonymiseDialog | None = None
        self.name = Label("", Type.TITLE, Weight.BOLD, wraps=True)
        self.facts = Label("", role=Role.INK_SOFT, wraps=True)
        self.weed_on = DayField("weed_on", _("Weed out on (own day)"))
        self.weed_on.edited.connect(self._set_day)
        self.told = Label("", Type.STRONG, Weight.SEMIBOLD, wraps=True)
        self.rows = RowsModel[Trace](
            [
                Column(_("Text"), lambda row: row.excerpt),
                Column(_("Where"), _where),
            ],
            key=lambda row: row.place,
            parent=self,
        )
        self.table = RecordsTable(self.rows, _("Where the name stands"), (200, 170))
        self.history = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.extract_button = Button(_("Register extract…"), icon="file-down")
        self.anonymise_button = Button(_("Make anonymous…"), icon="eye-off")
        self.extract_button.clicked.connect(self.ask_extract)
        self.anonymise_button.clicked.connect(self.ask_anonymise)
        self._sheet = self._arranged()

    def _arranged(self) -> QWidget:
        space = theme.current().space
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(space(20), space(16), space(20), space(16))
        column.setSpacing(space(10))
        tools = QHBoxLayout()
        tools.addWidget(self.extract_button)
        tools.addWidget(self.anonymise_button)
        tools.addStretch(1)
        column.addWidget(self.name)
        column.addWidget(self.facts)
        column.addWidget(self.weed_on)
        column.addLayout(tools)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addWidget(self.history)
        return sheet

    @property
    @override
    def preferred_width(self) -> int:
        """Return a width in which a text and where it stands fit beside each other."""
        return theme.current().space(_WIDTH)

    @property
    def person(self) -> int | None:
        """Return the row of the register that is shown, or None for somebody who stands only in texts."""
        return self._asked[1] if self._asked else None

    def show_person(self, row: PersonShown) -> None:
        """Show a person of the register."""
        parts = (row.title, row.home, "" if row.is_protected else row.email, "" if row.is_protected else row.phone)
        self._show(row.shown, " · ".join(dict.fromkeys(part for part in parts if part)))
        self.weed_on.setVisible(row.anonymised_on is None)
        self.weed_on.set_value(row.weed_on)
        self._look(row.wanted, row.id)

    def show_somebody(self, wanted: Wanted) -> None:
        """Show somebody who may stand in texts alone."""
        self._show(wanted.name or wanted.email or wanted.phone, _("Looked for in all texts"))
        self.weed_on.hide()
        self._look(wanted, None)

    def show_nobody(self) -> None:
        """Show that nobody is chosen."""
        self._asked = self.found = None
        self.show_nothing()

    def _show(self, name: str, facts: str) -> None:
        self.name.setText(name)
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))
        self.show_form(self._sheet)

    def _look(self, wanted: Wanted, person: int | None) -> None:
        asked = (wanted, person)
        self._asked, self.found = asked, None
        self._tell()
        image = self._services.workspace.private_copy()

        def work(_progress: Progress) -> Extract:
            with open_copy(image) as connection:
                return extract(connection, wanted, person)

        def done(found: Extract) -> None:
            if self._asked == asked:
                self.found = found
                self._tell()

        def failed(error: Exception) -> None:
            if not isinstance(error, WantedTooShort):
                self._services.notices.trouble(error)  # pyright: ignore[reportArgumentType]  jobs fail with our errors only

        self._services.jobs.start(_("Looking for a person"), work, done, failed)

    def _tell(self) -> None:
        found = self.found
        self.rows.show(found.traces if found else ())
        for button in (self.extract_button, self.anonymise_button):
            button.setEnabled(found is not None)
        self.anonymise_button.setEnabled(found is not None and not self._services.workspace.is_read_only)
        if found is None:
            self.told.setText(_("Looking …"))
            self.history.setText("")
            return
        self.told.setText(
            ngettext("Stands in {count} text", "Stands in {count} texts", len(found.traces))
            if found.traces
            else _("In no text of the file.")
        )
        steps = len({step.step for step in found.past})
        parts = [ngettext("{count} step in the history", "{count} steps in the history", steps)] if steps else []
        if found.files:
            parts.append(ngettext("{count} received list", "{count} received lists", len(found.files)))
        self.history.setText(" · ".join(parts))

    def _set_day(self, value: object) -> None:
        if self.person is not None:
            self._run(EditPerson(person=self.person, changes={"weed_on": value}))

    def ask_extract(self) -> None:
        """Ask where the extract goes, and write it."""
        if self.found is not None:
            name = _("Register extract {name}.pdf", name=self.name.text())
            ask_save_path(self, _("Save the register extract"), _("PDF (*.pdf)"), self.write_extract, suggestion=name)

    def write_extract(self, path: Path) -> None:
        """Write the extract to *path* beside the window."""
        if self.found is None:
            return
        workspace = self._services.workspace
        held = workspace.read(programme)
        language = Language(held.language) if held else Language.SV
        document = extract_document(self.found, phrasebook(language), workspace.now)
        offer = Offer(_("Open PDF"), lambda: show_outside(path))

        def done(_size: int) -> None:
            self._services.notices.say(_("The register extract is written."), tone=Tone.GOOD, offer=offer)

        self._services.jobs.start(
            _("Writing the register extract"),
            lambda progress: write_document(document, path, progress),
            done,
            self._services.notices.trouble,
        )

    def ask_anonymise(self) -> None:
        """Ask what is to stand instead of the name, and where it is somebody else."""
        if self.found is not None:
            self.dialog = AnonymiseDialog(self._services, self._run, self.found, self)
            self.dialog.open()


def _where(row: Trace) -> str:
    return " · ".join(part for part in (subject_name(row.subject), row.record) if part)
