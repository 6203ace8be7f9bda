"""Those who want to know what changed."""

from __future__ import annotations

from collections.abc import Callable

from smartstad_desktop.domain.changes import ChangeSet


class Listeners:
    """Functions that are called with every change, in the thread of whoever tells."""

    def __init__(self) -> None:
        self._all: list[Callable[[ChangeSet], None]] = []

    def add(self, listener: Callable[[ChangeSet], None]) -> Callable[[], None]:
        """Tell *listener* of every change from now on; the result ends that."""
        self._all.append(listener)
        return lambda: self._all.remove(listener)

    def tell(self, changes: ChangeSet) -> ChangeSet:
        """Tell everybody of *changes*, unless there are none."""
        if changes.rows:
            for listener in list(self._all):
                listener(changes)
        return changes

    def clear(self) -> None:
        """Tell nobody any more."""
        self._all.clear()
