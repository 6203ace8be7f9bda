"""The order as a command: the same file gives the same document, with fields that hold together."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.order.criteria import AddCriterion
from smartstad_desktop.usecases.order.priority import NewScore, SetCommonBudget, SetScores
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.console import Run


@pytest.fixture
def scored(workspace: Workspace) -> Path:
    """Four projects; three municipalities have scored the first, two the second, all together the third."""
    for name, weight in (("Nytta", 60), ("Kostnad", 40)):
        workspace.run(AddCriterion(fields={"name_sv": name, "weight": weight}))
    for title in ("A", "B", "C", "D"):
        workspace.run(
            AddProject(fields={"title": title, "municipality_id": 2, "status": "planned", "budget_total": 200_000})
        )
    given = {(1, 1): (5, 3), (1, 2): (4, 3), (1, 3): (1, 2), (2, 1): (4, None), (2, 2): (3, None), (3, None): (2, 2)}
    workspace.run(
        SetScores(
            scores=tuple(
                NewScore(project=project, criterion=criterion, municipality=who, value=value)
                for (project, who), values in given.items()
                for criterion, value in enumerate(values, 1)
            )
        )
    )
    workspace.run(SetCommonBudget(budget=400_000))
    workspace.close()
    return workspace.path


def test_rank_tells_order_firmness_and_spread(run: Run, scored: Path) -> None:
    told = run("rank", scored, "--json")
    document = told.json
    first, second, third = document["rows"]

    assert (told.code, told.err) == (0, "")
    assert [row["title"] for row in document["rows"]] == ["B", "A", "C"]
    assert [(row["place"], row["score"], row["coverage"]) for row in document["rows"]] == [
        (1, 3.5, 0.6),
        (2, 3.0667, 1.0),
        (3, 2.0, 1.0),
    ]
    assert (first["spread"], first["municipalities"]) == (None, {})
    assert second["spread"]["count"] == 3
    assert second["spread"]["cause"] == document["criteria"][0]["key"]
    assert second["spread"]["criteria"][document["criteria"][0]["key"]]["consensus"] < 0.6
    assert second["municipalities"]["bastad"]["score"] == 1.4
    assert third["keeps_place"] == 1.0
    assert (document["budget"], document["within_budget"]) == (400.0, 2)
    assert document["weights_from"] == "programme"
    assert [each["weight"] for each in document["criteria"]] == [0.6, 0.4]
    assert len(document["unplaced"]) == 1


def test_the_same_file_gives_the_same_bytes(run: Run, scored: Path) -> None:
    assert run("rank", scored, "--json").out == run("rank", scored, "--json").out


def test_parts_add_up_to_the_score(run: Run, scored: Path) -> None:
    for row in run("rank", scored, "--json").json["rows"]:
        assert sum(row["parts"].values()) == pytest.approx(row["score"], abs=0.001)


def test_people_read_a_table(run: Run, scored: Path) -> None:
    told = run("rank", scored, "--language", "nb")

    assert told.code == 0
    assert "Holder plassen" in told.out
    assert "3,07" in told.out
    assert "1 prosjekt er ikke vurdert ennå" in told.out


def test_an_empty_programme_has_an_empty_order(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ny.smartstad"
    run("new", path, "--template", "empty")

    document = run("rank", path, "--json").json
    assert (document["count"], document["rows"], document["agreement"]) == (0, [], None)


def test_each_lead_is_explained_and_says_what_would_turn_it(run: Run, scored: Path) -> None:
    first, second, last = run("rank", scored, "--json").json["rows"]

    assert first["lead"]["points"] == pytest.approx(first["score"] - second["score"], abs=0.001)
    assert sum(first["lead"]["criteria"].values()) == pytest.approx(first["lead"]["points"], abs=0.001)
    # B has 3.5 on the first criterion only, A 10/3 and 8/3: B leads whatever they weigh.
    assert first["lead"]["swap"] is None
    assert last["lead"] is None


@pytest.mark.parametrize(
    ("kind", "count"), [("scores", 10), ("weightings", 0), ("scenarios", 0), ("places_by_hand", 0), ("criteria", 2)]
)
def test_what_was_answered_is_listed(run: Run, scored: Path, kind: str, count: int) -> None:
    told = run("list", scored, kind, "--json").json

    assert told["count"] == count
    if kind == "scores":
        assert {row["municipality"] for row in told["rows"]} == {"angelholm", "helsingborg", "bastad", None}
        assert all(row["value"] in {1, 2, 3, 4, 5} for row in told["rows"])
