"""An example of every command about criteria, weights, scores, places by hand and what-ifs."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.values import CriterionId, Kronor, MunicipalityId, ProjectId, ScenarioId
from smartstad_desktop.reads.priority import criteria as read_criteria
from smartstad_desktop.usecases.order import criteria, priority, scenarios, weights
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import Example, first

ONE, TWO = CriterionId(1), CriterionId(2)


def _criteria(workspace: Workspace) -> tuple[CriterionId, ...]:
    return tuple(each.id for each in workspace.read(read_criteria))


def _scored(workspace: Workspace) -> ProjectId:
    project = ProjectId(first(workspace, "project", "is_external = 0"))
    workspace.run(priority.SetScores(scores=(priority.NewScore(project=project, criterion=ONE, value=4),)))
    return project


def _placed(workspace: Workspace) -> ProjectId:
    project = _scored(workspace)
    workspace.run(priority.PlaceByHand(project=project, place=1, reason="Bron är avstängd"))
    return project


def _weighed(workspace: Workspace) -> MunicipalityId:
    municipality = MunicipalityId(first(workspace, "municipality"))
    workspace.run(weights.SetWeights(whose=municipality, weights={ONE: 60, TWO: 40}))
    return municipality


def _mean(workspace: Workspace) -> weights.TakeMeanWeights:
    _weighed(workspace)
    return weights.TakeMeanWeights(note="Efter workshop 3")


def _scenario(workspace: Workspace) -> ScenarioId:
    made: ScenarioId = workspace.run(scenarios.AddScenario(name="Klimatet först", weights={ONE: 50})).value
    return made


EXAMPLES: Final[dict[str, Example]] = {
    "AddCriterion": lambda _: criteria.AddCriterion(
        fields={"name_nb": "Lokal forankring", "weight": 10, "steps": {"1": {"sv": "Ingen"}, "5": {"en": "Strong"}}}
    ),
    "EditCriterion": lambda _: criteria.EditCriterion(
        criterion=ONE,
        changes={"direction": "cost", "name_sv": "Vad det kostar", "steps": {"3": {"sv": "Mitt emellan"}}},
    ),
    "MoveCriterion": lambda _: criteria.MoveCriterion(criterion=ONE, before=None),
    "RemoveCriteria": lambda _: criteria.RemoveCriteria(criteria=(ONE, TWO)),
    "SetWeights": lambda w: weights.SetWeights(
        whose=MunicipalityId(first(w, "municipality")), weights={ONE: 3, TWO: 1}
    ),
    "SetWeightOrder": lambda w: weights.SetWeightOrder(
        whose=None, tiers=(_criteria(w)[3:], _criteria(w)[:3]), gaps=(0, 2), ratio=4
    ),
    "SetWeightPairs": lambda w: weights.SetWeightPairs(
        whose=None, pairs=dict.fromkeys(zip(_criteria(w), _criteria(w)[1:], strict=False), 2.0)
    ),
    "ForgetWeights": lambda w: weights.ForgetWeights(whose=_weighed(w)),
    "TakeMeanWeights": _mean,
    "SetScores": lambda w: priority.SetScores(
        scores=(
            priority.NewScore(project=_scored(w), criterion=ONE, value=None),
            priority.NewScore(project=_scored(w), criterion=TWO, value=2.5, comment="Osäkert"),
            priority.NewScore(
                project=_scored(w), criterion=TWO, municipality=MunicipalityId(first(w, "municipality")), value=5
            ),
        )
    ),
    "PlaceByHand": lambda w: priority.PlaceByHand(
        project=_scored(w), place=1, reason="Bron är avstängd", decided_by="Styrgruppen"
    ),
    "FollowComputed": lambda w: priority.FollowComputed(projects=(_placed(w),)),
    "SetCommonBudget": lambda _: priority.SetCommonBudget(budget=Kronor(1_234_567)),
    "AddScenario": lambda _: scenarios.AddScenario(name="Snabba vinster", weights={ONE: 10}, budget=5_000_000),
    "EditScenario": lambda w: scenarios.EditScenario(
        scenario=_scenario(w), changes={"weights": {TWO: 5}, "budget": None, "name": "Lugnt"}
    ),
    "DuplicateScenario": lambda w: scenarios.DuplicateScenario(scenario=_scenario(w), name="En till"),
    "DeleteScenarios": lambda w: scenarios.DeleteScenarios(scenarios=(_scenario(w),)),
}
