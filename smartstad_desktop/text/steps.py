"""Names of the steps in the undo list and the history, from the command's name and the words it gave.

A message is one form, or two when the step carries a ``count``. A step that carries a ``form`` has a message of its
own, as "PlaceCards.tray".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.phrases import N_, Phrasebook, current

STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "ApplyImport": (N_("Import {count} row from {title}"), N_("Import {count} rows from {title}")),
    "KeepSentList": N_("Send a list to {title}"),
    "CreateProgramme": N_("Create the programme “{title}”"),
    "CreatePlan": N_("Begin the plan “{title}”"),
    "CreatePlanFromBoard": (
        N_("Begin the plan “{title}” with {count} measure"),
        N_("Begin the plan “{title}” with {count} measures"),
    ),
    "EditPlan": N_("Change the plan “{title}”"),
    "AddMeasure": N_("Add the measure “{title}”"),
    "AddMeasuresFromProjects": (N_("Add {count} measure"), N_("Add {count} measures")),
    "AddMeasuresFromColumns": (N_("Add {count} measure from the board"), N_("Add {count} measures from the board")),
    "EditMeasure": N_("Change the measure “{title}”"),
    "MoveMeasures": (N_("Move the measure “{title}”"), N_("Move {count} measures")),
    "RemoveMeasures": (N_("Remove the measure “{title}”"), N_("Remove {count} measures")),
    "SetCommitment": N_("Change the commitment of {municipality} in “{title}”"),
    "FreezePlan": N_("Freeze version {version} of “{title}”"),
    "ApprovePlan": N_("Approve version {version} of “{title}”"),
    "StartPlanVersion": N_("Begin version {version} of “{title}”"),
    "CreateDemonstration": N_("Create the demonstration region"),
    "AddProject": N_("Add “{title}”"),
    "EditProject": N_("Change {fields} of “{title}”"),
    "EditProjects": (N_("Change {fields} of {count} project"), N_("Change {fields} of {count} projects")),
    "DuplicateProject": N_("Copy “{title}”"),
    "DeleteProjects": (N_("Delete “{title}”"), N_("Delete {count} projects")),
    "ConfirmProjects": (N_("Confirm “{title}”"), N_("Confirm {count} projects")),
    "SetConfidential": (
        N_("Change the confidentiality of “{title}”"),
        N_("Change the confidentiality of {count} projects"),
    ),
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
}


def step_name(command: str, words: Mapping[str, Any], phrases: Phrasebook | None = None) -> str:
    """Return what a step is called, as “Move 2 projects to Now”."""
    book = phrases or current()
    if "fields" in words:
        words = {**words, "fields": ", ".join(_inside(field_name(name, book)) for name in words["fields"])}
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
