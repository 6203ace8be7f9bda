"""The text file in a package that says what each file is, and what to do with it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import Final

from smartstad_desktop.domain.packages.files import PackageFile
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.usecases.packages.about_document import Telling, left_out

_WIDTH: Final = 88


def readme(
    phrases: Phrasebook, title: str, files: Sequence[PackageFile], sections: Iterable[tuple[str, Sequence[str]]]
) -> PackageFile:
    """Return the file: its title, every file in a line, then the sections (heading and lines)."""
    lines = [title, "=" * min(len(title), _WIDTH), "", phrases.text("The files"), ""]
    for file in files:
        lines += _wrapped(f"{file.path}: {file.about}", "- ")
    for heading, told in sections:
        lines += ["", heading, ""]
        for line in told:
            lines += _wrapped(line, "")
    text = "\r\n".join([*lines, ""])
    # The mark at the beginning and the line ends let the oldest editors show it right.
    return PackageFile(f"{phrases.text('Read me')}.txt", text.encode("utf-8-sig"), phrases.text("What each file is"))


def about_readme(told: Telling, files: Sequence[PackageFile]) -> PackageFile:
    """Return the readme of an answer to a request."""
    phrases = told.phrases
    count = left_out(told)
    kept = [
        phrases.plural(
            "{count} thing was left out. The compilation says why.",
            "{count} things were left out. The compilation says why.",
            count,
        )
        if count
        else phrases.text("Nothing was left out.")
    ]
    steps = [
        phrases.text(
            "Read the compilation before you hand it out: whether something is secret is for a person to say."
        ),
        phrases.text("Personal data has been made unreadable where it was recognised; names in free text may remain."),
    ]
    sections = [(phrases.text("What was left out"), kept), (phrases.text("Before you hand it out"), steps)]
    return readme(phrases, told.title, files, sections)


def _wrapped(text: str, lead: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False)
