"""The register of testbeds, what only a test has, and the page that others get of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.testbeds import testbed_cases as rules
from smartstad_desktop.domain.testbeds import testbeds as register_rules
from smartstad_desktop.domain.testbeds.testbeds import Recommendation
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.testbeds.testbed_cases import facts_of_test
from smartstad_desktop.reads.testbeds.testbeds import testbeds
from smartstad_desktop.text import trouble
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.document_files import write_document
from smartstad_desktop.usecases.testbeds import testbed_cases as deeds
from smartstad_desktop.usecases.testbeds import testbeds as register
from smartstad_desktop.usecases.testbeds.case_indicators import AddCaseIndicator, EditCaseIndicator, MoveCaseIndicator
from smartstad_desktop.usecases.testbeds.cases import EditCase
from smartstad_desktop.usecases.testbeds.result_document import result_document
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.cases import a_case
from tests.support.commands.testbeds import RESULT


def test_a_testbed_knows_its_owner_what_it_lacks_and_what_is_tried_there(region: Workspace) -> None:
    with pytest.raises(register_rules.TestbedNameMissing):
        region.run(register.AddTestbed(fields={"name": "  "}))
    with pytest.raises(FieldInvalid):
        region.run(register.AddTestbed(fields={"name": "Huset", "nature": "haunted"}))
    made = region.run(register.AddTestbed(fields={"name": "Testlägenheten", "municipality_id": 2})).value
    region.run(register.EditTestbed(testbed=made, changes={"environment": "real", "owner_unit": "Hemtjänsten"}))
    case = a_case(region)
    region.run(deeds.EditTestbedCase(case=case, changes={"testbed_id": made}))
    shown = region.read(testbeds)
    row = shown.testbeds[-1]
    assert shown.owner(row).endswith(", Hemtjänsten")
    assert row.lacks == ("place", "access", "contact_role")
    assert (row.open_cases, row.cases) == (1, 1)
    region.run(register.RemoveTestbeds(testbeds=(made,)))
    facts = region.read(facts_of_test, case)
    assert facts is not None
    assert facts.testbed is None


def test_who_leads_does_not_join_and_strangers_are_refused(region: Workspace) -> None:
    case = a_case(region, municipality=1)
    region.run(deeds.EditTestbedCase(case=case, changes={"municipalities": (1, 2, 3)}))
    facts = region.read(facts_of_test, case)
    assert facts is not None
    assert facts.municipalities == {2, 3}
    for changes in ({"municipalities": (99,)}, {"tester_id": 99}, {"testbed_id": 99}, {"cost": -1}, {"colour": "red"}):
        with pytest.raises(FieldInvalid):
            region.run(deeds.EditTestbedCase(case=case, changes=changes))


def test_indicators_stand_in_their_order_with_their_numbers(region: Workspace) -> None:
    case = a_case(region)
    first = region.run(AddCaseIndicator(case=case, fields={"name": "Fall per natt", "baseline": 12, "target": 8})).value
    second = region.run(AddCaseIndicator(case=case, fields={"name": "Utryckningar"})).value
    region.run(EditCaseIndicator(indicator=first, changes={"result": 9.5, "result_on": date(2027, 5, 1)}))
    region.run(MoveCaseIndicator(indicator=second, before=first))
    facts = region.read(facts_of_test, case)
    assert facts is not None
    assert [row.id for row in facts.indicators] == [second, first]
    assert facts.indicators[1].reading.standing is rules.Standing.CLOSER
    with pytest.raises(rules.IndicatorNameMissing):
        region.run(EditCaseIndicator(indicator=first, changes={"name": ""}))


def test_a_result_becomes_one_page_that_can_be_handed_on(region: Workspace, tmp_path: Path) -> None:
    case = a_case(region)
    region.run(AddCaseIndicator(case=case, fields={"name": "Fall per natt", "baseline": 12, "target": 8, "result": 7}))
    with pytest.raises(rules.ResultIncomplete) as refused:
        region.run(deeds.ShareResult(case=case))
    assert "licens" in trouble.sentence(refused.value, phrasebook(Language.SV))
    region.run(deeds.EditTestbedCase(case=case, changes=RESULT | {"recommendation": Recommendation.SCALE}))
    draft = region.read(result_document, case, Language.SV, region.now)
    assert draft.warning
    region.run(deeds.ShareResult(case=case))
    target = tmp_path / "resultat.pdf"
    page = region.read(result_document, case, Language.SV, region.now)
    assert write_document(page, target) > 0
    written = PdfReader(target)
    text = written.pages[0].extract_text()
    assert len(written.pages) == 1
    assert written.metadata is not None
    assert "Trygghetssensorer" in str(written.metadata.title)
    assert "Trygghetssensorer i hemmet" in text
    assert "Enhetschef, hemtjänst" in text
    assert "Målet nått" in text
    assert not page.warning


def test_nothing_is_told_of_a_confidential_test(region: Workspace) -> None:
    case = a_case(region)
    region.run(deeds.EditTestbedCase(case=case, changes=RESULT))
    secret = {"is_confidential": True, "confidentiality_reason": "Anbud pågår"}
    region.run(EditCase(case=case, changes=secret))
    with pytest.raises(rules.ConfidentialNotShared):
        region.run(deeds.ShareResult(case=case))
    with pytest.raises(rules.ConfidentialNotShared):
        region.read(result_document, case, Language.SV, region.now)
