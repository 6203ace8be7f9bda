"""Examples of the commands about needs, value words, services and examples from elsewhere."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.domain.values import Named
from smartstad_desktop.usecases import value_words
from smartstad_desktop.usecases.inventory import examples, needs, services
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import Example, first, untyped


def _need(workspace: Workspace, text: str = "Vi vill veta när bussen kommer") -> int:
    return untyped(workspace.run(needs.AddNeed(fields={"need": text})).value)


def _word(workspace: Workspace) -> int:
    return untyped(workspace.run(value_words.AddValueWord(name=Named("Trygghet", "Trygghet", "Safety"))).value)


def _service(workspace: Workspace) -> int:
    return untyped(workspace.run(services.AddService(fields={"name": "Bussapp", "uses": {1: None}})).value)


EXAMPLES: dict[str, Example] = {
    "AddNeed": lambda _: needs.AddNeed(
        fields={"need": "Svar på mitt språk", "quote": "Jag förstår inte brevet", "municipality_id": 1, "goals": (1, 2)}
    ),
    "EditNeed": lambda w: needs.EditNeed(need=_need(w), changes={"mentions": 7, "source": "survey", "projects": (1,)}),
    "GatherNeeds": lambda w: needs.GatherNeeds(needs=(_need(w), _need(w, "Tryggt i tunneln")), word=_word(w)),
    "DeleteNeeds": lambda w: needs.DeleteNeeds(needs=(_need(w),)),
    "PromoteNeeds": lambda w: needs.PromoteNeeds(needs=(_need(w),), municipality=untyped(3)),
    "AddValueWord": lambda _: value_words.AddValueWord(name=Named("Kollektivitet")),
    "RenameValueWord": lambda w: value_words.RenameValueWord(word=_word(w), name=Named("Smidighet")),
    "MoveValueWord": lambda w: value_words.MoveValueWord(word=_word(w), before=_word(w)),
    "DeleteValueWord": lambda w: value_words.DeleteValueWord(word=_word(w)),
    "AddService": lambda _: services.AddService(
        fields={"name": "Felanmälan", "cost_class": "low", "uses": {1: date(2028, 6, 30), 2: None}}
    ),
    "EditService": lambda w: services.EditService(
        service=_service(w), changes={"supplier": "Påhittade bolaget", "uses": {2: date(2027, 1, 31)}}
    ),
    "DeleteServices": lambda w: services.DeleteServices(services=(_service(w),)),
    "AdoptExample": lambda w: examples.AdoptExample(
        example=untyped(first(w, "project", "is_external = 1")), municipality=untyped(4)
    ),
}
