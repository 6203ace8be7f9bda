"""Looks beside the window whether the order of the projects holds under other weights."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject
from shiboken6 import isValid

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.goals.goal_matrix import Standing
from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.jobs import Job, Jobs
from smartstad_desktop.ui.matrix.gaps import standing_words
from smartstad_desktop.ui.matrix.sheet import Sheet

#: So many products of an answer and a weight may be reckoned for one sentence.
_EFFORT: Final = 40_000_000
_MOST_ROUNDS: Final = 10_000
_FEWEST_ROUNDS: Final = 1000


class StandingCheck(QObject):
    """Says the sentence about the order; a later question makes an earlier answer worthless."""

    def __init__(self, jobs: Jobs, say: Callable[[str, str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._say = jobs, say
        self._job: Job | None = None

    def look_at(self, sheet: Sheet) -> None:
        """Say how well the order of *sheet* holds, now or soon."""
        self.stop()
        if sheet.scale is not Scale.CONTRIBUTION:
            self._say("", "")
            return
        # Copies: the worker must not see answers change.
        rows = [tuple(sheet.answers[row.id]) for row in sheet.counted_rows()]
        weights = tuple(sheet.counted)
        cells = max(1, len(rows) * len(weights))
        rounds = max(_FEWEST_ROUNDS, min(_MOST_ROUNDS, _EFFORT // cells // 1000 * 1000))

        def work(progress: Progress) -> Standing | None:
            from smartstad_desktop.domain.goals.goal_standing import standing  # noqa: PLC0415  brings numpy

            progress.report(0, 1)
            return standing(rows, weights, rounds=rounds)

        self._job = self._jobs.start(_("Trying other weights"), work, self._tell, _ignore)

    def stop(self) -> None:
        """Want no answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _tell(self, standing: Standing | None) -> None:
        # The page may have gone with its file while the worker was busy.
        if isValid(self):
            self._say(*standing_words(standing))


def _ignore(_error: DomainError) -> None:
    """Say nothing: reckoning has no trouble that a person could do something about."""
