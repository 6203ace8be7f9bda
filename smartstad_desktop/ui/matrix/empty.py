"""What stands where a grid has no rows or no columns yet: the first useful thing to do."""

from __future__ import annotations

from collections.abc import Callable

from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.page import PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState
from smartstad_desktop.ui.kit.targets import PageId
from smartstad_desktop.ui.matrix.sheet import Sheet


def empty_state(sheet: Sheet, go: Callable[[PageTarget], None]) -> EmptyState:
    """Return what to show instead of an empty grid."""
    title, text, button, target = _words(sheet)
    made = EmptyState("grid-3x3", title, text)
    if target is not None:
        act = Button(button, ButtonKind.PRIMARY)
        act.clicked.connect(lambda: go(target))
        made.tools.addWidget(act)
    return made


def _words(sheet: Sheet) -> tuple[str, str, str, PageTarget | None]:
    if sheet.scale is Scale.COVERAGE:
        return (
            _("No needs or services yet"),
            _("Here you see which services meet which needs. Write down needs and services first."),
            _("Go to needs and services"),
            _place("needs"),
        )
    if not sheet.columns:
        return (
            _("No goals yet"),
            _("Here you weigh everything against the goals. Write the goals first."),
            _("Go to the goals"),
            _place("goals"),
        )
    if sheet.scale is Scale.IMPORTANCE:
        return (
            _("No municipalities yet"),
            _("Here each municipality says how important the goals are. Add the municipalities first."),
            _("Go to the programme"),
            PageTarget(PageId.PROGRAMME, filters={"tab": "municipalities"}),
        )
    return (
        _("No projects yet"),
        _("Here you weigh projects against the goals. Bring in the municipalities’ lists first."),
        _("Go to import"),
        PageTarget(PageId.IMPORTING),
    )


def _place(page: str) -> PageTarget | None:
    """Return a page by its id, if the window has it."""
    return PageTarget(PageId(page)) if page in set(PageId) else None
