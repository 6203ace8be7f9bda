"""The page of workshops: a list of them, the preparation of one, or the console of the one that is going on."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState, PageHeader
from smartstad_desktop.ui.kit.services import Services


class WorkshopPage(Page):
    """Meetings where projects are weighed together."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {
            *(Kind.SESSION, Kind.SEAT, Kind.ATTENDANCE, Kind.AGENDA_ITEM, Kind.SESSION_NOTE, Kind.SNAPSHOT),
            *(Kind.ROUND, Kind.ROUND_ITEM, Kind.ROUND_CRITERION, Kind.BALLOT, Kind.BALLOT_MARK),
            *(Kind.MUNICIPALITY, Kind.PROJECT, Kind.PROGRAMME, Kind.PLACEMENT, Kind.BOARD_COLUMN),
        }
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        space = theme.current().space
        self.header = PageHeader(_("Workshops"))
        self.places = QStackedWidget()
        self.places.addWidget(
            EmptyState(
                "users",
                _("No workshops yet"),
                _("Prepare a meeting where the municipalities weigh projects together: who comes, agenda and rounds."),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(space(26), space(16), space(26), space(20))
        column.addWidget(self.header)
        column.addWidget(self.places, 1)

    def lead_to(self, target: PageTarget) -> None:
        """Show another page of the window."""
        self.navigate.emit(target)

    @override
    def refresh(self) -> None:
        """Read what is shown."""
