"""A report to the steering group as a command."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from smartstad_desktop.app.cli_answer import Answer, WrongUsage
from smartstad_desktop.app.cli_workspace import opened_to_read
from smartstad_desktop.text.phrases import _, current


def report(arguments: Namespace) -> Answer:
    """Write a report as PDF or text.

    Raises:
        WrongUsage: the report is no number, or the ending of the target is none that can be written.
    """
    from smartstad_desktop.reads.follow_up.reports import report_sheet  # noqa: PLC0415  brings SQLAlchemy
    from smartstad_desktop.usecases.document_files import write_document  # noqa: PLC0415  as above
    from smartstad_desktop.usecases.follow_up.report_document import ENDINGS, report_document  # noqa: PLC0415  as above

    target = Path(arguments.output)
    if target.suffix.casefold() not in ENDINGS:
        raise WrongUsage(arguments.output)
    if not (arguments.report.isascii() and arguments.report.isdigit()):
        raise WrongUsage("--report")
    number = int(arguments.report)
    with opened_to_read(arguments.file) as workspace:
        document = workspace.read(report_document, number, current().language, workspace.now)
        sheet = workspace.read(report_sheet, number)
    size = write_document(document, target)
    told = {
        "path": str(target),
        "report": number,
        "title": document.title,
        "state": sheet.row.state.value if sheet else None,
        "language": document.language,
        "bytes": size,
    }
    return Answer(document=told, lines=(_("The report is written: {name}", name=str(target)),))
