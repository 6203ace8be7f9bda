"""A workspace that many tests have in turn, each as if it were the first."""

from __future__ import annotations

import shutil
from pathlib import Path

from smartstad_desktop.usecases.workspace import Surroundings, Workspace
from tests.support.workspaces import dump


class Lent:
    """One open copy of a file; what is not given back as it was is not lent again."""

    def __init__(self, file: Path, folder: Path, surroundings: Surroundings) -> None:
        self._file, self._folder, self._surroundings = file, folder, surroundings
        self._workspace: Workspace | None = None
        self._first_step = 0
        self._rows: dict[str, list[tuple[object, ...]]] = {}

    def take(self) -> Workspace:
        """Return the workspace with the rows of the file."""
        if self._workspace is None:
            path = Path(shutil.copyfile(self._file, self._folder / self._file.name))
            self._workspace = Workspace.open(path, self._surroundings)
            self._first_step = self._workspace.steps(1)[0].id
            self._rows = dump(self._workspace)
        return self._workspace

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """Return the rows as they are now, which nobody has to read again before the first step."""
        taken = self.take()
        return dump(taken) if taken.steps(1)[0].id > self._first_step else self._rows

    def give_back(self) -> None:
        """Take back all steps since the workspace was taken; let it go when its rows are not as they were."""
        if self._workspace is None:
            return
        while (step := self._workspace.to_undo()) is not None and step.id > self._first_step:
            self._workspace.undo()
        if dump(self._workspace) != self._rows:
            self.close()

    def close(self) -> None:
        """Let the workspace go."""
        if self._workspace is not None:
            self._workspace.close()
        self._workspace = None
