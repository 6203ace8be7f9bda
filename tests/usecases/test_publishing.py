"""The plan as a document: built from the workspace, written as a PDF, and read again."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
from sqlalchemy import select

from smartstad_desktop.domain.files import FileUnwritable
from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.plan import PlanEmpty, PlanFrozen, PlanStatus
from smartstad_desktop.domain.progress import Cancelled
from smartstad_desktop.domain.values import Language, PlanId
from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.reads.plan import plan as reads
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.board import CreateBoard, default_columns
from smartstad_desktop.usecases.document_files import write_document
from smartstad_desktop.usecases.inventory.inventory import AddProject, SetConfidential
from smartstad_desktop.usecases.placing import PlaceCards
from smartstad_desktop.usecases.plan.commitments import SetCommitment
from smartstad_desktop.usecases.plan.decisions import DecidePlan
from smartstad_desktop.usecases.plan.measures import AddMeasure, EditMeasure
from smartstad_desktop.usecases.plan.plan import CreatePlan, EditPlan
from smartstad_desktop.usecases.plan.sources import AddMeasuresFromProjects
from smartstad_desktop.usecases.plan.versions import FreezePlan
from smartstad_desktop.usecases.plan_document.publishing import Published, plan_document, publish_plan
from smartstad_desktop.usecases.workspace import Surroundings, Workspace
from tests.support.workspaces import FixedClock


def pages(path: Path) -> list[str]:
    """Return the text of each page with plain spaces."""
    return [re.sub(r"\s+", " ", page.extract_text()) for page in pypdf.PdfReader(path).pages]


def page(path: Path, number: int) -> str:
    """Return the text of one page, counted from 1, with plain spaces."""
    return re.sub(r"\s+", " ", pypdf.PdfReader(path).pages[number - 1].extract_text())


@dataclass(frozen=True)
class Told:
    """The plan of the demonstration region as it was published in Swedish, with the text of each page."""

    path: Path
    published: Published
    texts: list[str]


@pytest.fixture(scope="module")
def swedish(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The plan of the demonstration region, published once for the tests that only read it."""
    folder = tmp_path_factory.mktemp("plan")
    around = Surroundings(clock=FixedClock(), actor="test")
    with Workspace.open(Path(shutil.copy(demo_file, folder)), around) as workspace:
        published = publish_plan(workspace, folder / "plan.pdf", Language.SV)
    return Told(folder / "plan.pdf", published, pages(folder / "plan.pdf"))


def built(workspace: Workspace, plan: PlanId, language: Language = Language.SV) -> doc.Document:
    """Return the document of a plan."""
    return workspace.read(plan_document, plan, language, workspace.now)


def section(document: doc.Document, title: str) -> doc.Section:
    """Return the part of *document* under a heading that begins with *title*."""
    return next(part for part in document.sections if part.heading.text.startswith(title))


def table(part: doc.Section) -> list[list[str]]:
    """Return the texts of the first table of a part, marks first."""
    found = next(block for block in part.blocks if isinstance(block, doc.Table))
    return [
        [" ".join([*(mark.letters for mark in cell.marks), cell.text]).strip() for cell in row] for row in found.rows
    ]


def a_plan(workspace: Workspace, *titles: str) -> tuple[PlanId, list[Any]]:
    """Begin a plan with measures called *titles*."""
    plan = workspace.run(CreatePlan(fields={"first_year": 2027, "last_year": 2030})).value
    return plan, [workspace.run(AddMeasure(plan=plan, fields={"title": title})).value for title in titles]


def home(workspace: Workspace, key: str = "angelholm") -> Any:
    """Return the id of a municipality."""
    return workspace.read(lambda connection: connection.scalar(select(Municipality.id).where(Municipality.key == key)))


def test_demonstration_plan_says_what_to_decide_first_and_then_the_evidence(swedish: Told) -> None:
    published, texts = swedish.published, swedish.texts
    reader = pypdf.PdfReader(swedish.path)
    outline = [str(entry.title) for entry in reader.outline if not isinstance(entry, list)]

    assert outline == [
        *("Innehåll", "Beslut och underskrifter", "Sammanfattning", "Uppdrag och deltagande kommuner"),
        *("Målbild och mål", "Invånarbehov", "Målmatris", "Inventeringen i siffror", "Så prioriterades åtgärderna"),
        *("Prioriterade åtgärder", "Åtaganden per kommun", "Inte prioriterat, och varför", "Gemensamma rutiner"),
        *(
            "Ekonomi",
            "Risker",
            "Uppföljning och årlig revidering",
            "Så kom planen till",
            "Vad vi har lovat varandra",
            "Antagandelista",
        ),
        *("Bilaga: röstningsprotokoll", "Bilaga: inventering per kommun", "Bilaga: ordlista"),
        *("Bilaga: versioner", "Bilaga: bifogade filer"),
    ]
    assert "Utvecklingsplan 2027–2030" in texts[0]
    assert all("UTKAST – arbetsmaterial" in text for text in texts)
    assert f"Sida {len(texts)} av {len(texts)}" in texts[-1]
    assert published.fingerprint[:4] in texts[0]
    assert published.fingerprint in texts[-1].replace(" ", "")
    assert published.size == swedish.path.stat().st_size
    assert "Beslut och underskrifter" in texts[2]
    assert "Sida 3 av" in texts[2]
    assert "påhittade" in texts[0]


