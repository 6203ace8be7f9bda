"""Files of a workshop, made beside the window or read in; what went wrong is told in a notice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.domain.values import Language, RoundId, SessionId
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.kit.outside import show_outside

if TYPE_CHECKING:
    from smartstad_desktop.ui.workshop.host import WorkshopHost

#: Reads from a connection to a copy of the file, and writes; it runs in a worker.
Work: TypeAlias = Callable[[Any, Progress], object]


class SessionFiles:
    """Writes and reads the files of a session."""

    def __init__(self, host: WorkshopHost) -> None:
        self._host = host

    def print_ballots(self, round_id: RoundId, path: Path) -> None:
        """Write the ballots of a round as a PDF."""
        language, now = current().language, self._host.services.workspace.now

        def work(connection: Any, progress: Progress) -> object:
            from smartstad_desktop.usecases.workshop.printed_ballots import ballot_papers, write_ballots  # noqa: PLC0415  when used

            return write_ballots(ballot_papers(connection, round_id, language, now), path, progress)

        self._write(_("Writing the ballots"), work, path)

    def print_board(self, session: SessionId, path: Path) -> None:
        """Write the board as a PDF."""
        language, now = current().language, self._host.services.workspace.now

        def work(connection: Any, progress: Progress) -> object:
            from smartstad_desktop.usecases.document_files import write_document  # noqa: PLC0415  when used
            from smartstad_desktop.usecases.workshop.printed_board import board_document  # noqa: PLC0415  when used

            return write_document(board_document(connection, session, language, now), path, progress)

        self._write(_("Writing the board"), work, path)

    def write_minutes(self, session: SessionId, language: Language, path: Path) -> None:
        """Write the minutes; many rounds take a while to count."""
        now = self._host.services.workspace.now

        def work(connection: Any, progress: Progress) -> object:
            from smartstad_desktop.usecases.document_files import write_document  # noqa: PLC0415  when used
            from smartstad_desktop.usecases.workshop.minutes import minutes_document  # noqa: PLC0415  when used

            return write_document(minutes_document(connection, session, language, now), path, progress)

        self._write(_("Writing the minutes"), work, path)

    def write_empty(self, round_id: RoundId, path: Path) -> None:
        """Write a ballot file to fill in."""
        language = current().language

        def work(connection: Any, _progress: Progress) -> object:
            from smartstad_desktop.usecases.workshop.ballot_sheet import write_empty  # noqa: PLC0415  when used

            return write_empty(connection, round_id, path, language)

        self._write(_("Writing the ballots"), work, path)

    def write_data(self, session: SessionId, path: Path) -> None:
        """Write the ballots of a session as data without persons."""
        language = current().language

        def work(connection: Any, _progress: Progress) -> object:
            from smartstad_desktop.usecases.workshop.ballot_data import write_ballot_data  # noqa: PLC0415  when used

            return write_ballot_data(connection, session, path, language)

        self._write(_("Writing the ballots"), work, path)

    def read_in(self, round_id: RoundId, path: Path) -> None:
        """Read ballots in; what is wrong is told with its line, and then nothing has changed."""
        from smartstad_desktop.usecases.workshop.ballot_import import import_ballots  # noqa: PLC0415  when used

        services = self._host.services
        try:
            count = import_ballots(services.workspace, round_id, path)
        except DomainError as error:
            services.notices.trouble(error)
            return
        services.notices.done(ngettext("{count} ballot was read in.", "{count} ballots were read in.", count))

    def _write(self, title: str, work: Work, path: Path) -> None:
        """Let a worker read from a copy of the file and write to *path*."""
        services = self._host.services
        image = services.workspace.private_copy()

        def job(progress: Progress) -> object:
            from smartstad_desktop.usecases.mapped import open_copy  # noqa: PLC0415  brings SQLAlchemy

            with open_copy(image) as connection:
                return work(connection, progress)

        services.jobs.start(title, job, lambda _made: self._written(path), services.notices.trouble)

    def _written(self, path: Path) -> None:
        offer = Offer(_("Open it"), lambda: show_outside(path))
        self._host.services.notices.say(_("{name} is written.", name=path.name), tone=Tone.GOOD, offer=offer)
