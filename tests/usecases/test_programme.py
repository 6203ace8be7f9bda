"""The programme's facts can be changed, and a municipality leaves only when it leads nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from smartstad_desktop.domain.programme.municipalities import OfficialCode
from smartstad_desktop.domain.programme.programme import MunicipalityInUse, ProgrammeNameMissing, YearsReversed
from smartstad_desktop.domain.values import Language, MunicipalityId
from smartstad_desktop.reads.programme import programme as reads
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.programme.municipalities import EditMunicipality
from smartstad_desktop.usecases.programme.programme import EditProgramme, RemoveMunicipality
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import dump


def test_facts_are_kept_and_taken_back(workspace: Workspace) -> None:
    before = dump(workspace)
    workspace.run(
        EditProgramme(
            changes={"name": "Smart samhälle", "vision": "Enkel vardag", "first_year": 2027, "language": Language.NB}
        )
    )
    facts = workspace.read(reads.programme)
    assert facts is not None
    assert (facts.name, facts.vision, facts.first_year, facts.language) == (
        "Smart samhälle",
        "Enkel vardag",
        2027,
        "nb",
    )
    workspace.undo()
    assert dump(workspace) == before


def test_a_programme_without_name_or_with_years_reversed_is_refused(workspace: Workspace) -> None:
    before = dump(workspace)
    with pytest.raises(ProgrammeNameMissing):
        workspace.run(EditProgramme(changes={"name": "  "}))
    with pytest.raises(YearsReversed):
        workspace.run(EditProgramme(changes={"first_year": 2030, "last_year": 2027}))
    assert dump(workspace) == before


def test_a_municipality_that_leads_projects_stays(workspace: Workspace) -> None:
    rows = workspace.read(reads.municipalities)
    workspace.run(AddProject(fields={"title": "Sensorer", "municipality_id": rows[0].id}))
    with pytest.raises(MunicipalityInUse) as refused:
        workspace.run(RemoveMunicipality(municipality=rows[0].id))
    assert refused.value.parameters["count"] == 1
    workspace.run(RemoveMunicipality(municipality=rows[1].id))
    assert [row.id for row in workspace.read(reads.municipalities)] == [rows[0].id, rows[2].id]


def test_the_list_tells_codes_and_how_many_projects(workspace: Workspace) -> None:
    first = workspace.read(reads.municipalities)[0]
    codes = (OfficialCode("1292"),)
    workspace.run(
        EditMunicipality(municipality=MunicipalityId(first.id), changes={"codes": codes, "population": 44_000})
    )
    workspace.run(AddProject(fields={"title": "Sensorer", "municipality_id": first.id}))
    again = workspace.read(reads.municipalities)[0]
    assert (again.codes, again.population, again.project_count) == (codes, 44_000, 1)
    assert workspace.read(lambda connection: connection.execute(select(Project.title)).scalars().all()) == ["Sensorer"]
