"""What a test of the window leaves behind, and taking it away."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication


def take_away() -> None:
    """Let everything go that asked to: outside a running event loop nothing else does.

    Windows of earlier tests would otherwise be styled, moved and asked for their size with each new one.
    """
    if QApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
