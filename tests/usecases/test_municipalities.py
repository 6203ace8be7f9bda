"""Municipalities keep readable marks, own keys and codes with validity."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection, select

from smartstad_desktop.domain import errors
from smartstad_desktop.domain.programme import municipalities as rules
from smartstad_desktop.domain.programme.municipalities import OfficialCode
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.storage.tables.programme import Municipality, MunicipalityCode
from smartstad_desktop.usecases.programme.municipalities import AddMunicipality, EditMunicipality, key_of
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import dump

MOLDE = {"name": "Molde kommune", "short_name": "Molde", "mark": "MO", "colour": "#205E86", "country": "NO"}
BEFORE, AFTER = OfficialCode("1502", None, date(2019, 12, 31)), OfficialCode("1506", date(2020, 1, 1))
ANGELHOLM = MunicipalityId(1)


def codes(connection: Connection) -> set[str]:
    return set(connection.execute(select(MunicipalityCode.code)).scalars())


def key(connection: Connection, row_id: int) -> str:
    return connection.execute(select(Municipality.key).where(Municipality.id == row_id)).scalar_one()


def test_adding_and_changing_can_be_taken_back(workspace: Workspace) -> None:
    empty = dump(workspace)
    added = workspace.run(AddMunicipality(fields={**MOLDE, "codes": (BEFORE, AFTER)})).value
    assert workspace.read(key, added) == "molde-kommune"
    full = dump(workspace)
    workspace.run(EditMunicipality(municipality=added, changes={"population": 33_000, "codes": (AFTER,)}))
    assert workspace.read(codes) == {"1506"}
    workspace.undo()
    assert dump(workspace) == full
    workspace.undo()
    assert dump(workspace) == empty
    workspace.redo()
    assert dump(workspace) == full


@pytest.mark.parametrize(
    ("changes", "error", "field"),
    [
        ({"name": ""}, rules.NameMissing, "name"),
        ({"mark": ""}, rules.MarkInvalid, "mark"),
        ({"mark": "HELS"}, rules.MarkInvalid, "mark"),
        ({"mark": "HB"}, rules.MarkTaken, "mark"),
        ({"colour": "red"}, rules.ColourInvalid, "colour"),
        ({"colour": "#FFEE88"}, rules.ColourTooLight, "colour"),
        ({"population": -1}, errors.FieldInvalid, "population"),
        ({"key": "x"}, errors.FieldInvalid, "key"),
        ({"codes": (BEFORE, OfficialCode("1", date(2019, 1, 1)))}, rules.CodesOverlap, "codes"),
    ],
)
def test_rules_refuse_and_nothing_changes(
    workspace: Workspace, changes: dict[str, Any], error: type[errors.FieldInvalid], field: str
) -> None:
    before = dump(workspace)
    with pytest.raises(error) as refused:
        workspace.run(EditMunicipality(municipality=ANGELHOLM, changes=changes))
    assert refused.value.parameters["field"] == field
    assert dump(workspace) == before


def test_a_second_municipality_with_the_same_key_is_refused(workspace: Workspace) -> None:
    workspace.run(AddMunicipality(fields=MOLDE))
    with pytest.raises(rules.KeyTaken):
        workspace.run(AddMunicipality(fields=MOLDE | {"mark": "MK"}))


def test_keys_are_made_of_plain_letters() -> None:
    assert key_of("Ängelholms kommun") == "angelholms-kommun"
    assert key_of("Sør-Østfold  (2020)") == "sor-ostfold-2020"
