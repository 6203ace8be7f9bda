"""Importing what was exported changes nothing, whatever people have written into the inventory."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from smartstad_desktop.domain.inventory import TITLE_LIMIT, FundingNature, Maturity, Possibility, Status
from smartstad_desktop.domain.lists.importing import Verdict
from smartstad_desktop.domain.values import Language, Period, Precision
from smartstad_desktop.exchange.sheets.filled_sheet import CELL_LIMIT
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.lists.exporting import export_workbook
from smartstad_desktop.usecases.lists.importing import plan_import
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import municipality
from tests.support.workspaces import SetUp

#: What breaks spreadsheets and readers, and what looks like something else than it is.
TRAPS: Final = (
    *("=1+1", "+46 42-10 00 00", "-", "–", "@SUMMA(A1)", "'=1", "\t=2", "=cmd|' /C calc'!A0", "_x000D_", "_x0041_b"),
    *("Summa", "Totalt", "Slut", "END", "Obs!", "Projekt", "Projektnamn", "2026", "0,5", "12,0", "#N/A", "#REF!"),
    *("<b>&amp;</b>", "]]>", "a\x00b\x07c", "rad ett\nrad två", "rad\r\nslut\r", "\ufeffbom", "mellan\u200brum"),
    *("Ã¥ngström", "NULL", "ja", "nej", "< Välj >", "(välj)", "n/a", "…", "*", "å" * 300, "\ufffe", "b; \ufffe"),
    *("  kanter  ", "dubbla  blanka", "a;b",
      "🙂👩‍🚒", "שלום", "e\u0301", "ß", "ﬁ", "a, b och c", "; ;", '"', "a\u2028b"),
    *("1200 tkr", "Q3 2026", "19121212-1212", "Bjuv", "Pågående:", "Vatten", "\x85", "\x0b", "\x1f", "\u00a0"),
)  # fmt: skip
TEXT: Final = st.one_of(st.sampled_from(TRAPS), st.text(st.characters(codec="utf-8"), max_size=60))
DAYS: Final = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def _span(first: date, days: int, written: str) -> Period:
    return Period(first, first + timedelta(days), Precision.MONTH if days else Precision.DAY, written)


FIELDS: Final = st.fixed_dictionaries(
    {"title": TEXT.map(lambda text: text[:TITLE_LIMIT]).filter(str.strip), "status": st.sampled_from(Status)},
    optional={
        **dict.fromkeys(("what", "why", "how", "needs", "comment", "risks", "expected_effect", "place"), TEXT),
        **dict.fromkeys(("external_ref", "alias", "link", "owner_unit", "contact_role", "contact_email"), TEXT),
        **dict.fromkeys(("funding", "partners", "technologies", "beneficiary"), st.lists(TEXT, max_size=3)),
        **dict.fromkeys(("budget_total", "cost_to_date"), st.integers(0, 10**11)),
        **dict.fromkeys(("is_city_wide", "is_lighthouse"), st.booleans()),
        "funding_nature": st.sampled_from(FundingNature),
        "maturity": st.sampled_from(Maturity),
        "testbed_use": st.sampled_from(Possibility),
        "sdgs": st.sets(st.integers(1, 17), max_size=3),
        "themes": st.sets(st.sampled_from([1, 2])),
        "start": st.builds(_span, DAYS, st.sampled_from([0, 27]), TEXT),
    },
)  # fmt: skip


AS_TITLES: Final = [
    {"title": trap[:TITLE_LIMIT], "status": Status.IDEA, "what": trap} for trap in TRAPS if trap.strip()
]
IN_CELLS: Final = [
    {"title": f"Nr {number}", "status": Status.IDEA, "comment": trap, "partners": [trap, "b"], "alias": trap}
    for number, trap in enumerate((*TRAPS, "x y " * (CELL_LIMIT // 4 + 2)))
]


# Each example writes and reads a workbook: a failing one is shown as it is, because making it smaller takes minutes.
@settings(
    max_examples=10,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(projects=st.lists(FIELDS, min_size=1, max_size=6), language=st.sampled_from(Language))
@example(projects=AS_TITLES, language=Language.SV)
@example(projects=IN_CELLS, language=Language.NB)
def test_importing_what_was_exported_changes_nothing(projects: list[dict[str, Any]], language: Language) -> None:
    with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "prov.smartstad") as workspace:
        workspace.run(SetUp())
        home = municipality(workspace, "bastad")
        for fields in projects:
            lesson = {"lesson": "Lärdom"} if fields["status"] is Status.STOPPED else {}
            workspace.run(AddProject(fields={**fields, **lesson, "municipality_id": home}))
        made = export_workbook(workspace, "bastad", Path(folder) / "ut.xlsx", language)
        plan = plan_import(workspace, [made.path])

    found = plan.lists[0].candidates
    told = [(each.row.title, each.verdict, each.cells, each.open_issues) for each in found]
    assert [each for each in told if each[1] is not Verdict.UNCHANGED] == []
    assert len(found) == made.count
