"""What the plan's document tells beside the measures: who decides and signs, gaps, money, what was set aside, words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.parts import AdoptionOutcome, ReservationKind, SigningManner
from smartstad_desktop.domain.values import Language, MunicipalityId, PlanId
from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents.document_text import as_text
from smartstad_desktop.exchange.documents.drawing import Drawing, Words
from smartstad_desktop.reads.plan import plan as plans
from smartstad_desktop.usecases.plan.adoptions import RecordAdoption
from smartstad_desktop.usecases.plan.decisions import DecidePlan, SetSigning
from smartstad_desktop.usecases.plan.measures import AddMeasure, EditMeasure
from smartstad_desktop.usecases.plan.reservations import AddReservation
from smartstad_desktop.usecases.plan.versions import FreezePlan, StartPlanVersion
from smartstad_desktop.usecases.plan_document.publishing import plan_document, plan_material
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.big_plan import AddBigPlan
from tests.support.made_once import MadeOnce
from tests.support.workspaces import FixedClock

PLAN = PlanId(1)


def make(path: Path) -> None:
    """Make a plan with something in every part."""
    with Workspace.create(path, Surroundings(clock=FixedClock(), actor="test")) as made:
        made.run(AddBigPlan(measures=9, municipalities=6, rows=40, goals=6, needs=10, committed=5))


@pytest.fixture
def filled(tmp_path: Path, made_once: MadeOnce, surroundings: Surroundings) -> Iterator[Workspace]:
    """An open copy of that plan."""
    path = made_once.copy("filled-plan.smartstad", make, tmp_path)
    with Workspace.open(path, replace(surroundings, backups=None)) as opened:
        yield opened


def built(workspace: Workspace, plan: PlanId = PLAN, language: Language = Language.SV) -> doc.Document:
    """Return the document without its files."""
    return workspace.read(plan_document, plan, language, workspace.now, has_files=False)


def part(document: doc.Document, title: str) -> doc.Section:
    """Return the part under a heading that begins with *title*."""
    return next(each for each in document.sections if each.heading.text.startswith(title))


def told(section: doc.Section) -> str:
    """Return what a part says, as plain text with plain spaces."""
    alone = doc.Document(
        title="",
        language="sv",
        subject="",
        author="",
        created=FixedClock().now,
        cover=None,
        contents_title="",
        footer="",
        page_label="",
        sections=(section,),
    )
    return " ".join(as_text(alone).split()).replace("\u00a0", " ").replace("\u202f", " ")


def test_every_part_of_the_outline_is_there_in_its_order(filled: Workspace) -> None:
    headings = [each.heading.text for each in built(filled).sections if each.heading.level == 1]

    assert headings == [
        *("Beslut och underskrifter", "Sammanfattning", "Uppdrag och deltagande kommuner", "Målbild och mål"),
        *("Invånarbehov", "Målmatris", "Inventeringen i siffror", "Prioriterade åtgärder", "Åtaganden per kommun"),
        *("Inte prioriterat, och varför", "Ekonomi", "Risker", "Uppföljning och årlig revidering", "Så arbetade vi"),
        *("Antagandelista", "Bilaga: inventering per kommun", "Bilaga: ordlista", "Bilaga: versioner"),
        "Bilaga: bifogade filer",
    ]


def test_goal_matrix_is_a_figure_and_a_table_and_names_the_gaps(filled: Workspace) -> None:
    section = part(built(filled), "Målmatris")
    figure = next(block for block in section.blocks if isinstance(block, Drawing))
    shown = [shape.text for shape in figure.shapes if isinstance(shape, Words)]
    text = told(section)

    assert {"1", "2", "3"} <= set(shown)
    assert any(each.startswith("9. ") for each in shown), "every measure has its row"
    assert "Ingen åtgärd bidrar till: Mål 6" in text
    assert "projekt i inventeringen bidrar inte till något mål" in text
    assert any(isinstance(block, doc.Table) for block in section.blocks)


def test_needs_stand_under_their_words_with_quotes_and_the_measures_that_answer(filled: Workspace) -> None:
    section = part(built(filled), "Invånarbehov")
    headings = [block.text for block in section.blocks if isinstance(block, doc.Heading)]

    assert headings == ["Trygghet", "Enkelhet", "Närhet", "Tid", "Utan värdeord"]
    assert "”Jag vill inte behöva berätta samma sak tre gånger" in told(section)
    assert "10 behov får inget svar av planens åtgärder." in told(section)


def test_stop_list_stands_beside_what_was_not_prioritised(filled: Workspace) -> None:
    text = told(part(built(filled), "Inte prioriterat"))

    assert "Det som saknar mottagare i linjen fick vänta." in text
    assert "Stopplista" in text
    assert text.count("Skäl: Ingen mottagare i linjen ännu.") + text.count("Varför: Ingen mottagare") == 16


def test_money_is_told_by_year_and_what_lacks_is_added_up(filled: Workspace) -> None:
    text = told(part(built(filled), "Ekonomi"))
    (headings,) = [
        [column.heading for column in block.columns]
        for block in part(built(filled), "Ekonomi").blocks
        if isinstance(block, doc.Table) and block.columns[0].heading == "Kommun"
    ]

    assert headings == ["Kommun", "2027", "2028", "2029", "2030", "Summa"]
    assert "Finansieringsgap" in text


def test_decision_names_who_stands_apart_also_at_the_measure(filled: Workspace) -> None:
    document = built(filled)
    decision = told(part(document, "Beslut"))
    page = told(part(document, "6. "))

    assert "Särskilt yttrande, Dalbys kommun, åtgärd 6: Åtgärden bör vänta på finansiering." in decision
    assert "Särskilt yttrande: Dalbys kommun: Åtgärden bör vänta på finansiering." in page
    assert "Förslag" not in decision
    assert "Det här är ett utkast." in decision


@pytest.mark.parametrize(
    ("outcome", "lead", "is_marked"),
    [
        (Outcome.APPROVED_WITH_CHANGES, "Styrgruppen godkänner planen och rekommenderar kommunerna", False),
        (Outcome.REFERRED_BACK, "Styrgruppen har inte godkänt den här versionen.", True),
    ],
)
def test_box_of_the_outcome_is_filled_and_only_what_is_approved_loses_the_mark(
    filled: Workspace, outcome: Outcome, lead: str, *, is_marked: bool
) -> None:
    filled.run(FreezePlan(plan=PLAN, version="1.0"))
    assert built(filled).warning == "För godkännande"
    assert told(part(built(filled), "Beslut")).startswith("Beslut och underskrifter ======================== Förslag")

    filled.run(DecidePlan(plan=PLAN, outcome=outcome, decided_on=date(2026, 11, 19), paragraph="14"))
    document = built(filled)
    boxes = next(block for block in part(document, "Beslut").blocks if isinstance(block, doc.KeyValues)).pairs[0][1]

    assert boxes.text.count("■") == 1
    assert boxes.text.count("□") == 3
    assert lead in told(part(document, "Beslut"))
    assert "§ 14" in told(part(document, "Beslut"))
    assert bool(document.warning) is is_marked


def test_adoption_is_told_when_there_is_a_row_about_it_and_never_before(filled: Workspace) -> None:
    filled.run(FreezePlan(plan=PLAN, version="1.0"))
    filled.run(DecidePlan(plan=PLAN, outcome=Outcome.APPROVED, decided_on=date(2026, 11, 19)))
    before = built(filled)
    assert "Ingen kommun har beslutat om sin del än." in told(part(before, "Antagandelista"))
    assert "Antagen: väntar" in told(part(before, "1. "))

    filled.run(
        RecordAdoption(
            plan=PLAN,
            municipality=MunicipalityId(2),
            outcome=AdoptionOutcome.ADOPTED,
            body="KS",
            decided_on=date(2026, 12, 2),
            paragraph="214",
            case_number="KS 2026/9",
        )
    )
    after = built(filled)

    assert "Beslutat av: KS § 214; Dag: 2 dec 2026; Diarienummer: KS 2026/9" in told(part(after, "Antagandelista"))
    assert "Väntar på beslut: Bergby" in told(part(after, "Antagandelista"))
    assert "Antagen: KS § 214, 2 dec 2026" in told(part(after, "1. "))
    assert "1 av 6 kommuner har beslutat" in told(part(after, "Beslut"))


def test_plan_approved_in_minutes_has_no_rows_to_sign(filled: Workspace) -> None:
    filled.run(FreezePlan(plan=PLAN, version="1.0"))
    filled.run(SetSigning(plan=PLAN, signing=SigningManner.MINUTES))
    blocks = part(built(filled), "Beslut").blocks

    assert not any(isinstance(block, doc.SignatureTable) for block in blocks)
    assert "Planen är godkänd i protokoll, ingen underskrift." in told(part(built(filled), "Beslut"))


def test_signature_rows_have_a_place_each_and_name_no_more_than_role_and_organisation(filled: Workspace) -> None:
    (table,) = [block for block in part(built(filled), "Beslut").blocks if isinstance(block, doc.SignatureTable)]

    assert [row.organisation for row in table.rows][:2] == ["Styrgruppen", "Bergbys kommun"]
    assert len({row.key for row in table.rows}) == 7
    assert all(row.key for row in table.rows)


def test_frozen_version_stays_as_it_was_when_the_workspace_goes_on(filled: Workspace) -> None:
    filled.run(FreezePlan(plan=PLAN, version="1.0"))
    before = built(filled)
    later = filled.run(StartPlanVersion(plan=PLAN, note="Nätet växer.")).value
    measure = next(row.id for row in read(filled, later).measures)
    filled.run(EditMeasure(measure=measure, changes={"title": "Större nät"}))

    assert built(filled) == before
    changes = told(part(built(filled, later), "Ändringar sedan version 1.0"))
    assert "heter nu ”Större nät”." in changes
    assert "Nätet växer." in changes


def read(workspace: Workspace, plan: PlanId) -> plans.PlanRead:
    """Return a version."""
    found = workspace.read(plans.plan, plan)
    assert found is not None
    return found


def test_files_of_the_plan_are_its_data_its_form_its_workbook_and_the_decision(filled: Workspace) -> None:
    filled.run(
        AddReservation(plan=PLAN, fields={"kind": ReservationKind.RESERVATION, "text": "Nej.", "who": "Alva Exempel"})
    )
    document = filled.read(plan_document, PLAN, Language.SV, filled.now)
    again = filled.read(plan_document, PLAN, Language.SV, filled.now)
    files = {each.name: each for each in document.attachments}
    decision = json.loads(files["beslut.json"].content)

    assert list(files) == ["plan.json", "plan.schema.json", "plan.xlsx", "beslut.json"]
    assert document.attachments == again.attachments, "the same version gives the same bytes"
    assert document.fingerprint is not None
    assert decision["fingerprint"] == document.fingerprint.digits
    assert decision["signers"][0] == {"municipality": None, "organisation": "Styrgruppen", "role": "Ordförande"}
    assert b"Alva" not in files["beslut.json"].content


@pytest.mark.parametrize(
    ("language", "word", "other"), [(Language.NB, "tiltak", "åtgärd"), (Language.EN, "measure", "tiltak")]
)
def test_glossary_explains_the_words_that_are_used_and_names_the_neighbours(
    filled: Workspace, language: Language, word: str, other: str
) -> None:
    section = built(filled, language=language).sections[-3]
    (table,) = [block for block in section.blocks if isinstance(block, doc.Table)]
    words = [row[0].text for row in table.rows]

    assert word in words
    assert other in [cell.text for row in table.rows for cell in row]
    assert words == sorted(words, key=lambda each: each.casefold().replace("æ", "~").replace("ø", "~~"))


def test_questions_to_the_file_do_not_grow_with_the_measures(filled: Workspace) -> None:
    def asked(connection: Connection) -> int:
        questions: list[str] = []

        def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
            questions.append(statement)

        event.listen(connection, "before_cursor_execute", note)
        plan_material(connection, PLAN, Language.SV, filled.now)
        event.remove(connection, "before_cursor_execute", note)
        return len(questions)

    before = filled.read(asked)
    for number in range(4):
        filled.run(AddMeasure(plan=PLAN, fields={"title": f"Ny åtgärd {number}"}))

    assert filled.read(asked) == before
    assert before < 100
