"""What leaves the file with a plan: nothing confidential or personal, always the same bytes, and it comes back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from sqlalchemy import JSON, Column, Connection, String

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.data import LARGEST_DATA, PlanDataNewer, PlanDataStrange, PlanDataTooLarge
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.procurement.cases import SECRET
from smartstad_desktop.domain.values import Language, PlanId
from smartstad_desktop.reads.plan import plan as plans
from smartstad_desktop.reads.plan.asides import asides
from smartstad_desktop.reads.plan.chapters import chapters
from smartstad_desktop.reads.plan.decision import decision_sheet
from smartstad_desktop.storage import migrate
from smartstad_desktop.storage.portable import is_list
from smartstad_desktop.storage.portable_load import load
from smartstad_desktop.storage.tables import Base
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.text.plan.left_out import left_out_words
from smartstad_desktop.text.trouble import sentence
from smartstad_desktop.usecases.governance.people import AddPerson
from smartstad_desktop.usecases.inventory.inventory import DeleteProjects, EditProject, SetConfidential
from smartstad_desktop.usecases.plan.data_schema import plan_schema
from smartstad_desktop.usecases.plan.decisions import DecidePlan
from smartstad_desktop.usecases.plan.measures import EditMeasure
from smartstad_desktop.usecases.plan.opened_data import open_data, read_document
from smartstad_desktop.usecases.plan.public_data import PublicData, rules
from smartstad_desktop.usecases.plan.signers import AddSigner
from smartstad_desktop.usecases.plan.snapshots import as_frozen, as_told, kept_data, plan_data
from smartstad_desktop.usecases.plan.versions import FreezePlan
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import a_plan, a_project
from tests.support.workspaces import FixedClock

_HIDDEN = "ytterst-hemligt"
_PERSONAL = ("anna.exempel@exempel.se", "070-123 45 67", "19121212-1212")


@pytest.fixture(scope="module")
def told(demo_file: Path) -> PublicData:
    """Return what the demonstration region tells with its plan."""
    with Workspace.open_read_only(demo_file) as demo:
        return _data(demo, _plan(demo))


def _plan(workspace: Workspace) -> PlanId:
    found = workspace.read(plans.current_plan)
    assert found is not None
    return found


def _data(workspace: Workspace, plan: PlanId) -> PublicData:
    return workspace.read(plan_data, plan, workspace.now.date())


def test_every_table_and_column_is_classified_once_with_a_reason() -> None:
    tables = {table.name: table for table in Base.metadata.sorted_tables}
    assert rules().keys() == tables.keys()
    for name, rule in rules().items():
        assert rule.why, name
        if rule.told:
            columns = [*rule.codes, *rule.words, *rule.sealed, *rule.made, *rule.never]
            assert sorted(columns) == sorted(tables[name].columns.keys()), name
            assert all(rule.never.values()), name
            assert "id" in rule.codes, name
    assert rules()["procurement_case"].sealed == SECRET
    for name in ("person", "ballot", "ballot_mark", "seat", "attendance", "plan_signer", "session_note", "change_row"):
        assert not rules()[name].told, name
    for table, column in (("membership", "person_id"), ("project", "contact_email"), ("plan", "present")):
        assert column in rules()[table].never


def test_nothing_confidential_or_personal_stands_in_the_bytes(demo_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "planted.smartstad"
    path.write_bytes(demo_file.read_bytes())
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        assert _plant(raw) > 150
    with Workspace.open_read_only(path) as planted:
        data = _data(planted, _plan(planted))
        assert _HIDDEN.encode() not in data.content
        for personal in _PERSONAL:
            assert personal.encode() not in data.content
        assert data.left_out["texts"] > 100
        assert data.left_out["project"] == planted.glance(
            lambda raw: raw.execute("SELECT count(*) FROM project WHERE is_confidential").fetchone()[0]
        )
        assert {"person", "procurement_case", "routine_case"} <= data.left_out.keys()
        words = left_out_words(data.left_out, phrasebook(Language.SV))
        assert len(words) == len(data.left_out)
        assert f"{data.left_out['person']} personer i registret" in words


def _plant(raw: sqlite3.Connection) -> int:
    """Write what nobody may see wherever it must not be told, and return in how many columns that could be."""
    raw.execute("UPDATE routine_case SET is_confidential = 1 WHERE kind = 'testbed'")
    raw.execute(
        "UPDATE procurement_case SET awarded_on = NULL, announced_on = '2026-01-01', locked_on = '2026-01-01', "
        f"supplier = '{_HIDDEN}'"
    )
    confidential = "project_id IN (SELECT id FROM project WHERE is_confidential)"
    raw.execute("UPDATE plan_item SET project_id = (SELECT id FROM project WHERE is_confidential) WHERE id = 1")
    raw.execute("UPDATE round_item SET project_id = (SELECT id FROM project WHERE is_confidential) WHERE number = 1")
    raw.execute(f"UPDATE round_item SET title = '{_HIDDEN}' WHERE {confidential}")
    done = 0
    for table in Base.metadata.sorted_tables:
        rule = rules()[table.name]
        for column in table.columns:
            if not isinstance(column.type, String | JSON) or column.name in {*rule.codes, *rule.sealed, "unit_key"}:
                continue
            words = " ".join(_PERSONAL) if column.name in rule.words else _HIDDEN
            done += _write(raw, column, words, "1")
            if rule.secret and column.name in rule.words:
                done += _write(raw, column, _HIDDEN, rule.secret)
    return done


def _write(raw: sqlite3.Connection, column: Column[Any], words: str, where: str) -> int:
    value = words
    if isinstance(column.type, JSON):
        value = json.dumps([words] if is_list(column) else {"words": words})
    query = f'UPDATE "{column.table.name}" SET "{column.name}" = ? WHERE ({where}) AND "{column.name}" IS NOT NULL'
    try:
        return int(raw.execute(query, (value,)).rowcount > 0)
    except sqlite3.IntegrityError:
        # A column that is unique, or one of few words, keeps what it has.
        return 0


def test_data_fits_its_schema_and_is_spelled_in_one_way(told: PublicData) -> None:
    document = json.loads(told.content)
    spelled = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert spelled.encode() == told.content
    schema = json.loads(plan_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    for table in document["tables"].values():
        # The validator is slow, and rows of a table are alike.
        table["rows"] = table["rows"][:3] + table["rows"][-1:]
    jsonschema.Draft202012Validator(schema).validate(document)
    assert document["tables"]["project"]["columns"][:2] == ["id", "key"]
    assert document["plan"]["title"] in spelled
    document["tables"]["project"]["rows"][0][0] = "ett"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(document)


def test_same_content_has_the_same_bytes_on_another_day_and_in_a_copy_of_the_file(
    demo: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    plan = _plan(demo)
    before = _data(demo, plan)
    clock.forward(days=3)
    assert _data(demo, plan) == before
    printed = demo.run(FreezePlan(plan=plan, version="5.0")).value
    copy = tmp_path / "copy.smartstad"
    copy.write_bytes(demo.private_copy())
    with Workspace.open_read_only(copy) as other:
        assert _data(other, plan).sha256 == printed == _data(demo, plan).sha256


def test_frozen_version_reads_as_it_was_with_what_was_decided_since(demo: Workspace) -> None:
    plan = _plan(demo)

    def frozen(connection: Connection) -> Any:
        with as_frozen(connection, plan) as read:
            return plans.plan(read, plan), asides(read, plan), chapters(read, plan), decision_sheet(read, plan)

    assert demo.read(kept_data, plan) is None
    drafted, *beside = demo.read(lambda connection: (plans.plan(connection, plan), asides(connection, plan)))
    assert drafted is not None
    demo.run(FreezePlan(plan=plan, version="5.0"))
    kept = _data(demo, plan)
    then, *around = demo.read(frozen)
    assert then.measures == drafted.measures
    assert around[0] == beside[0]
    projects = [measure.project for measure in drafted.measures if measure.project is not None]
    demo.run(EditProject(project=projects[0], changes={"title": "Något helt annat"}))
    demo.run(DeleteProjects(projects=(projects[1],)))
    demo.run(AddSigner(plan=plan, fields={"role": "Ordförande"}))
    demo.run(DecidePlan(plan=plan, outcome=Outcome.APPROVED, decided_on=date(2026, 12, 3), paragraph="§ 9"))

    now, _, _, sheet = demo.read(frozen)
    assert now.measures == then.measures
    assert plans.plan is not None
    assert (now.plan.status, now.plan.paragraph) == (PlanStatus.APPROVED, "§ 9")
    assert [row.role for row in sheet.signers] == ["Ordförande"]
    assert [row.version for row in now.versions] == [row.version for row in demo.read(plans.plan_rows)]
    assert _data(demo, plan) == kept


def test_data_alone_opens_as_a_workspace_to_look_around_in(told: PublicData, demo: Workspace, tmp_path: Path) -> None:
    plan = _plan(demo)
    mine = demo.read(plans.plan, plan)
    with open_data(told.content, tmp_path) as opened:
        theirs = opened.read(plans.plan, plan)
        assert theirs is not None
        assert mine is not None
        assert theirs.measures == mine.measures
        assert theirs.municipalities == mine.municipalities
        assert opened.is_read_only
        uid = opened.glance(lambda raw: raw.execute("SELECT uid FROM programme").fetchone()[0])
        assert uid == f"plan-{told.sha256[:16]}"
        again = _data(opened, plan)
    assert json.loads(again.content)["tables"] == json.loads(told.content)["tables"]


def test_data_of_an_older_schema_is_brought_up(told: PublicData, tmp_path: Path) -> None:
    document = json.loads(told.content)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        migrate.migrate(raw, upto=4)
        for name, content in list(document["tables"].items()):
            there = [row[1] for row in raw.execute(f'PRAGMA table_info("{name}")')]
            if not there:
                del document["tables"][name]
                continue
            kept = [at for at, column in enumerate(content["columns"]) if column in there]
            content["columns"] = [content["columns"][at] for at in kept]
            content["rows"] = [[row[at] for at in kept] for row in content["rows"]]
    document["schema"] = 4
    with open_data(json.dumps(document).encode(), tmp_path) as opened:
        found = opened.read(plans.plan, _plan(opened))
        assert found is not None
        assert len(found.measures) == len(document["tables"]["plan_item"]["rows"])


def _broken(change: Callable[[dict[str, Any]], object]) -> Callable[[bytes], bytes]:
    def made(content: bytes) -> bytes:
        document = json.loads(content)
        change(document)
        return json.dumps(document).encode()

    return made


def _instead(content: bytes) -> Callable[[bytes], bytes]:
    return lambda _whole: content


def _row(document: dict[str, Any], table: str, column: str, value: Any) -> None:
    held = document["tables"][table]
    held["rows"][0][held["columns"].index(column)] = value


@pytest.mark.parametrize(
    "broken",
    [
        _instead(b""),
        _instead(b"\xff\xfe"),
        _instead(b"[" * 200_000),
        _instead(b'{"format": NaN}'),
        _broken(lambda d: d.update(format="something-else")),
        _broken(lambda d: d.update(format_version=True)),
        _broken(lambda d: d.update(schema="5")),
        _broken(lambda d: d.update(extra=1)),
        _broken(lambda d: d.pop("app")),
        _broken(lambda d: d.update(tables=[])),
        _broken(lambda d: d["tables"].update(person={"columns": ["id"], "rows": [[1]]})),
        _broken(lambda d: d["tables"].update({"x; DROP TABLE plan": {"columns": ["id"], "rows": []}})),
        _broken(lambda d: d["tables"].update(plan=[])),
        _broken(lambda d: d["tables"]["plan"]["columns"].__setitem__(1, 'title" = 1; --')),
        _broken(lambda d: d["tables"]["plan"]["columns"].__setitem__(1, "id")),
        _broken(lambda d: d["tables"]["plan"]["rows"][0].append(1)),
        _broken(lambda d: d["tables"]["plan"]["rows"].append(None)),
        _broken(lambda d: _row(d, "plan", "title", {"a": 1})),
        _broken(lambda d: _row(d, "plan", "clauses", "att")),
        _broken(lambda d: _row(d, "plan", "first_year", 2**70)),
        _broken(lambda d: _row(d, "plan", "first_year", 2027.5)),
        _broken(lambda d: _row(d, "plan", "status", "secretly_approved")),
        _broken(lambda d: _row(d, "plan", "revise_on", "i morgon")),
        _broken(lambda d: _row(d, "project", "is_external", 1)),
        _broken(lambda d: _row(d, "project", "title", "\ud800")),
        _broken(lambda d: _row(d, "project", "municipality_id", 99_999)),
        _broken(lambda d: d["tables"]["project"]["rows"].append(d["tables"]["project"]["rows"][0])),
    ],
)
def test_strange_data_is_refused_and_leaves_no_file(
    told: PublicData, tmp_path: Path, broken: Callable[[bytes], bytes]
) -> None:
    with pytest.raises(PlanDataStrange) as refused:
        open_data(broken(told.content), tmp_path)
    assert "går att läsa" in sentence(refused.value)
    assert not list(tmp_path.iterdir())


def test_data_of_a_newer_program_and_data_too_large_are_refused(told: PublicData, tmp_path: Path) -> None:
    for part in ("schema", "format_version"):
        with pytest.raises(PlanDataNewer):
            open_data(_broken(lambda d, part=part: d.update({part: 99}))(told.content), tmp_path)
    with pytest.raises(PlanDataTooLarge):
        read_document(b" " * (LARGEST_DATA + 1))


def test_procurement_tells_its_supplier_from_the_day_of_the_award(demo: Workspace) -> None:
    plan = _plan(demo)
    today = demo.now.date()
    count = demo.read(plan_data, plan, today).left_out["procurement_case"]
    awarded = {
        row[0]
        for row in demo.glance(lambda raw: raw.execute("SELECT awarded_on FROM procurement_case").fetchall())
        if row[0]
    }
    later = demo.read(plan_data, plan, today + timedelta(days=3650)).left_out.get("procurement_case", 0)
    assert later == count - sum(day > today.isoformat() for day in awarded)


def test_what_is_not_told_is_empty_in_the_copy_and_references_hold(told: PublicData) -> None:
    with closing(load(json.loads(told.content), rules())) as loaded:
        assert loaded.execute("PRAGMA foreign_key_check").fetchall() == []
        assert loaded.execute("SELECT count(*) FROM membership").fetchone()[0] > 0
        assert loaded.execute("SELECT count(*) FROM membership WHERE person_id IS NOT NULL").fetchone() == (0,)
        assert loaded.execute("SELECT DISTINCT contact_email, extra FROM project").fetchall() == [("", "{}")]
        assert loaded.execute("SELECT count(*) FROM person").fetchone() == (0,)


def test_protected_person_and_confidential_title_stand_in_no_text(workspace: Workspace) -> None:
    plan, (measure,) = a_plan(workspace, "Kameror")
    workspace.run(AddPerson(fields={"name": "Ada Skyddsson", "title": "Samordnare", "is_protected": True}))
    project = a_project(workspace, "Kameror vid torget")
    workspace.run(SetConfidential(projects=(project,), is_confidential=True, reason="18 kap."))
    words = "Skyddsson, Ada frågar om kameror vid torget, inte om kameror."
    workspace.run(EditMeasure(measure=measure, changes={"why": words}))
    told = _data(workspace, plan)
    assert b"Skyddsson" not in told.content
    assert "••• frågar om •••, inte om kameror.".encode() in told.content
    assert told.left_out == {"project": 1, "person": 1, "texts": 1}


def test_draft_is_told_by_the_same_data_as_it_will_be_frozen_with(workspace: Workspace) -> None:
    plan, (measure,) = a_plan(workspace, "Kameror")
    workspace.run(EditMeasure(measure=measure, changes={"why": "Ring 070-123 45 67"}))

    def told(connection: Connection) -> plans.PlanRead | None:
        with as_told(connection, plan, plan_data(connection, plan, workspace.now.date())) as read:
            return plans.plan(read, plan)

    drafted = workspace.read(told)
    assert drafted is not None
    assert drafted.measures[0].why == "Ring 07•-••• •• ••"
    workspace.run(FreezePlan(plan=plan, version="1.0"))
    frozen = workspace.read(told)
    assert frozen is not None
    assert frozen.measures == drafted.measures
