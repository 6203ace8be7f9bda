"""The questions about bodies: a new body, and new seats of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.governance.bodies import BodyKind, SeatRole, SeatSector, check_body, check_seat
from smartstad_desktop.reads.governance.bodies import BodiesShown
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.fields import ChoiceField, LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog


def new_body(
    shown: BodiesShown, parent_body: int | None, then: Callable[[dict[str, Any]], object], parent: QWidget
) -> Dialog:
    """Ask for a body and call *then* with its fields."""
    dialog = Dialog(_("Add a body"), _("Add body"), parent)
    language = current().language
    others = [(body.id, body.name.in_language(language)) for body in shown.bodies]
    dialog.add(
        TextField("name_sv", field_name("name"), hint=_("As people say it: the steering group.")),
        ChoiceField("kind", field_name("kind"), [(each, label(each)) for each in BodyKind]),
        ChoiceField("parent_id", field_name("parent_id"), [(None, "–"), *others]),
    )
    dialog.fields["kind"].set_value(BodyKind.STEERING_GROUP if not shown.bodies else BodyKind.WORKING_GROUP)
    dialog.fields["parent_id"].set_value(parent_body)
    dialog.check_with(lambda values: check_body(values["name_sv"]))
    dialog.confirmed.connect(then)
    dialog.open()
    return dialog


def new_seats(body: str, then: Callable[[list[str], dict[str, Any]], object], parent: QWidget) -> Dialog:
    """Ask for seats, one in a line, and call *then* with their labels and what they have in common."""
    dialog = Dialog(_("Add seats to {body}", body=body), _("Add seats"), parent)
    dialog.add(
        LongTextField("labels", _("Seats"), hint=_("One in a line: Manager from Bjuv."), lines=6),
        ChoiceField("role", field_name("role"), [(each, label(each)) for each in SeatRole]),
        ChoiceField("sector", field_name("sector"), [(None, "–"), *((each, label(each)) for each in SeatSector)]),
        TextField("appointed_by", field_name("appointed_by")),
    )
    dialog.fields["role"].set_value(SeatRole.MEMBER)
    dialog.fields["sector"].set_value(None)

    def check(values: dict[str, Any]) -> None:
        for each in _lines(values["labels"]) or [""]:
            check_seat(each)

    def confirmed(values: dict[str, Any]) -> None:
        then(_lines(values["labels"]), {name: values[name] for name in ("role", "sector", "appointed_by")})

    dialog.check_with(check)
    dialog.confirmed.connect(confirmed)
    dialog.open()
    return dialog


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
