"""Says before people weigh projects which of them resemble each other: near-duplicates split what people think."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.reads.lists import alike as reads
from smartstad_desktop.reads.lists.alike import AlikeRow
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.jobs import Job
from smartstad_desktop.ui.kit.parts import Label, Panel
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.mapped import open_copy

#: Changes rest this long before likeness is looked up again.
_REST_MS = 800


class AlikeHint(Panel):
    """One line, shown only when some of the projects are alike; a button leads to the nearest pair."""

    #: Carries the id of a project of the nearest pair.
    wanted = Signal(int)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill=Role.ATTENTION_TINT, edge=None)
        self._services = services
        self._projects: frozenset[ProjectId] = frozenset()
        self._nearest: AlikeRow | None = None
        self._job: Job | None = None
        self.words = Label("", role=Role.ATTENTION, wraps=True)
        self.compare = Button(_("Compare them"), icon="git-merge")
        self.compare.clicked.connect(self._go)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.compare)
        self.column.addLayout(row)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._look)
        self.hide()

    def look_among(self, projects: frozenset[ProjectId]) -> None:
        """Look for pairs among *projects*, soon and beside the window."""
        self._projects = projects
        self._rest.start()

    def _look(self) -> None:
        around = self.parentWidget()
        if around is None or not around.isVisible():
            # The page was left meanwhile, and the file may be closed.
            return
        self.stop()
        image, projects = self._services.workspace.private_copy(), self._projects

        def work(progress: Progress) -> tuple[AlikeRow, ...]:
            progress.report(0, 0)
            with open_copy(image) as connection:
                return reads.among(connection, projects)

        self._job = self._services.jobs.start(_("Looking for similar projects"), work, self.show_pairs, self._give_up)

    def show_pairs(self, pairs: tuple[AlikeRow, ...]) -> None:
        """Say how many pairs there are and name the nearest."""
        self._nearest = pairs[0] if pairs else None
        self.setVisible(bool(pairs))
        if self._nearest is not None:
            told = ngettext(
                "{count} pair of projects is much alike: “{first}” and “{second}”. Join or link them before you weigh.",
                "{count} pairs of projects are much alike, nearest “{first}” and “{second}”. "
                "Join or link them before you weigh.",
                len(pairs),
                first=self._nearest.one.title,
                second=self._nearest.other.title,
            )
            self.words.setText(told)

    def stop(self) -> None:
        """Look no further."""
        if self._job is not None:
            self._job.cancel()
        self._job = None

    def _give_up(self, error: DomainError) -> None:
        self._services.notices.trouble(error)

    def _go(self) -> None:
        if self._nearest is not None:
            self.wanted.emit(self._nearest.one.id)
