"""The minutes of a workshop as a command."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from smartstad_desktop.app.cli_answer import Answer, WrongUsage
from smartstad_desktop.app.cli_workspace import opened_to_read
from smartstad_desktop.domain.values import SessionId
from smartstad_desktop.text.phrases import _, current


def minutes(arguments: Namespace) -> Answer:
    """Write the minutes of a session as PDF or text.

    Raises:
        WrongUsage: the session is no number, or the ending of the target is none that can be written.
    """
    from smartstad_desktop.reads.workshop.sessions import session  # noqa: PLC0415  brings SQLAlchemy
    from smartstad_desktop.usecases.document_files import write_document  # noqa: PLC0415  as above
    from smartstad_desktop.usecases.workshop.minutes import ENDINGS, minutes_document  # noqa: PLC0415  as above

    target = Path(arguments.output)
    if target.suffix.casefold() not in ENDINGS:
        raise WrongUsage(arguments.output)
    if not (arguments.session.isascii() and arguments.session.isdigit()):
        raise WrongUsage("--session")
    session_id = SessionId(int(arguments.session))
    with opened_to_read(arguments.file) as workspace:
        document = workspace.read(minutes_document, session_id, current().language, workspace.now)
        sheet = workspace.read(session, session_id)
    size = write_document(document, target)
    told = {
        "path": str(target),
        "session": session_id,
        "name": sheet.name if sheet else "",
        "state": sheet.state.value if sheet else None,
        "rounds": len(sheet.rounds) if sheet else 0,
        "language": document.language,
        "bytes": size,
    }
    return Answer(document=told, lines=(_("The minutes are written: {name}", name=str(target)),))
