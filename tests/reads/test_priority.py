"""What an order is computed from, as one snapshot, on the demonstration region."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from smartstad_desktop.domain.order import order as rules
from smartstad_desktop.domain.order.affordable import best_by_value
from smartstad_desktop.domain.order.disagreement import likeness, split
from smartstad_desktop.domain.order.equal_shares import equal_shares
from smartstad_desktop.domain.order.priority import FEWEST, WeightMethod
from smartstad_desktop.domain.order.weighed import Facts
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.listing.listing import KINDS
from smartstad_desktop.reads.priority import facts
from smartstad_desktop.usecases.workspace import Workspace


@pytest.fixture(scope="module")
def region(demo_file: Path) -> Iterator[Workspace]:
    """The demonstration region, only read here."""
    with Workspace.open_read_only(demo_file) as opened:
        yield opened


@pytest.fixture(scope="module")
def known(region: Workspace) -> Facts:
    return region.read(facts)


def test_one_snapshot_is_a_handful_of_queries(region: Workspace) -> None:
    seen: list[str] = []

    def counted(connection: object) -> None:
        def note(*told: object) -> None:
            seen.append(str(told[2]))

        event.listen(connection, "before_cursor_execute", note)
        facts(connection)  # type: ignore[arg-type]  the workspace hands in its connection
        event.remove(connection, "before_cursor_execute", note)

    region.read(counted)
    assert 8 <= len(seen) <= 11


def test_the_region_has_weighed_in_every_way_and_scored_apart(known: Facts) -> None:
    names = {judge.id: judge.name for judge in known.municipalities}

    assert {weighting.method for weighting in known.weightings.values()} == set(WeightMethod)
    assert {names[who] for who in known.weightings if who is not None} == {
        *("Helsingborg", "Ängelholm", "Landskrona", "Höganäs", "Örkelljunga", "Båstad"),
    }
    assert all(sum(each.shares.values()) == pytest.approx(1) for each in known.weightings.values())
    own = {project for who, given in known.scores.items() if who is not None for project in given}
    assert (len(own), len(known.scores[None])) == (12, 28)
    assert not own & known.scores[None].keys()


def test_the_order_of_the_region_is_complete_and_a_place_by_hand_has_its_reason(known: Facts) -> None:
    made = rules.order(known)
    placed = [row for row in made.rows if row.place is not None]
    (moved,) = [row for row in placed if row.by_hand is not None]

    assert len(placed) == 40
    assert any(row.valued.coverage < 1 for row in placed)
    assert sum(row.spread is not None for row in placed) == 12
    assert (moved.project.title, moved.place, moved.final_place) == ("Testbädd: trygghetssensorer i hemmet", 3, 2)
    assert moved.by_hand is not None
    assert "påhittat" in moved.by_hand.reason
    assert {row.project.id for row in made.final} == {project.id for project in known.projects}


def test_where_the_municipalities_are_apart_is_told_with_its_cause(known: Facts) -> None:
    told = list(rules.said(known).values())
    found = {project.title: apart for project in known.projects if (apart := split(project.id, told, known.directions))}
    widest = max(found, key=lambda title: found[title].value.deviation)

    assert widest == "Digital tvilling för översvämning"
    assert known.criteria[found[widest].cause or 0].key == "need"
    assert all(sum(apart.causes) == pytest.approx(1) for apart in found.values())
    assert all(apart.value.count >= FEWEST for apart in found.values())


def test_likeness_names_the_projects_that_part_two(known: Facts) -> None:
    told = rules.said(known)
    by_key = {judge.key: judge.id for judge in known.municipalities}
    one, other = told[by_key["helsingborg"]], told[by_key["perstorp"]]
    alike, again = likeness(one, other, known.directions), likeness(other, one, known.directions)

    assert alike == again
    assert alike.likeness is not None
    assert 0 < alike.likeness < 1
    assert alike.separators
    assert likeness(one, one, known.directions).likeness == 1
    assert likeness(one, one, known.directions).separators == ()


def test_both_opinions_on_money_stay_within_the_budget(known: Facts) -> None:
    made, budget = rules.order(known), known.budget
    assert budget is not None
    judges = [judge.id for judge in known.municipalities]
    best = best_by_value(rules.candidates(made), budget, judges)
    shared = equal_shares(rules.candidates(made), rules.wishes(known, made), budget)

    assert best.cost <= budget
    assert shared.result.cost <= budget
    assert best.worth >= shared.result.worth
    assert best.without_cost
    assert sum(shared.pays.values()) == shared.result.cost


def test_everything_that_was_answered_is_listed_for_scripts(region: Workspace) -> None:
    weightings = region.read(KINDS["weightings"], Language.SV)
    by_whom = {row["municipality"]: row for row in weightings}

    assert sum(by_whom["helsingborg"]["weights"].values()) == pytest.approx(1)
    assert by_whom["angelholm"]["places"]["need"] == 1
    assert ["need", "effect", 2.0] in by_whom["landskrona"]["pairs"]
    assert len(region.read(KINDS["scores"], Language.SV)) > 600
    assert [row["name"] for row in region.read(KINDS["scenarios"], Language.SV)] == [
        "Klimatet först",
        "Snabbt på plats",
    ]
    (placed,) = region.read(KINDS["places_by_hand"], Language.SV)
    assert (placed["project"], placed["place"]) == ("la-testbadd-trygghetssensorer-i-hemmet", 2)
