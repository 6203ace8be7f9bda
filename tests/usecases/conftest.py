"""What several tests of use cases begin with."""

from __future__ import annotations

import pytest

from smartstad_desktop.domain.values import MunicipalityId, ProjectId, SessionId
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.workshop.sessions import CreateSession, OpenSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.sessions import plan


@pytest.fixture
def projects(workspace: Workspace) -> tuple[ProjectId, ...]:
    """Four projects, the first one led by the first municipality."""
    titles = ("Sensornät", "Digital tvilling", "E-tjänster för bygglov", "Mobilitet på landsbygden")
    return tuple(
        workspace.run(AddProject(fields={"title": title, "municipality_id": MunicipalityId(1 + number % 3)})).value
        for number, title in enumerate(titles)
    )


@pytest.fixture
def session(workspace: Workspace) -> SessionId:
    """A session with a seat for each of the three municipalities."""
    made: SessionId = workspace.run(CreateSession(name="Workshop 3")).value
    return made


@pytest.fixture
def planned(workspace: Workspace) -> SessionId:
    """A priority workshop on the day of the tests' clock, at nine."""
    return plan(workspace)


@pytest.fixture
def opened(workspace: Workspace, planned: SessionId) -> SessionId:
    """The same workshop, opened on time."""
    workspace.run(OpenSession(session=planned))
    return planned
