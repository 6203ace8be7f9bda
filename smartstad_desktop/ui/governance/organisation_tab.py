"""The tab of the organisation: its picture or its list at the left, the chosen body or seat at the right."""

from __future__ import annotations

from typing import ClassVar, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.reads.governance.bodies import BodiesShown, bodies_shown
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.governance.bodies_list import BodiesList
from smartstad_desktop.ui.governance.body_dialogs import new_body
from smartstad_desktop.ui.governance.people_dialog import PeopleDialog
from smartstad_desktop.ui.governance.picture_export import PictureExport
from smartstad_desktop.ui.governance.picture_view import OrganisationPicture, PictureArea
from smartstad_desktop.ui.governance.seat_side import OrganisationSide
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.frames import beneath_header, offer, side_by_side
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState, PageHeader
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.governance.bodies import AddBody
from smartstad_desktop.usecases.governance.organisation_picture import Target, organisation_picture

_PICTURE: Final = "picture"
_LIST: Final = "list"


class OrganisationTab(Page):
    """Who decides, who prepares, and who sits where."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {
            *(Kind.GOVERNANCE_BODY, Kind.BODY_SEAT, Kind.MEMBERSHIP, Kind.PERSON, Kind.ORGANISATION),
            *(Kind.MUNICIPALITY, Kind.DECISION),
        }
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Organisation"))
        self.views = ChipRow(_("What is shown"), single=True)
        self.people_button = Button(_("People…"), icon="users")
        self.export_button = Button(_("Save picture…"), icon="download")
        self.add_button = Button(_("Add body…"), ButtonKind.PRIMARY, "plus")
        self.picture = OrganisationPicture()
        self.list = BodiesList()
        self.side = OrganisationSide(self.run, self)
        self.stack = QStackedWidget()
        self.places = QStackedWidget()
        self._export = PictureExport(services, self)
        self._shown: BodiesShown | None = None
        self.dialog: Dialog | None = None
        self.people: PeopleDialog | None = None
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.views.show_faces([ChipFace(_PICTURE, _("Picture")), ChipFace(_LIST, _("List"))])
        self.views.set_keys(frozenset({_PICTURE}))
        self.header.beside.addWidget(self.views, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.people_button, self.export_button, self.add_button):
            self.header.tools.addWidget(button)
        self.stack.addWidget(PictureArea(self.picture))
        self.stack.addWidget(self.list)
        splitter = side_by_side(self.stack, self.side, self.side.preferred_width)
        self.places.addWidget(splitter)
        self.places.addWidget(self._empty())
        beneath_header(self, self.places, self.header)

    def _empty(self) -> EmptyState:
        made = EmptyState(
            "network",
            _("No bodies yet"),
            _("Write down who decides and who does the work: begin with the steering group, then add its seats."),
        )
        offer(made, _("Add body…"), self.add_body)
        return made

    def _connect(self) -> None:
        self.views.picked.connect(self._pick_view)
        self.add_button.clicked.connect(self.add_body)
        self.export_button.clicked.connect(self._save_picture)
        self.people_button.clicked.connect(self.show_people)
        self.picture.chosen.connect(self.choose)
        self.picture.opened.connect(self.side.edit)
        self.picture.deleting.connect(self.side.delete)
        self.picture.moving.connect(self.side.move_by)
        self.list.chosen.connect(self._list_chosen)
        self.list.opened.connect(self.side.edit)
        self.list.deleting.connect(self.side.delete)
        self.side.chosen.connect(self.choose)
        self.side.requested.connect(self._perform)

    # Showing

    @override
    def refresh(self) -> None:
        """Read the bodies."""
        workspace = self.services.workspace
        today = workspace.now.astimezone().date()
        self._shown = shown = workspace.read(bodies_shown, today)
        self.places.setCurrentIndex(0 if shown.bodies else 1)
        for tool in (self.views, self.people_button, self.export_button, self.add_button):
            tool.setVisible(bool(shown.bodies))
        self.picture.show_picture(organisation_picture(shown, current()))
        self.list.show_bodies(shown)
        self.side.show_bodies(shown, today)
        self._tell_counts(shown)
        if self.people is not None:
            self.people.show_people(shown)
        if self.side.target is None and shown.bodies:
            self.choose(("body", shown.bodies[0].id))
        self._mark(self.side.target)

    def _tell_counts(self, shown: BodiesShown) -> None:
        seats = [seat for body in shown.bodies for seat in body.seats]
        told = [ngettext("{count} body", "{count} bodies", len(shown.bodies))]
        if seats:
            filled = sum(seat.is_filled for seat in seats)
            words = ngettext(
                "{filled} of {count} seat filled", "{filled} of {count} seats filled", len(seats), filled=filled
            )
            told.append(words)
        self.header.set_title(_("Organisation"), " · ".join(told) if shown.bodies else "")

    @override
    def go_to(self, target: PageTarget) -> None:
        """Choose a body or a seat."""
        if target.row is not None:
            what = "seat" if target.filters.get("what") == "seat" else "body"
            self.choose((what, target.row))

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.side.finish()
        return True

    def choose(self, target: Target) -> None:
        """Show a body or a seat beside the picture, and mark it there."""
        self.side.show_target(target)
        self._mark(self.side.target)

    def _mark(self, target: Target | None) -> None:
        self.picture.choose(target)
        if target is not None and self.list.target != target:
            self.list.choose(target)

    def _list_chosen(self) -> None:
        target = self.list.target
        if target is not None and target != self.side.target:
            self.choose(target)

    def _pick_view(self, _keys: object) -> None:
        # One of the two is always shown: a second click does not switch both off.
        shown = _LIST if self.stack.currentIndex() else _PICTURE
        self.views.set_keys(self.views.keys() or frozenset({shown}))
        self.stack.setCurrentIndex(1 if self.views.keys() >= {_LIST} else 0)

    # Doing

    def _perform(self, command: Command) -> None:
        self.perform(command, offer_undo=True)

    def add_body(self) -> None:
        """Ask for a new body; one that is chosen is offered as the one it answers to."""
        if self._shown is None:
            return
        target = self.side.target
        above = target[1] if target is not None and target[0] == "body" else None
        self.dialog = new_body(self._shown, above, self._add, self)

    def _add(self, values: dict[str, object]) -> None:
        own = f"name_{current().language.value}"
        made = self.perform(AddBody(fields={**values, own: values["name_sv"]}))
        if made is not None:
            self.choose(("body", cast("int", made.value)))

    def show_people(self) -> None:
        """Show everybody the file knows by name."""
        if self._shown is None:
            return
        self.people = made = PeopleDialog(self.run, self)
        made.show_people(self._shown)
        made.requested.connect(self._perform)
        made.finished.connect(self._forget_people)
        made.open()

    def _forget_people(self) -> None:
        self.people = None

    def _save_picture(self) -> None:
        if self._shown is not None:
            self._export.ask(organisation_picture(self._shown, current()).drawing)
