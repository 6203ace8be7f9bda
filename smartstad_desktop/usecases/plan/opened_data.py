"""The data of a plan as a workspace to look around in: from the PDF alone, wherever it came from."""

from __future__ import annotations

import json
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NoReturn, cast

from smartstad_desktop.domain.files import FileUnwritable
from smartstad_desktop.domain.plan.data import (
    FORMAT,
    FORMAT_VERSION,
    LARGEST_DATA,
    PlanDataNewer,
    PlanDataStrange,
    PlanDataTooLarge,
)
from smartstad_desktop.storage.portable_load import load
from smartstad_desktop.usecases.plan.public_data import rules
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.workspace import Workspace

_PARTS: Final = frozenset({"format", "format_version", "schema", "app", "plan", "left_out", "changes", "tables"})


def open_data(content: bytes, folder: Path, surroundings: Surroundings | None = None) -> Workspace:
    """Return a workspace, for reading only, that holds the data of a plan; its file is made in *folder*.

    Raises:
        FileTrouble: its kind says what is wrong with the data, or that the folder takes no files.
    """
    digest = sha256(content).hexdigest()
    path = folder / f"plan-{digest[:16]}.smartstad"
    with closing(load(read_document(content), rules())) as loaded:
        # The file must not be taken for the one it came from, whose backups lie under its name.
        loaded.execute("UPDATE programme SET uid = ?", (f"plan-{digest[:16]}",))
        pages = loaded.serialize()
    try:
        path.write_bytes(pages)
    except OSError as error:
        raise FileUnwritable(path=path) from error
    return Workspace.open_read_only(path, surroundings)


def read_document(content: bytes) -> dict[str, Any]:
    """Return the data of a plan, which may come from anywhere.

    Raises:
        PlanDataTooLarge, PlanDataStrange, PlanDataNewer: it is not what this program can read.
    """
    if len(content) > LARGEST_DATA:
        raise PlanDataTooLarge(limit=f"{LARGEST_DATA // 1024 // 1024} MB")
    try:
        found: Any = json.loads(content.decode(), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise PlanDataStrange(finding="JSON") from error
    if not isinstance(found, dict) or cast("dict[str, Any]", found).get("format") != FORMAT:
        _refuse("format")
    document = cast("dict[str, Any]", found)
    version = document.get("format_version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        _refuse("format_version")
    if version > FORMAT_VERSION:
        raise PlanDataNewer(version=version, known=FORMAT_VERSION)
    strange = _PARTS.symmetric_difference(document)
    if strange:
        _refuse(", ".join(sorted(strange))[:120])
    return document


def _refuse(finding: str) -> NoReturn:
    raise PlanDataStrange(finding=finding)
