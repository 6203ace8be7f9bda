"""Where each of the programme's own rules is mended, for all pages that say that one is not kept."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.programme.checks import Rule
from smartstad_desktop.ui.kit.targets import PageId, PageTarget

_MUNICIPALITIES: Final = PageTarget(PageId.PROGRAMME, filters={"tab": "municipalities"})
_REPORTS: Final = PageTarget(PageId.REPORTS, filters={"tab": "reports"})
MENDED: Final[dict[Rule, PageTarget]] = {
    Rule.MUNICIPALITIES: _MUNICIPALITIES,
    Rule.SIZES: _MUNICIPALITIES,
    Rule.POPULATION: _MUNICIPALITIES,
    Rule.REPORTS: _REPORTS,
    Rule.LATE_REPORTS: _REPORTS,
    Rule.RECEIVERS: PageTarget(PageId.PLAN, filters={"missing": "owner"}),
    Rule.RISK_OWNERS: PageTarget(PageId.PROGRAMME, filters={"tab": "risks"}),
    Rule.LATE: PageTarget(PageId.PROGRAMME, filters={"tab": "timeline"}),
    Rule.PROJECTS: PageTarget(PageId.INVENTORY),
}
#: Where the rules themselves are told and changed.
PROMISES: Final = PageTarget(PageId.PROGRAMME, filters={"tab": "programme", "view": "facts"})