def test_each_measure_has_a_page_of_its_own_with_its_commitments(swedish: Told) -> None:
    starts = [text for text in swedish.texts if re.match(r"UTKAST – arbetsmaterial \d+\. ", text)]

    assert len(starts) == swedish.published.measures
    assert all("Varför" in text and "Åtaganden per kommun" in text and "Nästa beslut" in text for text in starts)


def test_the_follow_up_asks_about_every_measure(swedish: Told) -> None:
    (asking,) = [text for text in swedish.texts if "Effekt att titta efter" in text]

    assert "minst fyra gånger om året" in asking
    assert len(re.findall(r"\b20(?:27|28)\b", asking)) >= swedish.published.measures, "each next decision has its time"


@pytest.mark.parametrize(
    ("language", "heading", "foot"),
    [
        (Language.NB, "Vedtak og underskrifter", "Side 3 av"),
        (Language.EN, "Decision and signatures", "Page 3 of"),
    ],
)
def test_document_speaks_the_language_it_is_asked_for(
    demo: Workspace, tmp_path: Path, language: Language, heading: str, foot: str
) -> None:
    publish_plan(demo, tmp_path / "plan.pdf", language)
    third = page(tmp_path / "plan.pdf", 3)

    assert heading in third
    assert foot in third


def test_signature_page_has_a_row_for_each_municipality_and_never_claims_their_decision(workspace: Workspace) -> None:
    part = section(built(workspace, a_plan(workspace)[0]), "Beslut")
    signatures = next(block for block in part.blocks if isinstance(block, doc.SignatureTable))
    lead = next(block for block in part.blocks if isinstance(block, doc.Paragraph))

    assert [row.organisation for row in signatures.rows] == [
        *("Styrgruppen", "Båstads kommun", "Helsingborgs stad", "Ängelholms kommun"),
    ]
    assert lead.runs[0].text == (
        "Det här är ett utkast. Vid beslutet godkänner styrgruppen planen och rekommenderar kommunerna att anta sina "
        "delar."
    )
    assert "Ännu inte beslutat" in str(part.blocks)
    assert "ommunerna har beslutat" not in str(part.blocks)


def test_confidential_projects_are_left_out_and_counted(workspace: Workspace, tmp_path: Path) -> None:
    fields = {"title": "Skyddat nät", "municipality_id": home(workspace)}
    secret = workspace.run(AddProject(fields=fields)).value
    plan = a_plan(workspace, "Öppen")[0]
    workspace.run(AddMeasuresFromProjects(plan=plan, projects=(secret,)))
    workspace.run(SetConfidential(projects=(secret,), is_confidential=True, reason="OSL 19:3"))

    published = publish_plan(workspace, tmp_path / "plan.pdf", Language.SV, plan_id=plan)
    texts = " ".join(pages(tmp_path / "plan.pdf"))

    assert "Skyddat nät" not in texts
    assert (published.measures, published.left_out) == (1, 1)
    assert "Undantaget: 1 sekretessbelagt projekt; 1 åtgärd om" in texts
    assert "1. Öppen" in texts


def test_missing_sums_are_counted_and_not_taken_for_nothing(workspace: Workspace) -> None:
    plan, (first, _) = a_plan(workspace, "a", "b")
    workspace.run(EditMeasure(measure=first, changes={"money_one_off": 1_200_000, "money_running": 0}))
    blocks = section(built(workspace, plan), "Sammanfattning").blocks
    figures = next(block for block in blocks if isinstance(block, doc.KeyFigures))

    assert [figure.replace("\u00a0", " ") for figure, _ in figures.figures] == ["2", "0", "1,2 mkr", "0 kr"]
    assert "1 åtgärd saknar summa än och är inte medräknad." in str(blocks)
    assert table(section(built(workspace, plan), "Sammanfattning"))[1][3:] == ["–", "–"]


def test_commitments_and_budgets_add_up_per_municipality(workspace: Workspace) -> None:
    plan, (first, second) = a_plan(workspace, "a", "b")
    for measure, key, role, year, budget in (
        (first, "angelholm", "leads", "2027", 400_000),
        (second, "angelholm", "joins", "2028", 100_000),
        (first, "bastad", "declines", "", None),
    ):
        changes = {"role": role, "year": year, "budget": budget}
        workspace.run(SetCommitment(measure=measure, municipality=home(workspace, key), changes=changes))
    document = built(workspace, plan)

    assert table(section(document, "Åtaganden per kommun")) == [
        ["BÅ Båstad", "–", "–", "–", "–", "1"],
        ["HB Helsingborg", "–", "–", "–", "–", "–"],
        ["ÄN Ängelholm", "1", "2", "–", "–", "–"],
    ]
    economy = [[text.replace("\u00a0", " ") for text in row] for row in table(section(document, "Ekonomi"))]
    assert economy == [["ÄN Ängelholm", "400 tkr", "100 tkr", "500 tkr"]]


