"""Packages made beside the window: written aside first, put in place whole, and told with the way to the folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, TypeVar

from smartstad_desktop.domain.files import FileUnwritable
from smartstad_desktop.domain.packages.about import Answer, Withheld
from smartstad_desktop.domain.packages.files import safe_name
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit.jobs import Job
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.kit.outside import show_outside
from smartstad_desktop.ui.kit.services import Services

if TYPE_CHECKING:
    from smartstad_desktop.usecases.packages.municipality import Waiting

T = TypeVar("T")


class PackageMaker:
    """Makes packages of the open workspace, one job at a time."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def for_towns(self, targets: Mapping[str, Path], folder: Path) -> Job:
        """Write the package of each municipality (by key) to its place in *folder*."""
        image, now = self._services.workspace.private_copy(), self._services.workspace.now

        def work(progress: Progress) -> tuple[Path, tuple[Waiting, ...]]:
            from smartstad_desktop.usecases.mapped import open_copy  # noqa: PLC0415  brings SQLAlchemy
            from smartstad_desktop.usecases.packages.municipality import write_packages  # noqa: PLC0415  when used

            aside = _aside(folder)
            try:
                with open_copy(image) as connection:
                    return aside, write_packages(connection, targets, aside, now, progress)
            except BaseException:
                shutil.rmtree(aside, ignore_errors=True)
                raise

        return self._start(_("Making packages for municipalities"), work, lambda made: self._deliver(folder, *made))

    def _deliver(self, folder: Path, aside: Path, waiting: tuple[Waiting, ...]) -> None:
        from smartstad_desktop.usecases.packages.municipality import deliver  # noqa: PLC0415  when used

        try:
            made = deliver(self._services.workspace, waiting, origin=self)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        for trouble in made.troubles:
            self._services.notices.trouble(trouble)
        if made.packages:
            told = ngettext("{count} package is ready.", "{count} packages are ready.", len(made.packages))
            self._done(told, folder)

    def archive(self, target: Path) -> Job:
        """Write the archive package to *target*."""
        image, now = self._services.workspace.private_copy(), self._services.workspace.now

        def work(progress: Progress) -> int:
            from smartstad_desktop.exchange.outgoing.package_writer import write_package  # noqa: PLC0415  when used
            from smartstad_desktop.usecases.mapped import open_copy  # noqa: PLC0415  brings SQLAlchemy
            from smartstad_desktop.usecases.packages.archive import archive  # noqa: PLC0415  when used

            with open_copy(image) as connection:
                made = archive(connection, now, progress=progress)
            write_package(made.files, target, progress)
            return made.left_out

        def done(left_out: int) -> None:
            told = _("The archive package is ready: {name}", name=target.name)
            kept = ngettext(
                "{count} confidential record was left out.", "{count} confidential records were left out.", left_out
            )
            self._done(f"{told}. {kept}" if left_out else told, target.parent)

        return self._start(_("Making the archive package"), work, done)

    def about(self, found: Answer, withheld: Sequence[Withheld], target: Path, *, with_notes: bool) -> Job:
        """Write everything about a subject to *target*, without what is kept back."""
        workspace, language = self._services.workspace, current().language
        image, now = workspace.private_copy(), workspace.now

        def work(progress: Progress) -> int:
            from smartstad_desktop.exchange.outgoing.package_writer import write_package  # noqa: PLC0415  when used
            from smartstad_desktop.usecases.mapped import open_copy  # noqa: PLC0415  brings SQLAlchemy
            from smartstad_desktop.usecases.packages.about_package import about_files, telling  # noqa: PLC0415  used here

            with open_copy(image) as connection:
                told = telling(connection, found, withheld, language, now)
            return write_package(about_files(told, with_notes=with_notes, progress=progress), target, progress)

        ready = _("The documents are ready: {name}", name=target.name)
        return self._start(_("Compiling the documents"), work, lambda _size: self._done(ready, target.parent))

    def _start(self, title: str, work: Callable[[Progress], T], done: Callable[[T], None]) -> Job:
        return self._services.jobs.start(title, work, done, self._services.notices.trouble)

    def _done(self, told: str, folder: Path) -> None:
        offer = Offer(_("Open the folder"), lambda: show_outside(folder))
        self._services.notices.say(told, tone=Tone.GOOD, offer=offer)


def suggested(name: str) -> str:
    """Return *name* as the name of an archive."""
    return f"{safe_name(name)}.zip"


def _aside(folder: Path) -> Path:
    """Return a new hidden folder on the same disk, so that what lies in it can take its place at once."""
    try:
        return Path(mkdtemp(prefix=".smartstad-", dir=folder))
    except OSError as error:
        raise FileUnwritable(path=str(folder)) from error
