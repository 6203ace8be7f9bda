"""What every page is given: the workspace and the window's helpers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartstad_desktop.ui.kit.changes import Changes
from smartstad_desktop.ui.kit.jobs import Jobs
from smartstad_desktop.ui.kit.notices import Notices
from smartstad_desktop.ui.kit.preferences import Preferences

if TYPE_CHECKING:
    # The workspace brings SQLAlchemy, and the window is painted before that is loaded.
    from smartstad_desktop.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Services:
    """The open workspace and what surrounds it; made once per opened file."""

    workspace: Workspace
    changes: Changes
    jobs: Jobs
    notices: Notices
    settings: Preferences
