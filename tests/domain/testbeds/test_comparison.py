"""What differs between two versions of a routine, and where a case comes to when it changes version."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smartstad_desktop.domain.testbeds.case_way import gate_name
from smartstad_desktop.domain.testbeds.comparison import Difference, Differs, PartOf, compare, landing, matches
from smartstad_desktop.domain.testbeds.versions import (
    PointText,
    RoleText,
    RoutineEmpty,
    RoutineText,
    StageText,
    StageWithoutPoints,
    check_adoptable,
    next_version,
)
from smartstad_desktop.domain.values import Language, Named
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.text.routines.words import difference_line, lost_line

HOST, OWNER = RoleText(id=1, key="host", name=Named("Värd")), RoleText(id=2, key="owner", name=Named("Behovsägare"))


def point(number: int, name: str, key: str = "", role: str = "host") -> PointText:
    return PointText(id=number, key=key, name=Named(name), role=role, is_required=True, evidence=Named(""))


def stage(number: int, name: str, *points: PointText, key: str = "", gate: str = "") -> StageText:
    return StageText(
        id=number,
        key=key,
        name=Named(name),
        responsible=Named(""),
        gate_key=gate,
        gate=Named(""),
        phase="",
        points=points,
    )


def routine(*stages: StageText, roles: tuple[RoleText, ...] = (HOST, OWNER)) -> RoutineText:
    return RoutineText(id=1, name=Named("Rutin"), version="1.0", roles=roles, stages=stages)


OLD = routine(
    stage(1, "Behov", point(1, "Behovet beskrivet", "a"), point(2, "Mål valt", "b"), key="need", gate="G1"),
    stage(2, "Test", point(3, "Avtal", "c"), point(4, "Nollmätning", "d"), point(5, "Försäkring", "e"), key="test"),
    stage(3, "Beslut", point(6, "Underlag", "f"), key="decision"),
)


def told(new: RoutineText, old: RoutineText = OLD) -> list[str]:
    return [difference_line(each, phrasebook(Language.SV)) for each in compare(old, new)]


def with_stage(place: int, **changes: object) -> RoutineText:
    stages = list(OLD.stages)
    stages[place] = replace(stages[place], **changes)  # type: ignore[arg-type]  fields by name
    return replace(OLD, stages=tuple(stages))


def with_point(number: int, **changes: object) -> RoutineText:
    def changed(each: PointText) -> PointText:
        return replace(each, **changes) if each.id == number else each  # type: ignore[arg-type]  fields by name

    return replace(
        OLD, stages=tuple(replace(each, points=tuple(changed(one) for one in each.points)) for each in OLD.stages)
    )


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (OLD, []),
        (with_point(1, name=Named("Behovet är beskrivet")), ["”Behovet beskrivet” heter nu ”Behovet är beskrivet”."]),
        (
            with_point(1, name=Named("Behovet beskrivet", "Behovet beskrevet")),
            ["”Behovet beskrivet” har nya ord på ett annat språk."],
        ),
        (with_point(2, role="owner"), ["”Mål valt”: Behovsägare i stället för Värd."]),
        (with_point(2, role=""), ["”Mål valt”: – i stället för Värd."]),
        (with_point(3, is_required=False), ["”Avtal” krävs inte längre."]),
        (with_point(3, evidence=Named("Avtal")), ["”Avtal” styrks med ”Avtal” i stället för ”–”."]),
        (with_stage(1, gate_key="G2", gate=Named("G2 Klart?")), ["”Test” slutar nu med en grind: G2 Klart?"]),
        (with_stage(0, gate_key=""), ["”Behov” har ingen grind längre. Den var: G1"]),
        (with_stage(0, gate=Named("Starta?")), ["Grinden i ”Behov” var ”G1” och är ”G1 Starta?”."]),
        (with_stage(0, responsible=Named("Värden")), ["”Behov”: Värden ansvarar i stället för –."]),
        (with_stage(2, name=Named("Beslut efter test")), ["”Beslut” heter nu ”Beslut efter test”."]),
        (
            replace(OLD, roles=(HOST, RoleText(id=3, key="legal", name=Named("Jurist")))),
            ["Rollen Jurist är ny.", "Rollen Behovsägare finns inte längre."],
        ),
    ],
)
def test_a_change_is_told_in_a_sentence(new: RoutineText, said: list[str]) -> None:
    assert told(new) == said


def test_what_is_new_and_what_is_gone() -> None:
    new = routine(OLD.stages[0], stage(7, "Paus", point(8, "Kaffe", "k"), key="pause"), OLD.stages[1])

    assert told(new) == [
        "Steget ”Paus” är nytt.",
        "Nytt i Paus: ”Kaffe”.",
        "Steget ”Beslut” finns inte längre.",
        "Borttaget ur Beslut: ”Underlag”.",
    ]


def test_as_little_as_possible_has_moved() -> None:
    first, second, third = OLD.stages[1].points
    turned = with_stage(1, points=(third, first, second))
    elsewhere = routine(
        replace(OLD.stages[0], points=(*OLD.stages[0].points, third)),
        replace(OLD.stages[1], points=(first, second)),
        OLD.stages[2],
    )

    assert told(turned) == ["”Försäkring” har fått en annan plats i Test."]
    assert told(elsewhere) == ["”Försäkring” har flyttats från Test till Behov."]
    assert compare(OLD, replace(OLD, stages=(OLD.stages[2], *OLD.stages[:2]))) == (
        Difference(part=PartOf.STAGE, how=Differs.MOVED, name=Named("Beslut")),
    )


def test_an_older_version_without_keys_is_compared_by_name() -> None:
    keyless = replace(
        OLD,
        stages=tuple(
            replace(each, key="", points=tuple(replace(one, key="", role="") for one in each.points))
            for each in OLD.stages
        ),
    )
    new = with_point(4, name=Named("Nollmätning gjord"), role="")
    new = replace(
        new, stages=tuple(replace(s, points=tuple(replace(p, role="") for p in s.points)) for s in new.stages)
    )

    assert len(matches(keyless, OLD).points) == 6
    assert told(new, keyless) == ["Nytt i Test: ”Nollmätning gjord”.", "Borttaget ur Test: ”Nollmätning”."]


def test_a_case_lands_in_the_same_stage_or_the_nearest_before_it() -> None:
    without_test = routine(replace(OLD.stages[0], id=11), stage(12, "Paus", key="pause"), replace(OLD.stages[2], id=13))

    assert [landing(OLD, without_test, number) for number in (1, 2, 3, None)] == [11, 11, 13, None]
    assert landing(OLD, routine(stage(20, "Helt annan")), 2) == 20
    assert lost_line((Named("Avtal"), Named("Nollmätning")), (), phrasebook(Language.SV)) == (
        "Svar som går förlorade: Avtal; Nollmätning."
    )


@pytest.mark.parametrize(
    ("key", "words", "called"),
    [
        ("G3", "G3 Klartecken? Värd", "G3"),
        ("", "G4 Halvtid: fortsätta eller stoppa", "G4"),
        ("", "Gå vidare tillsammans?", "Gå vidare tillsammans?"),
        ("", "", ""),
    ],
)
def test_a_gate_is_called_by_its_key_its_mark_or_its_question(key: str, words: str, called: str) -> None:
    assert gate_name(key, words) == called


def test_a_version_is_adopted_only_when_cases_could_run_in_it() -> None:
    check_adoptable(OLD)
    with pytest.raises(RoutineEmpty):
        check_adoptable(routine())
    with pytest.raises(StageWithoutPoints) as caught:
        check_adoptable(with_stage(0, points=()))
    assert caught.value.parameters == {"gate": "G1", "stage": Named("Behov")}


@pytest.mark.parametrize(
    ("version", "taken", "following"),
    [("1.0", set[str](), "1.1"), ("1.9", {"1.10"}, "1.11"), ("2026", set(), "2027"), ("höst", {"höst 2"}, "höst 3")],
)
def test_the_next_version_is_the_next_free_number(version: str, taken: set[str], following: str) -> None:
    assert next_version(version, frozenset(taken)) == following
