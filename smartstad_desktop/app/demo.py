"""The whole chain on the demonstration region, without a display: what a facilitator does in some months."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from smartstad_desktop.app.cli_workspace import surroundings
from smartstad_desktop.domain.files import FileUnwritable
from smartstad_desktop.domain.lists.importing import Verdict
from smartstad_desktop.domain.values import Language, ProjectId
from smartstad_desktop.exchange.outgoing.workbook_editing import Edits, edit_workbook
from smartstad_desktop.reads.lists.importing import known
from smartstad_desktop.reads.programme.programme import MunicipalityRow, municipalities
from smartstad_desktop.text.phrases import _
from smartstad_desktop.usecases.inventory.inventory import EditProject
from smartstad_desktop.usecases.lists.exporting import export_workbook
from smartstad_desktop.usecases.lists.importing import plan_import, run_import
from smartstad_desktop.usecases.plan_document.publishing import publish_plan
from smartstad_desktop.usecases.templates.templates import create_demo
from smartstad_desktop.usecases.workspace import Workspace

#: What two municipalities have written in their lists (invented, as the region is): one list is brought in, the other
#: waits for answers, because the project group has changed the same amount meanwhile.
_RETURNED: Final = "landskrona"
_WAITING: Final = "helsingborg"
_EDITS: Final = {
    _RETURNED: Edits(
        changed={
            "Skyfallskartering i 3D": {
                "status": "Införande",
                "comment": "Kartan visas på kommunens webb sedan oktober.",
            },
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
    ),
    _WAITING: Edits(
        changed={
            "Digital tvilling för översvämning": {"budget_total": 2400},
            "Öppna data om badvatten och parkering": {"budget_total": 220, "contact_role": "Verksamhetsutvecklare"},
            "LoRaWAN-täckning på landsbygden": {"status": "Avslutad", "end": "2026-11-10"},
            "Bygglov: automatisk förgranskning": {"status": "Drift"},
            "Besöksflöden i realtid på Kullagatan": {"end": "våren 2027"},
            "Självbetjäning på biblioteken efter stängning": {"budget_total": "ca 2–3 mkr"},
        },
        added=(
            {
                "title": "Sensorer i brunnar för dagvatten",
                "what": "Nivågivare i tolv brunnar som ofta svämmar över.",
                "status": "Planerad",
                "theme": "Vatten",
                "owner_unit": "Stadsbyggnad",
                "contact_role": "VA-strateg",
                "start": "Q2 2027",
                "budget_total": 240,
            },
        ),
    ),
}
_MEANWHILE: Final = ("hb-digital-tvilling-for-oversvamning", {"budget_total": 2_300_000})
_WALL_SIZE: Final = (1920, 1080)
_DESK_SIZE: Final = (1440, 900)


@dataclass(slots=True, kw_only=True)
class Made:
    """What the chain has made so far."""

    folder: Path
    files: list[Path] = field(default_factory=list[Path])
    imported: dict[Verdict, int] = field(default_factory=dict[Verdict, int])
    waiting: Path | None = None
    chosen: ProjectId | None = None


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
    folder = made.folder / _("Lists returned")
    folder.mkdir()
    names = {each.key: each.short_name for each in _taking_part(workspace)}
    returned = {key: folder / f"{names[key]}.xlsx" for key in _EDITS}
    for key, edits in _EDITS.items():
        edit_workbook(made.folder / _("Lists sent") / returned[key].name, returned[key], edits)
    made.files += returned.values()
    made.waiting = returned[_WAITING]
    plan = plan_import(workspace, [returned[_RETURNED]])
    run_import(workspace, plan)
    made.imported = plan.lists[0].counts()
    key, changes = _MEANWHILE
    project = next(each.id for each in workspace.read(known).projects if each.key == key)
    workspace.run(EditProject(project=project, changes=changes))
    made.chosen = project


def _draw(region: Path, made: Made, language: Language) -> None:
    from smartstad_desktop.app.picture import PROJECTOR, Shot, pages, take  # noqa: PLC0415  brings Qt
    from smartstad_desktop.ui.kit.page import PageId  # noqa: PLC0415  brings Qt
    from smartstad_desktop.ui.kit.theme import ThemeName  # noqa: PLC0415  brings Qt

    folder = made.folder / _("Pictures")
    shots = [
        Shot(
            page=page,
            theme=theme,
            size=_WALL_SIZE if page in {PageId.BOARD, PROJECTOR} else _DESK_SIZE,
            target=folder / f"{page}-{theme.value}.png",
            row=made.chosen if page == PageId.INVENTORY else None,
            files=(str(made.waiting),) if page == PageId.IMPORTING else (),
        )
        for theme in (ThemeName.LIGHT, ThemeName.DARK)
        for page in pages()
    ]
    take(region, shots, language)
    made.files += [shot.target for shot in shots]
