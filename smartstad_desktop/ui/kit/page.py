"""The base of every page: reads when it is shown, runs commands, asks the shell to go elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import ChangeSet, Kind
from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.text.steps import step_name
from smartstad_desktop.ui.kit.targets import PageId, PageTarget

if TYPE_CHECKING:
    from smartstad_desktop.ui.kit.services import Services
    from smartstad_desktop.usecases.command import Command, Outcome

__all__ = ["Page", "PageId", "PageTarget"]


class Page(QWidget):
    """A page of the window. Subclasses set ``interests`` and write ``refresh``.

    A visible page reads again when one of its interests has changed; a hidden one only notes that it is stale and
    reads when it is shown. A page never calls ``refresh`` itself after a command: the change set does.
    """

    #: A command that a part of the page wants run; the page runs it.
    requested = Signal(object)
    #: A ``PageTarget`` the user wants to go to; the shell goes there.
    navigate = Signal(object)

    interests: ClassVar[frozenset[Kind]] = frozenset()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self._is_stale = True
        self.requested.connect(self.perform)
        services.changes.happened.connect(self._on_changes)

    def refresh(self) -> None:
        """Read what the page shows and show it."""
        raise NotImplementedError

    def go_to(self, target: PageTarget) -> None:
        """Show what *target* asks for; pages that can select or filter write their own."""

    def leave(self) -> bool:
        """Return whether the page may be left; one with an unfinished draft finishes it here first."""
        return True

    def give_up(self) -> object | None:
        """Give up what the page that takes this one's place has to go on with, when the window is made anew.

        Such as a line that is half-written; nothing of it is saved, and nothing is left here.
        """
        return None

    def take_up(self, kept: object) -> None:
        """Go on with what ``give_up`` has returned."""

    def perform(self, command: Command, *, offer_undo: bool = False) -> Outcome | None:
        """Run *command*; trouble is told where it was made or in a notice, and then there is no outcome."""
        try:
            return self.run(command, offer_undo=offer_undo)
        except DomainError as error:
            if not self.refuse(error):
                self.services.notices.trouble(error)
            return None

    def run(self, command: Command, *, offer_undo: bool = False) -> Outcome:
        """Run *command* for a form, which shows refusals at its fields itself.

        Raises:
            DomainError: it was refused; nothing has changed.
        """
        outcome = self.services.workspace.run(command, origin=self)
        if outcome.step is not None:
            self._tell(offer_undo=offer_undo)
        return outcome

    def refuse(self, error: DomainError) -> bool:
        """Show why a change was refused at its field; return whether the page has such a place."""
        del error
        return False

    def _tell(self, *, offer_undo: bool) -> None:
        step = self.services.workspace.to_undo()
        if step is None:
            return
        name = step_name(step.command, step.parameters)
        if offer_undo:
            self.services.notices.done(name)
        else:
            self.services.notices.announce(name)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Read now if something changed while the page was hidden."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def mark_stale(self) -> None:
        """Read again: at once when the page is shown, otherwise when it will be."""
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True

    def _on_changes(self, changes: ChangeSet) -> None:
        if self.interests & changes.kinds:
            self.mark_stale()
