"""The fork between the window and the commands; nothing is loaded for the one that is not taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def run(words: Sequence[str]) -> int:
    """Open the window, or do what *words* ask, and return the exit code."""
    if opens_window(words):
        from smartstad_desktop.app.main import run_window  # noqa: PLC0415  a command needs no Qt

        return run_window(Path(words[0]) if words else None)
    from smartstad_desktop.app.cli import main  # noqa: PLC0415  the window needs no parser

    return main(words)


def opens_window(words: Sequence[str]) -> bool:
    """Return whether *words* are nothing, or one file to open."""
    if not words:
        return True
    (first, *rest) = words
    if rest or first.startswith("-"):
        return False
    # No verb has a dot in its name, so a file usually says by itself that it is one.
    return "." in first or (not _is_verb(first) and Path(first).exists())


def _is_verb(word: str) -> bool:
    from smartstad_desktop.app.cli_verbs import BY_NAME  # noqa: PLC0415  the window is painted before it needs a verb

    return word in BY_NAME
