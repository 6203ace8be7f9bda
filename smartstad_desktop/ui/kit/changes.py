"""Relays the change sets of the workspace as one Qt signal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from smartstad_desktop.domain.changes import ChangeSet


class Source(Protocol):
    """Whatever announces change sets; the workspace does."""

    def subscribe(self, listener: Callable[[ChangeSet], None]) -> Callable[[], None]:
        """Tell *listener* of every change set, until the returned function is called."""
        ...


class Changes(QObject):
    """One typed signal for "something changed", instead of one for every field of every record."""

    #: Carries a ``ChangeSet``.
    happened = Signal(object)

    def __init__(self, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop: Callable[[], None] | None = source.subscribe(self.happened.emit)

    def stop(self) -> None:
        """Listen no longer; the workspace is about to be closed, or another window takes over."""
        if self._stop is not None:
            self._stop()
            self._stop = None
