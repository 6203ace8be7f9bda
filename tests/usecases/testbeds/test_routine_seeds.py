"""The routines that come with the program: keys that stay, gates, roles, and what shows that a point is settled."""

from __future__ import annotations

from smartstad_desktop.domain.testbeds.routine_seeds import RoutineSeed
from smartstad_desktop.usecases import seeds


def routine(key: str) -> RoutineSeed:
    return next(each for each in seeds.template("familjen-helsingborg").routines if each.key == key)


def test_the_testbed_routine_has_eight_stages_five_gates_and_ten_roles() -> None:
    testbed = routine("testbed")

    gates = [stage.gate_key for stage in testbed.stages]
    assert gates == ["G1", "", "G2", "G3", "G4", "", "G5", ""]
    assert [bool(stage.gate.sv) for stage in testbed.stages] == [bool(gate) for gate in gates]
    assert len(testbed.roles) == 10
    receiver = next(each for each in testbed.stages[3].checklist if each.key == "receiver-named")
    assert (receiver.role, receiver.is_required) == ("receiver", True)


def test_buying_together_has_fourteen_steps_in_three_phases() -> None:
    procurement = routine("procurement")

    assert [stage.phase for stage in procurement.stages] == ["prepare"] * 7 + ["carry_out"] * 4 + ["realise"] * 3
    assert [stage.gate_key for stage in procurement.stages if stage.gate_key] == ["G1", "G2", "G3"]


def test_keys_name_one_thing_and_every_point_has_a_role_and_a_hint_in_three_languages() -> None:
    for each in (routine("testbed"), routine("procurement")):
        points = [point for stage in each.stages for point in stage.checklist]
        for keys in ([stage.key for stage in each.stages], [point.key for point in points]):
            assert sorted(set(keys)) == sorted(keys)
        assert {point.role for point in points} <= {role.key for role in each.roles}
        assert all(text for point in points for text in (point.evidence.sv, point.evidence.nb, point.evidence.en))
        assert 0 < sum(not point.is_required for point in points) < len(points) / 4
