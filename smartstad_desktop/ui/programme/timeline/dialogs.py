"""The questions of the timeline: a new entry, a new part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.programme.work import EntryKind
from smartstad_desktop.reads.programme.timeline import Timeline
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.calm_values import DayField, PeriodField
from smartstad_desktop.ui.kit.fields import ChoiceField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.programme.timeline.forms import choices


def new_entry(
    timeline: Timeline, part: int | None, then: Callable[[dict[str, Any]], object], parent: QWidget
) -> Dialog:
    """Ask for an entry and call *then* with its fields; *then* may refuse them."""
    dialog = Dialog(_("Put something on the timeline"), _("Put it on the timeline"), parent)
    language = current().language
    parts = [(each.id, each.name.in_language(language)) for each in timeline.parts]
    dialog.add(
        TextField("name", _("What")),
        ChoiceField("kind", _("Kind"), choices(EntryKind)),
        ChoiceField("part_id", _("Part"), [(None, "–"), *parts]),
        PeriodField("time", _("When"), hint=_("A day, or as “autumn 2027”, “Q3 2027” or “March 2027”.")),
    )
    dialog.fields["kind"].set_value(EntryKind.ACTIVITY)
    dialog.fields["part_id"].set_value(part)
    dialog.check_with(then)
    dialog.open()
    return dialog


def new_part(then: Callable[[dict[str, Any]], object], parent: QWidget) -> Dialog:
    """Ask for a part and call *then* with its fields; *then* may refuse them."""
    dialog = Dialog(_("Add a part of the programme"), _("Add the part"), parent)
    dialog.add(
        TextField("name_sv", _("What it is called"), hint=_("As “Mapping and scanning”; its number comes by itself.")),
        DayField("starts_on", _("Begins")),
        DayField("ends_on", _("Ends")),
    )
    dialog.check_with(then)
    dialog.open()
    return dialog
