"""An answer to a request as files: a PDF and a workbook that can be handed out, and internal notes apart."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from smartstad_desktop.domain.packages.about import Answer, Withheld, checked
from smartstad_desktop.domain.packages.files import PackageFile
from smartstad_desktop.domain.progress import Progress, Silent
from smartstad_desktop.domain.values import Language
from smartstad_desktop.exchange.outgoing import plain_workbook
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.packages.about_document import (
    Telling,
    answer_document,
    answer_sheets,
    notes_document,
)
from smartstad_desktop.usecases.packages.pages import as_pdf
from smartstad_desktop.usecases.packages.readme import about_readme


def telling(
    connection: Connection, answer: Answer, withheld: Iterable[Withheld], language: Language, now: datetime
) -> Telling:
    """Return an answer with what is kept back of it.

    Raises:
        WithheldWithoutReason: something is kept back, and nobody has written why.
    """
    held = programme(connection)
    return Telling(
        answer=answer,
        reasons=checked(answer.items, withheld),
        phrases=phrasebook(language),
        programme="" if held is None else held.name,
        now=now,
    )


def about_files(told: Telling, *, with_notes: bool, progress: Progress | None = None) -> tuple[PackageFile, ...]:
    """Return the files of the package; internal notes are a file of their own, where they are asked for.

    Raises:
        Cancelled: somebody asked to stop.
    """
    phrases, steps = told.phrases, progress or Silent()
    steps.report(0, 3, told.title)
    pdf = PackageFile(
        f"{phrases.text('1 Compilation')}.pdf",
        as_pdf(answer_document(told)),
        phrases.text("Everything that can be handed out, part by part"),
    )
    steps.report(1, 3, told.title)
    content = plain_workbook.workbook(told.title, phrases.language.value, answer_sheets(told), told.now)
    table = PackageFile(
        f"{phrases.text('2 Tables')}.xlsx", content, phrases.text("The same as tables, one sheet for each part")
    )
    steps.report(2, 3, told.title)
    files = [pdf, table]
    if with_notes and told.noted:
        about = phrases.text("Internal notes: decide whether they are public before you hand them out")
        files.append(
            PackageFile(f"{phrases.text('3 Internal notes (decide first)')}.pdf", as_pdf(notes_document(told)), about)
        )
    steps.report(3, 3)
    return (about_readme(told, files), *files)
