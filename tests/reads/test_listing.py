"""What scripts get: every kind as plain values, keys instead of ids, money in thousands, dates as ISO text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.listing.listing import KINDS
from smartstad_desktop.usecases.templates.templates import create_workspace
from smartstad_desktop.usecases.workspace import Workspace


@pytest.fixture(scope="module")
def demo(demo_file: Path) -> Iterator[Workspace]:
    """The demonstration region, only read here."""
    with Workspace.open_read_only(demo_file) as workspace:
        yield workspace


def rows(workspace: Workspace, kind: str, language: Language = Language.SV) -> list[dict[str, Any]]:
    return workspace.read(KINDS[kind], language)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_plain_json(demo: Workspace, kind: str) -> None:
    found = rows(demo, kind)

    assert json.loads(json.dumps(found)) == found
    assert found or kind in {"tracks", "imports", "sent_lists", "adoptions", "changes"}


def test_a_project_holds_all_it_is_linked_to(demo: Workspace) -> None:
    twin = next(row for row in rows(demo, "projects") if row["key"] == "hb-digital-tvilling-for-oversvamning")

    assert (twin["municipality"], twin["participants"]) == ("helsingborg", ["landskrona", "klippan"])
    given = {goal: contribution for goal, contribution in twin["goals"].items() if contribution}
    assert (twin["themes"], given) == (["water", "planning"], {"G4": 3, "G6": 1, "G7": 2})
    assert twin["goals"]["G1"] == 0, "that a project gives nothing to a goal is an answer too"
    assert (twin["budget_total"], twin["cost_to_date"]) == (2100.0, 860.0)
    assert (twin["start"], twin["start_as_written"], twin["start_precision"]) == ("2026-03-01", "mars 2026", "month")
    assert (twin["end"], twin["end_as_written"]) == ("2027-12-31", "dec 2027")
    assert (twin["kind"], twin["progress"], twin["sdg"]) == ("ongoing", 45, [6, 11, 13])


def test_paused_and_external_projects_keep_what_they_were(demo: Workspace) -> None:
    by_key = {row["key"]: row for row in rows(demo, "projects")}

    paused = by_key["as-appen-felanmalan"]
    assert (paused["status"], paused["remembered_status"], paused["progress"]) == ("paused", "implementation", 70)
    assert (paused["kind"], paused["review_on"]) == ("ongoing", "2026-12-15")
    seen = by_key["omv-robotbat-plockar-skrap-i-nederlandska"]
    assert (seen["municipality"], seen["kind"], seen["is_external"]) == (None, "external", True)


def test_needs_say_what_they_are_tied_to(demo: Workspace) -> None:
    by_key = {row["key"]: row for row in rows(demo, "needs")}

    assert len(by_key) == 24
    tunnel = by_key["need-tunnel"]
    assert (tunnel["municipality"], tunnel["value_word"], tunnel["mentions"]) == ("astorp", "Trygghet", 23)
    assert (tunnel["goals"], tunnel["projects"], tunnel["heard_on"]) == (["G6"], ["as-trygg-gangtunnel"], "2026-03-18")
    assert [row["name"] for row in rows(demo, "value_words")] == ["Trygghet", "Smidighet", "Kollektivitet"]


def test_services_say_who_uses_them_until_when_and_which_needs_they_meet(demo: Workspace) -> None:
    by_key = {row["key"]: row for row in rows(demo, "services")}

    interpreter = by_key["service-oversattare"]
    assert interpreter["uses"] == [
        {"municipality": "bjuv", "contract_ends_on": "2027-05-31"},
        {"municipality": "landskrona", "contract_ends_on": "2028-05-31"},
    ]
    assert interpreter["covers"] == {"need-sprak": 3}


def test_a_board_tells_what_lies_where(demo: Workspace) -> None:
    (board,) = rows(demo, "boards")

    assert [(column["name"], column["years"], len(column["projects"])) for column in board["columns"]] == [
        ("Nu", "2027", 6), ("Härnäst", "2028", 6), ("Senare", "2029–", 5), ("Inte nu", "", 4)
    ]  # fmt: skip
    assert len(board["tray"]) == 13


def test_measures_carry_their_goals_cases_and_commitments_by_year(demo: Workspace) -> None:
    listed = rows(demo, "measures")
    first = listed[0]

    assert (first["project"], first["money_one_off"]) == ("an-gemensamt-lorawan-nat-for-sensorer", 1200.0)
    assert (first["starts_on"], first["ends_on"], first["missing"]) == ("2027-03-01", "2028-12-31", [])
    assert first["goals"] == {"G4": 3, "G7": 3, "G10": 3, "G3": 2}
    assert first["commitments"][0] == {
        "municipality": "angelholm", "role": "leads", "year": "2027", "budget": 400.0, "adoption": "",
        "years": {"2027": 250.0, "2028": 150.0}, "owner_unit": "Teknik och service", "comment": "",
    }  # fmt: skip
    assert [row["number"] for row in listed if row["deviates"]] == [6]
    assert listed[4]["cases"] == ["demo-case-sensors", "demo-buy-alarm"]
    said = rows(demo, "commitments")
    assert len(said) == sum(len(row["commitments"]) for row in listed)
    assert (said[0]["number"], said[0]["measure"]) == (1, first["title"])


def test_asides_and_chapters_of_a_plan_are_listed(demo: Workspace) -> None:
    asides = rows(demo, "asides")

    assert [row["kind"] for row in asides] == ["not_prioritised"] * 4 + ["stop"] * 3
    assert all(row["reason"] for row in asides)
    assert (asides[4]["receiver"], asides[4]["ends_on"]) == (
        "Kontaktcenter, Helsingborgs stad (påhittat)",
        "2027-03-31",
    )
    assert [row["title"] for row in rows(demo, "chapters")] == ["Så kom planen till", "Vad vi har lovat varandra"]


def test_names_follow_the_language_and_fall_back_to_swedish(demo: Workspace) -> None:
    assert rows(demo, "themes", Language.NB)[8]["name"] == "Sirkulærøkonomi"
    assert rows(demo, "risks", Language.EN)[0]["name"] == "Municipalities lack resources to carry out the plan"
    assert rows(demo, "criteria", Language.EN)[0]["steps"]["1"] == "Need unclear"
    assert rows(demo, "programme", Language.NB)[0]["vision"].startswith("Så vill vi")


def test_successors_and_tracks_are_told_by_key(tmp_path: Path) -> None:
    with create_workspace(tmp_path / "ostfold.smartstad", "ostfold") as ostfold:
        by_key = {row["key"]: row for row in rows(ostfold, "municipalities")}
    with create_workspace(tmp_path / "icc.smartstad", "sern-icc") as icc:
        tracks = rows(icc, "tracks", Language.EN)

    assert (by_key["askim"]["successors"], by_key["askim"]["valid_to"]) == (["indre-ostfold"], "2019-12-31")
    assert [row["key"] for row in tracks] == ["icc-1", "icc-2", "icc-3", "icc-4", "icc-5"]
