"""What is done beside the window when a plan is checked."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from smartstad_desktop.domain.files import PagesUnreadable
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.exchange.documents.pdf.preview import PagePictures, Picture
from smartstad_desktop.usecases.signing.plan_check import PlanVerified
from smartstad_desktop.usecases.verifying import plan_content, verify_plan_beside

#: How many pages are pictured: enough to see which document it is.
_PAGES: Final = 12


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check came to, and what the first pages look like."""

    path: Path
    verified: PlanVerified
    pages: tuple[Picture, ...]
    page_count: int


def checked(path: Path, image: bytes | None, trusted: tuple[bytes, ...], width: int, progress: Progress) -> Checked:
    """Check the plan at *path* and picture its first pages, *width* pixels wide.

    Raises:
        FileMissing, NotAPlan: there is no such plan.
        Cancelled: somebody asked to stop.
    """
    progress.report(0, _PAGES + 1)
    verified = verify_plan_beside(path, image, trusted)
    pages: list[Picture] = []
    count = 0
    # What cannot be shown can still be told about.
    with contextlib.suppress(PagesUnreadable), PagePictures(plan_content(path)) as document:
        count = document.count
        for number in range(min(_PAGES, count)):
            progress.report(number + 1, _PAGES + 1)
            pages.append(document.page(number, width))
    return Checked(path, verified, tuple(pages), count)
