"""Everything that is due, with what has been answered."""

from __future__ import annotations

from sqlalchemy import Connection

from smartstad_desktop.domain.follow_up.reminders import Told
from smartstad_desktop.reads.follow_up import dues


def reminders(connection: Connection) -> tuple[Told, ...]:
    """Return every reminder with its answer, in order of the day it is shown for."""
    return dues.told(connection.exec_driver_sql)
