"""Names of the steps in the undo list and the history, from the command's name and the words it gave.

A message is one form, or two when the step carries a ``count``. A step that carries a ``form`` has a message of its
own, as "PlaceCards.tray".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from smartstad_desktop.domain.workshop.laps import Lap
from smartstad_desktop.text.cases.steps import CASE_STEPS
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.follow_up.steps import FOLLOW_UP_STEPS
from smartstad_desktop.text.governance.steps import GOVERNANCE_STEPS
from smartstad_desktop.text.personal.words import PERSONAL_STEPS
from smartstad_desktop.text.phrases import N_, Phrasebook, current
from smartstad_desktop.text.plan.decision_steps import PLAN_DECISION_STEPS
from smartstad_desktop.text.plan.measures import MEASURE_STEPS
from smartstad_desktop.text.procurement.steps import PROCUREMENT_STEPS
from smartstad_desktop.text.programme.budget import BUDGET_STEPS
from smartstad_desktop.text.programme.steps import PROGRAMME_STEPS
from smartstad_desktop.text.programme.successions import SUCCESSION_STEPS
from smartstad_desktop.text.routines.steps import ROUTINE_STEPS
from smartstad_desktop.text.testbeds.steps import TESTBED_STEPS
from smartstad_desktop.text.workshop.laps import lap_words
from smartstad_desktop.text.workshop.steps import SESSION_STEPS

STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "ApplyImport": (N_("Import {count} row from {title}"), N_("Import {count} rows from {title}")),
    "KeepSentList": N_("Send a list to {title}"),
    "CreateProgramme": N_("Create the programme “{title}”"),
    "CreateDemonstration": N_("Create the demonstration region"),
    "AddProject": N_("Add “{title}”"),
    "EditProject": N_("Change {fields} of “{title}”"),
    "EditProjects": (N_("Change {fields} of {count} project"), N_("Change {fields} of {count} projects")),
    "DuplicateProject": N_("Copy “{title}”"),
    "DeleteProjects": (N_("Delete “{title}”"), N_("Delete {count} projects")),
    "LinkProjects": N_("Note that “{title}” and “{other}” belong together"),
    "KeepApart": N_("Note that “{title}” and “{other}” are not the same"),
    "Unlink": N_("Take back what was said of “{title}” and “{other}”"),
    "MergeProjects": N_("Merge “{other}” into “{title}”"),
    "ConfirmProjects": (N_("Confirm “{title}”"), N_("Confirm {count} projects")),
    "SetConfidential": (
        N_("Change the confidentiality of “{title}”"),
        N_("Change the confidentiality of {count} projects"),
    ),
    "AddNeed": N_("Add the need “{title}”"),
    "EditNeed": N_("Change {fields} of the need “{title}”"),
    "GatherNeeds": (N_("Put “{title}” under {word}"), N_("Put {count} needs under {word}")),
    "GatherNeeds.ungrouped": (N_("Take “{title}” out of its group"), N_("Take {count} needs out of their group")),
    "DeleteNeeds": (N_("Delete the need “{title}”"), N_("Delete {count} needs")),
    "PromoteNeeds": N_("Make the project “{title}” out of needs"),
    "AddValueWord": N_("Add the value word “{title}”"),
    "RenameValueWord": N_("Rename the value word “{title}”"),
    "MoveValueWord": N_("Move the value word “{title}”"),
    "DeleteValueWord": N_("Delete the value word “{title}”"),
    "AddService": N_("Add the service “{title}”"),
    "EditService": N_("Change {fields} of the service “{title}”"),
    "DeleteServices": (N_("Delete the service “{title}”"), N_("Delete {count} services")),
    "AdoptExample": N_("Make a project after “{title}”"),
    "AddMunicipality": N_("Add the municipality {title}"),
    "RemoveMunicipality": N_("Remove the municipality {title}"),
    "EditProgramme": N_("Change the programme {title}"),
    "EditMunicipality": N_("Change the municipality {title}"),
    "CreateBoard": N_("Create the board “{title}”"),
    "EditBoard": N_("Change the board “{title}”"),
    "DeleteBoard": N_("Delete the board “{title}”"),
    "AddColumn": N_("Add the column “{title}”"),
    "EditColumn": N_("Change the column “{title}”"),
    "MoveColumn": N_("Move the column “{title}”"),
    "DeleteColumn": N_("Delete the column “{title}”"),
    "PlaceCards": (
        N_("Move “{title}” to place {place} in {column}"),
        N_("Move {count} projects to {column}"),
    ),
    "PlaceCards.tray": (N_("Move “{title}” back to the tray"), N_("Move {count} projects back to the tray")),
    "AddProjectsToBoard": (N_("Put “{title}” on the board {board}"), N_("Put {count} projects on the board {board}")),
    "RemoveFromBoard": (N_("Take “{title}” off the board {board}"), N_("Take {count} projects off the board {board}")),
    "SetContributions": (N_("Write {value} for “{title}” on {column}"), N_("Write {count} contributions")),
    "SetContributions.clear": (N_("Empty {column} for “{title}”"), N_("Empty {count} contributions")),
    "SetImportances": (N_("Write {value} for {title} on {column}"), N_("Write how important goals are, {count} cells")),
    "SetImportances.clear": (N_("Empty {column} for {title}"), N_("Empty how important goals are, {count} cells")),
    "SetCoverages": (N_("Write {value} for “{title}” and {column}"), N_("Write how needs are met, {count} cells")),
    "SetCoverages.clear": (N_("Empty “{title}” and {column}"), N_("Empty how needs are met, {count} cells")),
    "CommentCell": N_("Comment on {column} for “{title}”"),
    "SetGoalWeights": (N_("Weigh “{title}” {weight}"), N_("Weigh {count} goals")),
    "DescribeScale.contribution": N_("Describe the steps of contribution"),
    "DescribeScale.importance": N_("Describe the steps of importance"),
    "DescribeScale.coverage": N_("Describe the steps of coverage"),
    "AddGoal": N_("Add the goal “{title}”"),
    "EditGoal": N_("Change the goal “{title}”"),
    "MoveGoals": (N_("Move the goal “{title}”"), N_("Move {count} goals")),
    "DuplicateGoal": N_("Copy the goal “{title}”"),
    "DeleteGoals": (N_("Delete the goal “{title}”"), N_("Delete “{title}” and goals beneath, {count} in all")),
    "NameGoalLevel": N_("Name level {depth} of the goals"),
    "EditVision": N_("Change the target vision"),
    "AddPart.statement": N_("Add the statement “{title}”"),
    "AddPart.function": N_("Add the function “{title}”"),
    "AddPart.indicator": N_("Add the indicator “{title}”"),
    "AddPart.parent_plan": N_("Add the parent plan “{title}”"),
    "AddPart.area": N_("Add the development area “{title}”"),
    "EditPart.statement": N_("Change the statement “{title}”"),
    "EditPart.function": N_("Change the function “{title}”"),
    "EditPart.indicator": N_("Change the indicator “{title}”"),
    "EditPart.parent_plan": N_("Change the parent plan “{title}”"),
    "EditPart.area": N_("Change the development area “{title}”"),
    "MovePart.statement": N_("Move the statement “{title}”"),
    "MovePart.function": N_("Move the function “{title}”"),
    "MovePart.indicator": N_("Move the indicator “{title}”"),
    "MovePart.parent_plan": N_("Move the parent plan “{title}”"),
    "MovePart.area": N_("Move the development area “{title}”"),
    "DeletePart.statement": N_("Delete the statement “{title}”"),
    "DeletePart.function": N_("Delete the function “{title}”"),
    "DeletePart.indicator": N_("Delete the indicator “{title}”"),
    "DeletePart.parent_plan": N_("Delete the parent plan “{title}”"),
    "DeletePart.area": N_("Delete the development area “{title}”"),
    "SetMeasurement": N_("Note {day} for “{title}”"),
    "MoveMeasurement": N_("Note {day} for “{title}”"),
    "RelateGoals": N_("Say how “{title}” bears on “{other}”"),
    "AddChainNode": N_("Add “{title}” to the chain"),
    "EditChainNode": N_("Change “{title}” in the chain"),
    "MoveChainNode": N_("Move “{title}” in the chain"),
    "DeleteChainNode": (
        N_("Delete “{title}” from the chain"),
        N_("Delete “{title}” and its activities, {count} in all"),
    ),
    "LinkChainNodes": N_("Link “{title}” to “{other}”"),
    "LinkChainNodes.apart": N_("Unlink “{title}” from “{other}”"),
    "TieChainNode": N_("Tie “{title}” to goals and projects"),
    "AddCriterion": N_("Add the criterion “{title}”"),
    "EditCriterion": N_("Change the criterion “{title}”"),
    "MoveCriterion": N_("Move the criterion “{title}”"),
    "RemoveCriteria": (N_("Remove the criterion “{title}”"), N_("Remove {count} criteria")),
    "SetWeights": N_("Change the weights of {title}"),
    "SetWeights.together": N_("Change the weights all agree on"),
    "SetWeightOrder": N_("Change the order of criteria of {title}"),
    "SetWeightOrder.together": N_("Change the order of criteria all agree on"),
    "SetWeightPairs": N_("Change the comparisons of {title}"),
    "SetWeightPairs.together": N_("Change the comparisons all agree on"),
    "ForgetWeights": N_("Take away the weights of {title}"),
    "ForgetWeights.together": N_("Take away the weights all agree on"),
    "TakeMeanWeights.together": N_("Weigh with the mean of the municipalities"),
    "SetScores": (N_("Score “{title}”"), N_("Change {count} scores")),
    "PlaceByHand": N_("Place “{title}” as number {place} by hand"),
    "FollowComputed": (
        N_("Let “{title}” follow the computed order"),
        N_("Let {count} projects follow the computed order"),
    ),
    "SetCommonBudget": N_("Change the common budget"),
    "SetCommonBudget.open": N_("Leave the common budget open"),
    "AddScenario": N_("Add the what-if “{title}”"),
    "EditScenario": N_("Change the what-if “{title}”"),
    "DuplicateScenario": N_("Copy a what-if as “{title}”"),
    "DeleteScenarios": (N_("Delete the what-if “{title}”"), N_("Delete {count} what-ifs")),
    **GOVERNANCE_STEPS,
    **PERSONAL_STEPS,
    **BUDGET_STEPS,
    **FOLLOW_UP_STEPS,
    **SUCCESSION_STEPS,
    **PROGRAMME_STEPS,
    **SESSION_STEPS,
    **PROCUREMENT_STEPS,
    **TESTBED_STEPS,
    **CASE_STEPS,
    **PLAN_DECISION_STEPS,
    **MEASURE_STEPS,
    **ROUTINE_STEPS,
    "PlanRound": N_("Plan round {number}"),
    "EditRound": N_("Change the rules of round {number}"),
    "SetRoundItems": (
        N_("Choose {count} project for round {number}"),
        N_("Choose {count} projects for round {number}"),
    ),
    "AddRoundItem": N_("Add “{title}” to round {number}"),
    "EditRoundItem": N_("Change “{title}” in the round"),
    "RepeatRound": N_("Repeat round {number}"),
    "DeleteRounds": (N_("Take away round {number}"), N_("Take away {count} rounds")),
    "SetPhase.clarify": N_("Go to clarifying in round {number}"),
    "SetPhase.silent": N_("Open round {number} for silent answers"),
    "SetPhase.reveal": N_("Reveal round {number}"),
    "SetPhase.discuss": N_("Talk about the differences of round {number}"),
    "SetPhase.decide": N_("Decide in round {number}"),
    "SetPhase.consensus": N_("Check the consensus of round {number}"),
    "SetPhase.closed": N_("Close round {number}"),
    "CastMarks": N_("Answer of {title} in round {round}"),
    "FinishBallot": N_("{title} is done in round {round}"),
    "FinishBallot.open": N_("{title} answers again in round {round}"),
    "FinishBallot.blank": N_("{title} abstains in round {round}"),
    "ClearBallots": (N_("Clear the answer of {title} in round {round}"), N_("Clear {count} answers in round {round}")),
    "CastBallots": (N_("Enter {count} answer in round {round}"), N_("Enter {count} answers in round {round}")),
    "MakeSessionBoard": N_("Create the board “{title}” of the workshop"),
    "ProposePlaces": (
        N_("Lay out {count} project by the result of round {number}"),
        N_("Lay out {count} projects by the result of round {number}"),
    ),
    "TakeSnapshot": N_("Keep a snapshot of “{title}”"),
}

#: Stands for a value when only the words around it are asked for; what chooses among the words stays.
_VALUE: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
_STEERING: Final = frozenset({"form", "count"})


def step_name(command: str, words: Mapping[str, Any], phrases: Phrasebook | None = None) -> str:
    """Return what a step is called, as “Move 2 projects to Now”."""
    book = phrases or current()
    return _worded(command, _ready(words, book), book)


def step_name_inside(command: str, words: Mapping[str, Any], phrases: Phrasebook | None = None) -> str:
    """Return what a step is called in the middle of a sentence: a name it begins with keeps its capital."""
    book = phrases or current()
    ready = _ready(words, book)
    name = _worded(command, ready, book)
    hollow = _worded(command, ready | dict.fromkeys(ready.keys() - _STEERING, _VALUE), book)
    is_word = name[1:2].islower() and not hollow.startswith(_VALUE)
    return name[:1].lower() + name[1:] if is_word else name


def _ready(words: Mapping[str, Any], book: Phrasebook) -> dict[str, Any]:
    """Return the words of a step as they stand in its name."""
    ready = dict(words)
    if "fields" in words:
        ready["fields"] = ", ".join(_inside(field_name(name, book)) for name in words["fields"])
    if "lap" in words:
        # A round that is held again has its number and its turn.
        for name in {"number", "round"} & words.keys():
            ready[name] = lap_words(Lap(words[name], words["lap"]), book)
    return ready


def _worded(command: str, words: Mapping[str, Any], book: Phrasebook) -> str:
    form = words.get("form")
    match STEPS[f"{command}.{form}" if form else command]:
        case (one, many):
            others = {name: value for name, value in words.items() if name != "count"}
            return book.plural(one, many, int(words["count"]), **others)
        case message:
            return book.text(message, **words)


def _inside(name: str) -> str:
    """Return the name of a field as it stands inside a sentence."""
    return name.rstrip("?")[:1].lower() + name.rstrip("?")[1:]
