"""Criteria, weights, scores, places by hand and what-ifs: what they do to the order, and what they refuse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from smartstad_desktop.domain.board import NameMissing
from smartstad_desktop.domain.errors import AmountNegative, DomainError, FieldInvalid, ReasonMissing, RowGone
from smartstad_desktop.domain.order import order as rules
from smartstad_desktop.domain.order.priority import (
    Direction,
    NothingWeighed,
    NotInOrder,
    PlaceInvalid,
    PointsDoNotAddUp,
    RatioInvalid,
    ScoreInvalid,
    StepUnknown,
    TextTooLong,
    WeightInvalid,
    WeightMethod,
    WeightsAllZero,
    WeightsIncomplete,
)
from smartstad_desktop.domain.order.weighed import Facts
from smartstad_desktop.domain.values import CriterionId, Kronor, MunicipalityId, ProjectId
from smartstad_desktop.reads.priority import facts
from smartstad_desktop.storage.tables.priority import Criterion
from smartstad_desktop.usecases.command import Command, Transaction
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.order.criteria import AddCriterion, EditCriterion, MoveCriterion, RemoveCriteria
from smartstad_desktop.usecases.order.priority import FollowComputed, NewScore, PlaceByHand, SetCommonBudget, SetScores
from smartstad_desktop.usecases.order.scenarios import AddScenario, DuplicateScenario, EditScenario
from smartstad_desktop.usecases.order.weights import (
    ForgetWeights,
    SetWeightOrder,
    SetWeightPairs,
    SetWeights,
    TakeMeanWeights,
)
from smartstad_desktop.usecases.workspace import Workspace

ONE, TWO, THREE = CriterionId(1), CriterionId(2), CriterionId(3)
FIRST, SECOND, THIRD = MunicipalityId(1), MunicipalityId(2), MunicipalityId(3)


@dataclass(frozen=True)
class AsInOlderFiles:
    """Writes what belongs to a criterion beside its steps, as files of the first schema have it."""

    def execute(self, tx: Transaction) -> None:
        for row in tx.session.scalars(select(Criterion)):
            row.steps = {"help": {"sv": "Miljö och ekonomi", "nb": "", "en": ""}}
        tx.describe(title="")


@pytest.fixture
def group(workspace: Workspace) -> Workspace:
    """Three criteria that weigh 50, 30 and 20, and four projects: A, B, C and D."""
    for name, weight in (("Nytta", 50), ("Genomförbarhet", 30), ("Kostnad", 20)):
        workspace.run(AddCriterion(fields={"name_sv": name, "weight": weight}))
    for title, budget in (("A", 100), ("B", 200), ("C", None), ("D", 50)):
        workspace.run(
            AddProject(fields={"title": title, "municipality_id": 1, "status": "planned", "budget_total": budget})
        )
    return workspace


def score(group: Workspace, project: int, *values: float | None, municipality: int | None = None) -> None:
    whose = None if municipality is None else MunicipalityId(municipality)
    group.run(
        SetScores(
            scores=tuple(
                NewScore(project=ProjectId(project), criterion=CriterionId(at), municipality=whose, value=value)
                for at, value in enumerate(values, 1)
            )
        )
    )


def known(group: Workspace) -> Facts:
    return group.read(facts)


def titles(rows: tuple[rules.Row, ...]) -> list[str]:
    return [row.project.title for row in rows]


def test_the_order_follows_scores_and_weights(group: Workspace) -> None:
    score(group, 1, 2, 2, 5)
    score(group, 2, 4, 3, 1)
    score(group, 3, 4, None, None)
    made = rules.order(known(group))

    assert titles(made.rows) == ["C", "B", "A", "D"]
    assert [row.place for row in made.rows] == [1, 2, 3, None]
    assert [row.value for row in made.rows] == pytest.approx([4, 3.1, 2.6, None])
    assert [row.valued.coverage for row in made.rows] == pytest.approx([0.5, 1, 1, 0])
    group.run(SetWeights(whose=None, weights={ONE: 0, TWO: 0, THREE: 7}))
    assert titles(rules.order(known(group)).rows) == ["A", "B", "C", "D"]


def test_cost_turns_the_scale(group: Workspace) -> None:
    score(group, 1, 3, 3, 5)
    score(group, 2, 3, 3, 1)
    assert titles(rules.order(known(group)).rows)[:2] == ["A", "B"]
    group.run(EditCriterion(criterion=THREE, changes={"direction": Direction.COST}))

    assert titles(rules.order(known(group)).rows)[:2] == ["B", "A"]


def test_what_was_scored_together_counts_before_the_mean(group: Workspace) -> None:
    for municipality, value in ((1, 2), (2, 3), (3, 4)):
        score(group, 1, value, municipality=municipality)
    (row, *_others) = rules.order(known(group)).rows

    assert row.value == 3
    assert row.spread is not None
    assert (row.spread.count, row.spread.lowest, row.spread.highest) == (3, 2, 4)
    score(group, 1, 5)
    assert rules.order(known(group)).rows[0].value == 5
    assert rules.scores_of(known(group), ProjectId(1), SECOND) == (3, None, None)


def test_two_municipalities_are_not_broken_down(group: Workspace) -> None:
    score(group, 1, 2, municipality=1)
    score(group, 1, 5, municipality=2)

    assert rules.order(known(group)).rows[0].spread is None


def test_a_municipality_that_says_nothing_is_absent_and_not_zero(group: Workspace) -> None:
    score(group, 1, 4, 4, 4, municipality=1)
    found = known(group)

    assert set(rules.said(found)) == {FIRST}
    assert rules.own_orders(found) == {FIRST: {ProjectId(1): 4}}
    assert rules.mean_weights(found) is None
    assert rules.wishes(found, rules.order(found))[SECOND] == {}


def test_a_place_by_hand_stands_beside_the_computed_one(group: Workspace) -> None:
    for project, value in enumerate((5, 4, 3, 2), 1):
        score(group, project, value)
    group.run(PlaceByHand(project=ProjectId(4), place=2, reason="  Bron \n stängs  ", decided_by="Styrgruppen"))
    made = rules.order(known(group))

    assert titles(made.rows) == ["A", "B", "C", "D"]
    assert titles(made.final) == ["A", "D", "B", "C"]
    assert [row.final_place for row in made.rows] == [1, 3, 4, 2]
    by_hand = made.rows[3].by_hand
    assert by_hand is not None
    assert (by_hand.place, by_hand.reason, by_hand.decided_by) == (2, "Bron stängs", "Styrgruppen")
    group.run(FollowComputed(projects=(ProjectId(4), ProjectId(1))))
    assert titles(rules.order(known(group)).final) == ["A", "B", "C", "D"]


def test_of_two_at_the_same_place_the_latest_has_it(group: Workspace, clock: object) -> None:
    for project, value in enumerate((5, 4, 3, 2), 1):
        score(group, project, value)
    group.run(PlaceByHand(project=ProjectId(3), place=1, reason="Först"))
    clock.forward(seconds=1)  # type: ignore[attr-defined]  the fixture's clock
    group.run(PlaceByHand(project=ProjectId(4), place=1, reason="Ändå först"))

    assert titles(rules.order(known(group)).final) == ["D", "C", "A", "B"]


def test_what_nobody_scored_has_no_place_to_be_moved_from(group: Workspace) -> None:
    score(group, 1, 5)
    with pytest.raises(NotInOrder):
        group.run(PlaceByHand(project=ProjectId(2), place=1, reason="Nej"))
    assert titles(rules.order(known(group)).final) == ["A", "B", "C", "D"]


def test_each_way_of_weighing_is_kept_with_what_was_said(group: Workspace) -> None:
    group.run(SetWeights(whose=FIRST, weights={ONE: 60, TWO: 40, THREE: 0}, method=WeightMethod.POINTS))
    group.run(SetWeightOrder(whose=SECOND, tiers=((ONE,), (TWO, THREE)), gaps=(0, 1)))
    group.run(SetWeightOrder(whose=THIRD, tiers=((THREE,), (ONE,), (TWO,)), method=WeightMethod.CENTROID))
    found = known(group).weightings

    assert [found[whose].method for whose in (FIRST, SECOND, THIRD)] == ["points", "ordering", "centroid"]
    assert found[SECOND].shares == pytest.approx({ONE: 3 / 5, TWO: 1 / 5, THREE: 1 / 5})
    assert (found[SECOND].places, found[SECOND].gaps) == ({ONE: 1, TWO: 2, THREE: 2}, {ONE: 0, TWO: 1, THREE: 1})
    assert found[THIRD].shares == pytest.approx({THREE: 11 / 18, ONE: 5 / 18, TWO: 2 / 18})
    group.run(TakeMeanWeights())
    mean = (0.6 + 0.6 + 5 / 18) / 3
    assert rules.weights_in_force(known(group))[0] == pytest.approx(mean)
    group.run(ForgetWeights(whose=None))
    assert rules.weights_in_force(known(group)) == (50, 30, 20)


def test_comparisons_give_weights_as_soon_as_they_hang_together(group: Workspace) -> None:
    group.run(SetWeightPairs(whose=None, pairs={(TWO, ONE): 1 / 2}))
    assert known(group).weightings[None].shares == {}
    assert rules.weights_in_force(known(group)) == (50, 30, 20)
    group.run(SetWeightPairs(whose=None, pairs={(TWO, THREE): 3}))

    assert rules.weights_in_force(known(group)) == pytest.approx((0.6, 0.3, 0.1))
    assert known(group).weightings[None].pairs == {(ONE, TWO): 2, (TWO, THREE): 3}


def test_weights_in_force_stay_until_the_pairs_give_new_ones(group: Workspace) -> None:
    group.run(SetWeights(whose=None, weights={ONE: 10, TWO: 20, THREE: 70}))
    group.run(SetWeightPairs(whose=None, pairs={(TWO, ONE): 1 / 2}))
    assert rules.weights_in_force(known(group)) == pytest.approx((0.1, 0.2, 0.7))
    assert known(group).weightings[None].method is WeightMethod.TYPED
    group.run(SetWeightPairs(whose=None, pairs={(TWO, THREE): 3}))
    assert rules.weights_in_force(known(group)) == pytest.approx((0.6, 0.3, 0.1))
    assert known(group).weightings[None].method is WeightMethod.PAIRWISE
    group.run(SetWeightPairs(whose=None, pairs={(TWO, THREE): None}))
    assert rules.weights_in_force(known(group)) == pytest.approx((0.6, 0.3, 0.1))


def test_a_criterion_that_came_after_the_weights_is_named_until_it_gets_one(group: Workspace) -> None:
    assert rules.unweighed(known(group)) == ()
    group.run(SetWeights(whose=None, weights={ONE: 50, TWO: 50, THREE: 0}))
    assert rules.unweighed(known(group)) == ()
    added = group.run(AddCriterion(fields={"name_sv": "Ny"})).value
    assert [each.id for each in rules.unweighed(known(group))] == [added]
    group.run(SetWeights(whose=None, weights=rules.shares_for(known(group), rules.unweighed(known(group)))))
    assert rules.unweighed(known(group)) == ()
    assert rules.weights_in_force(known(group)) == pytest.approx((1 / 3, 1 / 3, 0, 1 / 3))


def test_a_weight_that_is_not_named_stays_as_it_was_whatever_the_way_before(group: Workspace) -> None:
    group.run(SetWeights(whose=None, weights={ONE: 20}))
    assert rules.weights_in_force(known(group)) == pytest.approx((20 / 70, 30 / 70, 20 / 70))
    group.run(SetWeightOrder(whose=SECOND, tiers=((ONE,), (TWO,), (THREE,)), gaps=(0, 2, 0)))
    group.run(SetWeights(whose=SECOND, weights={THREE: 37.5}))

    # 62.5, 25 and 12.5 before.
    assert rules.weights_of(known(group), SECOND) == pytest.approx((0.5, 0.2, 0.3))
    assert known(group).weightings[SECOND].places == {}


def test_a_drag_of_a_weight_is_one_step(group: Workspace) -> None:
    before = len(group.steps())
    for weight in (21, 25, 30):
        group.run(SetWeights(whose=None, weights={ONE: weight, TWO: 30, THREE: 20}, is_dragging=True))

    assert len(group.steps()) == before + 1
    group.undo()
    assert rules.weights_in_force(known(group)) == (50, 30, 20)


def test_a_what_if_changes_only_what_it_names(group: Workspace) -> None:
    scenario = group.run(AddScenario(name="Billigt", weights={THREE: 80}, budget=300)).value
    copy = group.run(DuplicateScenario(scenario=scenario, name="Billigare")).value
    group.run(EditScenario(scenario=copy, changes={"budget": 200}))
    found = known(group)

    assert [(each.name, each.budget) for each in found.scenarios] == [("Billigt", 300), ("Billigare", 200)]
    assert rules.weights_in(found, found.scenarios[0]) == (50, 30, 80)
    group.run(RemoveCriteria(criteria=(THREE,)))
    assert known(group).scenarios[0].weights == {}


def test_the_budget_line_stops_where_money_or_knowledge_ends(group: Workspace) -> None:
    for project, value in enumerate((5, 4, 3, 2), 1):
        score(group, project, value)
    group.run(SetCommonBudget(budget=Kronor(310)))
    found = known(group)

    assert found.budget == 310
    assert rules.within_budget(rules.order(found).rows, Kronor(310)) == 2
    assert rules.within_budget(rules.order(found).rows, Kronor(299)) == 1
    assert [each.project for each in rules.candidates(rules.order(found))] == [1, 2, 3, 4]


def test_criteria_are_added_described_moved_and_removed(group: Workspace) -> None:
    made = group.run(AddCriterion(fields={"name_nb": "Forankring", "steps": {"1": {"sv": "", "nb": "Ingen"}}})).value
    group.run(MoveCriterion(criterion=made, before=TWO))
    found = known(group).criteria

    assert [each.name.sv for each in found] == ["Nytta", "Forankring", "Genomförbarhet", "Kostnad"]
    assert found[1].steps[1].in_language("nb") == "Ingen"
    assert (found[1].key, found[1].weight) == ("own-4", 0)
    group.run(MoveCriterion(criterion=ONE))
    assert [each.name.sv for each in known(group).criteria][-1] == "Nytta"
    score(group, 1, 5)
    group.run(RemoveCriteria(criteria=(ONE, made)))
    assert known(group).scores == {}


def test_what_belongs_to_a_criterion_of_an_older_file_is_kept_until_it_is_written_anew(workspace: Workspace) -> None:
    made = workspace.run(AddCriterion(fields={"name_sv": "Hållbarhet"})).value
    workspace.run(AsInOlderFiles())
    workspace.run(EditCriterion(criterion=made, changes={"steps": {"5": {"sv": "God i alla tre"}}}))
    (found,) = workspace.read(facts).criteria

    assert (found.meaning.sv, found.steps[5].sv) == ("Miljö och ekonomi", "God i alla tre")
    workspace.run(EditCriterion(criterion=made, changes={"meaning_sv": ""}))
    assert workspace.read(facts).criteria[0].meaning.sv == ""


REFUSED: dict[str, tuple[Callable[[], Command], type[DomainError]]] = {
    "no name": (lambda: AddCriterion(fields={"name_sv": " "}), NameMissing),
    "a long name": (lambda: AddCriterion(fields={"name_sv": "x" * 81}), TextTooLong),
    "an unknown field": (lambda: AddCriterion(fields={"name_sv": "x", "colour": "red"}), FieldInvalid),
    "step 6": (lambda: EditCriterion(criterion=ONE, changes={"steps": {"6": {"sv": "x"}}}), StepUnknown),
    "a negative weight": (lambda: SetWeights(whose=None, weights={ONE: -1}), WeightInvalid),
    "no number": (lambda: SetWeights(whose=None, weights={ONE: float("nan")}), WeightInvalid),
    "nothing weighs": (lambda: SetWeights(whose=None, weights={ONE: 0, TWO: 0, THREE: 0}), WeightsAllZero),
    "99 points": (
        lambda: SetWeights(whose=None, weights={ONE: 99}, method=WeightMethod.POINTS),
        PointsDoNotAddUp,
    ),
    "unknown municipality": (lambda: SetWeights(whose=MunicipalityId(99), weights={ONE: 1}), RowGone),
    "half an order": (lambda: SetWeightOrder(whose=None, tiers=((ONE,), (TWO,))), WeightsIncomplete),
    "twice in the order": (lambda: SetWeightOrder(whose=None, tiers=((ONE, TWO), (TWO, THREE))), WeightsIncomplete),
    "a negative gap": (
        lambda: SetWeightOrder(whose=None, tiers=((ONE,), (TWO,), (THREE,)), gaps=(0, -1)),
        WeightInvalid,
    ),
    "ten times": (lambda: SetWeightPairs(whose=None, pairs={(ONE, TWO): 10}), RatioInvalid),
    "with itself": (lambda: SetWeightPairs(whose=None, pairs={(ONE, ONE): 1}), RatioInvalid),
    "no mean": (TakeMeanWeights, NothingWeighed),
    "score 6": (lambda: SetScores(scores=(NewScore(project=ProjectId(1), criterion=ONE, value=6),)), ScoreInvalid),
    "score 0": (lambda: SetScores(scores=(NewScore(project=ProjectId(1), criterion=ONE, value=0),)), ScoreInvalid),
    "unknown project": (lambda: SetScores(scores=(NewScore(project=ProjectId(9), criterion=ONE, value=3),)), RowGone),
    "no reason": (lambda: PlaceByHand(project=ProjectId(1), place=1, reason=" "), ReasonMissing),
    "place 0": (lambda: PlaceByHand(project=ProjectId(1), place=0, reason="x"), PlaceInvalid),
    "place 2 of 1": (lambda: PlaceByHand(project=ProjectId(1), place=2, reason="x"), PlaceInvalid),
    "less than nothing": (lambda: SetCommonBudget(budget=Kronor(-1)), AmountNegative),
    "a what-if without a name": (lambda: AddScenario(name="", weights={}), NameMissing),
    "a what-if without weight": (lambda: AddScenario(name="x", weights={ONE: 0}), WeightsAllZero),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_does_not_fit_is_refused_and_changes_nothing(group: Workspace, name: str) -> None:
    score(group, 1, 5)
    before = known(group)
    make, error = REFUSED[name]

    with pytest.raises(error):
        group.run(make())
    assert known(group) == before
