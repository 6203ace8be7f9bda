"""The tabs of the programme page, as a table: each is a page of its own that is loaded when it is first shown."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from smartstad_desktop.text.phrases import N_

if TYPE_CHECKING:
    from smartstad_desktop.ui.kit.page import Page


@dataclass(frozen=True, slots=True)
class TabSpec:
    """One tab: what it is known by, what it is called, and where its class lies.

    The class is a ``Page`` that takes the services; ``PageTarget(PageId.PROGRAMME, filters={"tab": key})`` leads to it.
    """

    key: str
    title: str
    factory: str

    def load(self) -> type[Page]:
        """Import the tab's class."""
        module, _colon, name = self.factory.partition(":")
        return cast("type[Page]", getattr(import_module(module), name))


_HERE: Final = "smartstad_desktop.ui.programme"
_GOVERNANCE: Final = "smartstad_desktop.ui.governance"
TABS: Final[tuple[TabSpec, ...]] = (
    TabSpec("programme", N_("Programme"), f"{_HERE}.facts_tab:FactsTab"),
    TabSpec("timeline", N_("Timeline"), f"{_HERE}.timeline_tab:TimelineTab"),
    TabSpec("organisation", N_("Organisation"), f"{_GOVERNANCE}.organisation_tab:OrganisationTab"),
    TabSpec("partners", N_("Partners"), f"{_GOVERNANCE}.partners_tab:PartnersTab"),
    TabSpec("decisions", N_("Decisions"), f"{_GOVERNANCE}.decisions_tab:DecisionsTab"),
    TabSpec("municipalities", N_("Municipalities"), f"{_HERE}.municipalities_tab:MunicipalitiesTab"),
    TabSpec("risks", N_("Risks"), f"{_HERE}.risks_tab:RisksTab"),
)
