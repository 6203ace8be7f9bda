"""Examples of what can be said about two projects."""

from __future__ import annotations

from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.usecases.inventory import merging, project_links
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import Example, first


def _project(workspace: Workspace, where: str) -> ProjectId:
    return ProjectId(first(workspace, "project", where))


def _linked(workspace: Workspace) -> project_links.Unlink:
    one, other = _project(workspace, "id % 2"), _project(workspace, "NOT id % 2")
    workspace.run(project_links.LinkProjects(one=one, other=other))
    return project_links.Unlink(one=other, other=one)


def _merge(workspace: Workspace) -> merging.MergeProjects:
    gone = _project(workspace, "id IN (SELECT project_id FROM plan_item) AND id IN (SELECT project_id FROM placement)")
    keep = _project(workspace, f"id <> {gone} AND id IN (SELECT project_id FROM plan_item)")
    workspace.run(project_links.LinkProjects(one=keep, other=gone))
    return merging.MergeProjects(keep=keep, gone=gone, take=("what", "status"), choices={"title": "Ett gemensamt namn"})


EXAMPLES: dict[str, Example] = {
    "LinkProjects": lambda w: project_links.LinkProjects(
        one=_project(w, "1"), other=_project(w, "NOT id % 2"), comment="Samma leverantör"
    ),
    "KeepApart": lambda w: project_links.KeepApart(one=_project(w, "id % 2"), other=_project(w, "NOT id % 2")),
    "Unlink": _linked,
    "MergeProjects": _merge,
}
