"""Examples seen elsewhere: what others do, what it would take here, and who could adopt it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.errors import MunicipalityMissing, TitleMissing
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.values import MunicipalityId, ProjectId
from smartstad_desktop.reads.examples import ExampleRow, ExamplesShown, examples
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.examples.example_form import ExampleForm
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.fields import ChoiceField, LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.frames import beneath_header, offer, side_by_side
from smartstad_desktop.ui.kit.page import Page, PageId, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState, PageHeader, Pill
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.side import Side
from smartstad_desktop.usecases.inventory.examples import AdoptExample
from smartstad_desktop.usecases.inventory.inventory import AddProject, DeleteProjects, EditProject


class ExamplesPage(Page):
    """A table of examples, the chosen one beside it."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PROJECT, Kind.PROJECT_THEME, Kind.PROJECT_ADOPTER, Kind.PROJECT_LINK, Kind.MUNICIPALITY, Kind.THEME}
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._shown: ExamplesShown | None = None
        self._around: object = None
        self._dialog: Dialog | None = None
        self.form: ExampleForm | None = None
        self.header = PageHeader(_("Seen elsewhere"))
        self.pill = Pill()
        self.search = SearchField(_("Search examples"))
        self.add = Button(_("Add example"), ButtonKind.PRIMARY, "plus")
        self.rows = RowsModel[ExampleRow](self._columns(), key=lambda row: row.id, parent=self)
        self.table = RecordsTable(self.rows, _("Examples"), (300, 150, 170, 170, 100))
        self.side = Side(_("Choose an example to see what it would take to do it here."))
        self._places = QStackedWidget()
        self._arrange()
        self._connect()

    def _columns(self) -> list[Column[ExampleRow]]:
        return [
            Column(_("Example"), lambda row: row.title),
            Column(field_name("place"), lambda row: row.place),
            Column(field_name("themes"), self._themes),
            Column(field_name("adopters"), self._adopters),
            Column(
                _("Made here"), lambda row: current().number(len(row.adopted)) if row.adopted else "", is_number=True
            ),
        ]

    def _themes(self, row: ExampleRow) -> str:
        names = {} if self._shown is None else self._shown.themes
        return ", ".join(name.in_language(current().language) for key, name in names.items() if key in row.themes)

    def _adopters(self, row: ExampleRow) -> str:
        towns = {} if self._shown is None else self._shown.towns
        return ", ".join(town.name for town in towns.values() if town.id in row.adopters)

    def _arrange(self) -> None:
        self.header.beside.addWidget(self.pill)
        self.header.tools.addWidget(self.search)
        self.header.tools.addWidget(self.add)
        self._places.addWidget(self.table)
        self._places.addWidget(self._empty())
        splitter = side_by_side(self._places, self.side, self.side.preferred_width)
        beneath_header(self, splitter, self.header)

    def _empty(self) -> EmptyState:
        made = EmptyState(
            "telescope",
            _("No examples yet"),
            _("Write down what works in other places, what it takes to do the same, and who could."),
        )
        offer(made, _("Add example"), self.add_example)
        return made

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_example)
        self.search.textChanged.connect(self._show_rows)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._edit)
        self.table.deleting.connect(self.delete)
        self.search.come_by_key(self)

    # Reading

    @override
    def refresh(self) -> None:
        """Read the examples."""
        self._shown = self.services.workspace.read(examples)
        count = len(self._shown.examples)
        self._places.setCurrentIndex(0 if count else 1)
        self.pill.setText(current().number(count))
        self.pill.setAccessibleName(_("Examples"))
        self.pill.setVisible(bool(count))
        self._show_rows()
        self.table.choose_first()
        self._show_chosen()

    @override
    def go_to(self, target: PageTarget) -> None:
        """Choose an example."""
        if target.row is not None:
            self.table.choose(target.row)

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        if self.form is not None:
            self.form.finish()
        return True

    def _show_rows(self, *_text: object) -> None:
        if self._shown is not None:
            words = self.search.text().casefold().split()
            self.rows.show(row for row in self._shown.examples if all(word in _text_of(row) for word in words))

    def _show_chosen(self) -> None:
        chosen, shown = self.table.chosen_rows(), self._shown
        if len(chosen) != 1 or shown is None:
            self.side.show_nothing()
            return
        around = (shown.towns, shown.themes)
        if self.form is None or around != self._around:
            # What can be chosen has changed, so the fields are made anew.
            self.leave()
            self._around = around
            self.form = ExampleForm(self._write, shown)
            self.form.adopting.connect(self.adopt)
            self.form.deleting.connect(self.delete)
            self.form.project_wanted.connect(self._go_to_project)
        self.form.show_example(chosen[0])
        self.side.show_form(self.form)

    # Deeds

    def add_example(self) -> None:
        """Ask for an example."""
        dialog = self._dialog = Dialog(_("Add an example"), _("Add example"), self)
        dialog.add(
            TextField("title", _("What do they do?")),
            TextField("place", _("Where?")),
            LongTextField("what", field_name("what"), lines=3),
        )
        dialog.check_with(_check_title)
        dialog.confirmed.connect(self._add)
        dialog.open()

    def _add(self, values: dict[str, Any]) -> None:
        fields = {**values, "is_external": True, "status": Status.OPERATION, "content_language": current().language}
        outcome = self.perform(AddProject(fields=fields))
        if outcome is not None:
            self.table.choose(outcome.value)

    def delete(self) -> None:
        """Delete the chosen examples; the notice offers to undo."""
        chosen = self.table.chosen_rows()
        if chosen:
            self.perform(DeleteProjects(projects=tuple(row.id for row in chosen)), offer_undo=True)

    def adopt(self) -> None:
        """Ask which municipality wants to do the same."""
        chosen, shown = self.table.chosen_rows(), self._shown
        if len(chosen) != 1 or shown is None:
            return
        example: ExampleRow = chosen[0]
        dialog = self._dialog = Dialog(_("Make a project after the example"), _("Make the project"), self)
        dialog.add(
            TextField("title", field_name("title")),
            ChoiceField(
                "town", _("Which municipality leads it?"), [(town.id, town.name) for town in shown.towns.values()]
            ),
        )
        dialog.fields["title"].set_value(example.title)
        dialog.fields["town"].set_value(min(example.adopters, default=None))
        dialog.check_with(_check_adoption)

        def adopted(values: dict[str, Any]) -> None:
            command = AdoptExample(
                example=example.id, municipality=MunicipalityId(values["town"]), title=values["title"]
            )
            self.perform(command, offer_undo=True)

        dialog.confirmed.connect(adopted)
        dialog.open()

    def _edit(self) -> None:
        self._show_chosen()
        if self.form is not None:
            self.form.edit("title")

    def _write(self, example: ProjectId, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self.run(EditProject(project=example, changes=changes, is_typing=is_typing))

    def _go_to_project(self, project: int) -> None:
        self.navigate.emit(PageTarget(PageId.INVENTORY, row=project))


def _text_of(row: ExampleRow) -> str:
    return f"{row.title} {row.what} {row.why} {row.place} {row.transferability} {row.observed_effect}".casefold()


def _check_title(values: dict[str, Any]) -> None:
    if not values["title"]:
        raise TitleMissing(field="title")


def _check_adoption(values: dict[str, Any]) -> None:
    _check_title(values)
    if values["town"] is None:
        raise MunicipalityMissing(field="town")
