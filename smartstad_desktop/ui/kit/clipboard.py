"""A table on the clipboard: what the pages that take one ask."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from smartstad_desktop.text.phrases import _


def copied_table() -> str:
    """Return the text on the clipboard if it may be a table, with tabs or several lines; otherwise nothing."""
    text = QGuiApplication.clipboard().text()
    bare = text.strip()
    return text if "\t" in bare or len(bare.splitlines()) > 1 else ""


def no_table_words() -> str:
    """Return what to say when there is none."""
    return _("There is no table on the clipboard. Copy the rows with their headings in Excel first.")
