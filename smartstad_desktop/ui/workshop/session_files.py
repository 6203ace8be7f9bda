"""Files of a workshop, written beside the window or read in; what went wrong is told in a notice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.domain.values import Language, RoundId, SessionId
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.kit.outside import show_outside

if TYPE_CHECKING:
    from smartstad_desktop.ui.workshop.host import WorkshopHost


class SessionFiles:
    """Writes and reads the files of a session."""

    def __init__(self, host: WorkshopHost) -> None:
        self._host = host

    def print_ballots(self, round_id: RoundId, path: Path) -> None:
        """Write the ballots of a round as a PDF beside the window."""
        from smartstad_desktop.usecases.printed_ballots import ballot_papers, write_ballots  # noqa: PLC0415  when used

        workspace = self._host.services.workspace

        def make() -> Callable[[Progress], int]:
            papers = workspace.read(ballot_papers, round_id, current().language, workspace.now)
            return lambda progress: write_ballots(papers, path, progress)

        self._write(_("Writing the ballots"), make, path)

    def print_board(self, session: SessionId, path: Path) -> None:
        """Write the board as a PDF beside the window."""
        from smartstad_desktop.usecases.printed_board import board_document, write_board  # noqa: PLC0415  when used

        workspace = self._host.services.workspace

        def make() -> Callable[[Progress], int]:
            document = workspace.read(board_document, session, current().language, workspace.now)
            return lambda progress: write_board(document, path, progress)

        self._write(_("Writing the board"), make, path)

    def write_minutes(self, session: SessionId, language: Language, path: Path) -> None:
        """Write the minutes beside the window."""
        from smartstad_desktop.usecases.minutes import minutes_document, write_minutes  # noqa: PLC0415  when used

        workspace = self._host.services.workspace

        def make() -> Callable[[Progress], int]:
            document = workspace.read(minutes_document, session, language, workspace.now)
            return lambda progress: write_minutes(document, path, progress)

        self._write(_("Writing the minutes"), make, path)

    def write_empty(self, round_id: RoundId, path: Path) -> None:
        """Write a ballot file to fill in."""
        from smartstad_desktop.usecases.ballot_sheet import write_empty  # noqa: PLC0415  when used

        workspace = self._host.services.workspace
        self._at_once(lambda: workspace.read(write_empty, round_id, path, current().language), path)

    def read_in(self, round_id: RoundId, path: Path) -> None:
        """Read ballots in; what is wrong is told with its line, and then nothing has changed."""
        from smartstad_desktop.usecases.ballot_import import import_ballots  # noqa: PLC0415  when used

        services = self._host.services
        try:
            count = import_ballots(services.workspace, round_id, path)
        except DomainError as error:
            services.notices.trouble(error)
            return
        services.notices.done(ngettext("{count} ballot was read in.", "{count} ballots were read in.", count))

    def write_data(self, session: SessionId, path: Path) -> None:
        """Write the ballots of a session as data without persons."""
        from smartstad_desktop.usecases.ballot_data import write_ballot_data  # noqa: PLC0415  when used

        workspace = self._host.services.workspace
        self._at_once(lambda: workspace.read(write_ballot_data, session, path, current().language), path)

    def _write(self, title: str, make: Callable[[], Callable[[Progress], int]], path: Path) -> None:
        """Read at once, then write beside the window."""
        services = self._host.services
        try:
            work = make()
        except DomainError as error:
            services.notices.trouble(error)
            return
        services.jobs.start(title, work, lambda _size: self._written(path), services.notices.trouble)

    def _at_once(self, write: Callable[[], object], path: Path) -> None:
        try:
            write()
        except DomainError as error:
            self._host.services.notices.trouble(error)
            return
        self._written(path)

    def _written(self, path: Path) -> None:
        offer = Offer(_("Open it"), lambda: show_outside(path))
        self._host.services.notices.say(_("{name} is written.", name=path.name), tone=Tone.GOOD, offer=offer)