def test_what_the_group_put_aside_is_named(workspace: Workspace) -> None:
    project = workspace.run(AddProject(fields={"title": "Flygbilar", "municipality_id": home(workspace)})).value
    board = workspace.run(CreateBoard(name="Tavla", columns=default_columns(Language.SV, 2026))).value
    last = workspace.read(lambda connection: connection.exec_driver_sql("SELECT max(id) FROM board_column").scalar())
    workspace.run(PlaceCards(board=board, projects=(project,), column=last))
    plan = a_plan(workspace)[0]
    workspace.run(EditPlan(plan=plan, changes={"not_prioritised": "Inte belagt."}))
    part = section(built(workspace, plan), "Inte prioriterat")

    assert table(part) == [["Flygbilar", "ÄN Ängelholm", "Lades åt sidan på tavlan."]]
    assert part.blocks[0] == doc.paragraph("Inte belagt.")


def test_plan_without_anything_is_still_a_whole_document(workspace: Workspace, tmp_path: Path) -> None:
    publish_plan(workspace, tmp_path / "plan.pdf", Language.SV, plan_id=a_plan(workspace)[0])
    texts = pages(tmp_path / "plan.pdf")

    assert any("Planen har inga åtgärder än." in text for text in texts)
    assert len(texts) < 12


def test_first_plan_is_made_of_the_board_in_one_step(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(PlanEmpty):
        publish_plan(workspace, tmp_path / "plan.pdf", Language.SV)
    assert not (tmp_path / "plan.pdf").exists()
    project = workspace.run(AddProject(fields={"title": "Sensornät", "municipality_id": home(workspace)})).value
    board = workspace.run(CreateBoard(name="Tavla", columns=default_columns(Language.SV, 2026))).value
    first = workspace.read(lambda connection: connection.exec_driver_sql("SELECT min(id) FROM board_column").scalar())
    workspace.run(PlaceCards(board=board, projects=(project,), column=first))
    steps = len(workspace.steps())

    published = publish_plan(workspace, tmp_path / "plan.pdf", Language.SV)

    assert (published.measures, published.incomplete) == (1, 1)
    assert len(workspace.steps()) == steps + 1
    assert publish_plan(workspace, tmp_path / "plan.pdf", Language.SV).plan == published.plan


def test_frozen_plan_waits_for_approval_and_stays_the_same_to_the_byte(
    demo: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    frozen = publish_plan(demo, tmp_path / "a.pdf", Language.SV, freeze="1.0")
    clock.forward(days=3)
    again = publish_plan(demo, tmp_path / "b.pdf", Language.SV)

    assert (frozen.version, frozen.status) == ("1.0", PlanStatus.FOR_APPROVAL)
    assert again.fingerprint == frozen.fingerprint
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    told = pages(tmp_path / "a.pdf")
    assert all("För godkännande" in text for text in told)
    assert not any("UTKAST" in text for text in told)
    with pytest.raises(PlanFrozen):
        publish_plan(demo, tmp_path / "c.pdf", Language.SV, freeze="2.0")


def test_approval_is_told_with_day_and_place(workspace: Workspace) -> None:
    plan = a_plan(workspace, "a")[0]
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    day, place = date(2026, 11, 19), "Stadshuset i Ängelholm"
    workspace.run(DecidePlan(plan=plan, outcome=Outcome.APPROVED, decided_on=day, decided_at=place))
    document = built(workspace, plan)
    values = next(block for block in section(document, "Beslut").blocks if isinstance(block, doc.KeyValues))

    told = {name: value.text.replace("\u00a0", " ") for name, value in values.pairs}
    assert told["Beslut"] == "■ godkänd    □ godkänd med ändringar    □ återremitteras    □ avslås"
    assert told["Beslutat av"] == "Styrgruppen, 19 nov 2026, Stadshuset i Ängelholm"
    assert values.pairs[0][1].runs[0].tone is doc.Tone.GOOD
    assert document.cover is not None
    assert document.cover.facts[0] == ("Version", "1.0, godkänd")


def test_cancelled_work_leaves_the_old_file(demo: Workspace, tmp_path: Path) -> None:
    class Impatient:
        def report(self, done: int, total: int, what: str = "") -> None:
            if done == 5:
                raise Cancelled

    target = tmp_path / "plan.pdf"
    target.write_text("gammal")
    plan = demo.read(reads.current_plan)
    assert plan is not None

    with pytest.raises(Cancelled):
        write_document(built(demo, plan), target, Impatient())
    assert target.read_text() == "gammal"


def test_unwritable_target_is_said_and_the_plan_is_kept(demo: Workspace, tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable):
        publish_plan(demo, tmp_path / "saknas" / "plan.pdf", Language.SV)

    assert demo.read(reads.current_plan) is not None
