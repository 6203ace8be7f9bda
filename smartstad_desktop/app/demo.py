"""The whole chain on the demonstration region, without a display: what a facilitator does in some months."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from smartstad_desktop.app.cli_workspace import surroundings
from smartstad_desktop.domain.files import FileUnwritable
from smartstad_desktop.domain.importing import Verdict
from smartstad_desktop.domain.values import Language
from smartstad_desktop.exchange.workbook_editing import Edits, edit_workbook
from smartstad_desktop.reads.programme import MunicipalityRow, municipalities
from smartstad_desktop.text.phrases import _
from smartstad_desktop.usecases.exporting import export_workbook
from smartstad_desktop.usecases.importing import plan_import, run_import
from smartstad_desktop.usecases.publishing import publish_plan
from smartstad_desktop.usecases.templates import create_demo
from smartstad_desktop.usecases.workspace import Workspace

#: The municipality whose list comes back changed, and what it has changed (invented, as the region is).
_RETURNS: Final = "landskrona"
_CHANGES: Final = Edits(
    changed={
        "Skyfallskartering i 3D": {"status": "Införande", "comment": "Kartan visas på kommunens webb sedan oktober."},
        "Elbåt för skärgårdslinjen": {"budget_total": 450},
    },
    added=(
        {
            "title": "Vattenstånd i åmynningen",
            "what": "En givare vid bron varnar koloniägarna när vattnet stiger.",
            "status": "Planerad",
            "theme": "Vatten",
            "owner_unit": "Miljöförvaltningen",
            "contact_role": "Vattenstrateg",
            "start": "våren 2027",
            "budget_total": 65,
        },
    ),
)
_BOARD_SIZE: Final = (1920, 1080)
_DESK_SIZE: Final = (1440, 900)


@dataclass(slots=True, kw_only=True)
class Made:
    """What the chain has made so far."""

    folder: Path
    files: list[Path] = field(default_factory=list[Path])
    imported: dict[Verdict, int] = field(default_factory=dict[Verdict, int])


def run_demo(folder: Path, language: Language, tell: Callable[[str], None]) -> Made:
    """Make everything in *folder*, or beside it when it holds an earlier demonstration.

    Raises:
        FileTrouble: something cannot be written.
    """
    made = Made(folder=_free(folder))
    try:
        made.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileUnwritable(path=made.folder) from error
    region = made.folder / f"{_('Demonstration region')}.smartstad"
    tell(_("Making the region"))
    with create_demo(region, surroundings=surroundings()) as workspace:
        made.files.append(region)
        tell(_("Writing a workbook for each municipality"))
        _send(workspace, made, language)
        tell(_("Bringing a changed list back"))
        _bring_back(workspace, made)
        tell(_("Writing the development plan"))
        target = made.folder / f"{_('Development plan')}.pdf"
        publish_plan(workspace, target, language)
        made.files.append(target)
    tell(_("Drawing every page"))
    _draw(region, made, language)
    return made


def _free(folder: Path) -> Path:
    """Return *folder*, or the first of its numbered neighbours that holds nothing yet."""
    number, candidate = 1, folder
    while candidate.exists() and (not candidate.is_dir() or any(candidate.iterdir())):
        number += 1
        candidate = folder.with_name(f"{folder.name} {number}")
    return candidate


def _send(workspace: Workspace, made: Made, language: Language) -> None:
    folder = made.folder / _("Lists sent")
    folder.mkdir()
    for municipality in _taking_part(workspace):
        target = folder / f"{municipality.short_name}.xlsx"
        export_workbook(workspace, municipality.key, target, language)
        made.files.append(target)


def _taking_part(workspace: Workspace) -> list[MunicipalityRow]:
    return [each for each in workspace.read(municipalities) if each.is_participating]


def _bring_back(workspace: Workspace, made: Made) -> None:
    name = next(each.short_name for each in _taking_part(workspace) if each.key == _RETURNS)
    returned = made.folder / _("Lists returned") / f"{name}.xlsx"
    returned.parent.mkdir()
    edit_workbook(made.folder / _("Lists sent") / f"{name}.xlsx", returned, _CHANGES)
    made.files.append(returned)
    plan = plan_import(workspace, [returned])
    run_import(workspace, plan)
    made.imported = plan.lists[0].counts()


def _draw(region: Path, made: Made, language: Language) -> None:
    from smartstad_desktop.app.picture import Shot, pages, take  # noqa: PLC0415  brings Qt
    from smartstad_desktop.ui.kit.page import PageId  # noqa: PLC0415  brings Qt
    from smartstad_desktop.ui.kit.theme import ThemeName  # noqa: PLC0415  brings Qt

    folder = made.folder / _("Pictures")
    shots = [
        Shot(
            page=page,
            theme=theme,
            size=_BOARD_SIZE if page == PageId.BOARD else _DESK_SIZE,
            target=folder / f"{page}-{theme.value}.png",
        )
        for theme in (ThemeName.LIGHT, ThemeName.DARK)
        for page in pages()
    ]
    take(region, shots, language)
    made.files += [shot.target for shot in shots]
