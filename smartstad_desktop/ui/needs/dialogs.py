"""The questions of the page: a new need, a value word, which municipality takes a need up, a new service."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.errors import MunicipalityMissing, TitleMissing
from smartstad_desktop.domain.needs import LONGEST, ValueWordMissing, check_need, check_service
from smartstad_desktop.domain.values import Named
from smartstad_desktop.reads.needs import NeedsShown, Town
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.fields import ChoiceField, LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog


def new_need(shown: NeedsShown, then: Callable[[dict[str, Any]], object], parent: QWidget) -> Dialog:
    """Ask for a need and call *then* with its fields."""
    dialog = Dialog(_("Add a need"), _("Add need"), parent)
    dialog.add(
        TextField("need", field_name("need"), hint=_("In one line, as what people need, not as a solution.")),
        LongTextField(
            "quote", field_name("quote"), hint=_("Word for word, without names or anything that tells who said it.")
        ),
        ChoiceField("municipality_id", field_name("municipality_id"), _towns(list(shown.towns.values()), none="–")),
    )
    dialog.fields["municipality_id"].set_value(None)
    dialog.check_with(lambda values: check_need(values["need"], values["quote"]))
    dialog.confirmed.connect(then)
    dialog.open()
    return dialog


def value_word(name: Named | None, then: Callable[[Named], object], parent: QWidget) -> Dialog:
    """Ask for a value word in the languages of the programme and call *then* with it."""
    title = _("Add a value word") if name is None else _("Rename the value word")
    dialog = Dialog(title, _("Add value word") if name is None else _("Save name"), parent)
    dialog.add(
        TextField("name_sv", _("In Swedish"), hint=_("One word that says what the needs have in common: trygghet.")),
        TextField("name_nb", _("In Norwegian")),
        TextField("name_en", _("In English")),
    )
    if name is not None:
        for language in ("sv", "nb", "en"):
            dialog.fields[f"name_{language}"].set_value(getattr(name, language))
    dialog.check_with(_check_word)

    def named(values: dict[str, Any]) -> None:
        then(Named(sv=values["name_sv"], nb=values["name_nb"], en=values["name_en"]))

    dialog.confirmed.connect(named)
    dialog.open()
    return dialog


def promotion(
    title: str, towns: list[Town], suggestion: int | None, then: Callable[[dict[str, Any]], object], parent: QWidget
) -> Dialog:
    """Ask what the project is to be called and which municipality leads it; *then* gets ``title`` and ``town``."""
    dialog = Dialog(_("Make a project"), _("Make the project"), parent)
    dialog.add(
        TextField("title", field_name("title")),
        ChoiceField("town", _("Which municipality leads it?"), _towns(towns)),
    )
    dialog.fields["title"].set_value(title)
    dialog.fields["town"].set_value(suggestion)
    dialog.check_with(_check_promotion)
    dialog.confirmed.connect(then)
    dialog.open()
    return dialog


def new_service(then: Callable[[dict[str, Any]], object], parent: QWidget) -> Dialog:
    """Ask for a service and call *then* with its fields."""
    dialog = Dialog(_("Add a service"), _("Add service"), parent)
    dialog.add(
        TextField("name", field_name("name"), hint=_("As it is called on the market.")),
        TextField("supplier", field_name("supplier")),
        LongTextField("what", field_name("what"), lines=3),
    )
    dialog.check_with(lambda values: check_service(values["name"]))
    dialog.confirmed.connect(then)
    dialog.open()
    return dialog


def _towns(towns: list[Town], none: str = "") -> list[tuple[Any, str]]:
    first: list[tuple[Any, str]] = [(None, none)] if none else []
    return [*first, *((town.id, town.name) for town in towns)]


def _check_word(values: dict[str, Any]) -> None:
    if not values["name_sv"] or len(values["name_sv"]) > LONGEST:
        raise ValueWordMissing(field="name_sv")


def _check_promotion(values: dict[str, Any]) -> None:
    if not values["title"]:
        raise TitleMissing(field="title")
    if values["town"] is None:
        raise MunicipalityMissing(field="town")
