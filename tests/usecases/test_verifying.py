"""A workspace that was tampered with is found out; one that was worked in honestly is not."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from smartstad_desktop.domain.files import FileMissing, NotOurs
from smartstad_desktop.domain.lists.checks import CheckKind
from smartstad_desktop.domain.plan.verifying import NotAPlan, PlanFinding, PlanVerdict
from smartstad_desktop.usecases.programme.programme import EditProgramme
from smartstad_desktop.usecases.templates.templates import create_workspace
from smartstad_desktop.usecases.verifying import verify_plan, verify_workspace
from smartstad_desktop.usecases.workspace import Surroundings, Workspace
from tests.support.signed_plans import archive_of
from tests.support.tampering import flipped


@pytest.fixture
def path(demo_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(demo_file, tmp_path / "demo.smartstad"))


def tamper(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def findings(path: Path) -> dict[CheckKind, tuple[str, ...]]:
    return {check.kind: check.findings for check in verify_workspace(path) if not check.is_good}


def test_an_honest_file_is_good(path: Path) -> None:
    assert [check.kind for check in verify_workspace(path)] == [
        CheckKind.PAGES,
        CheckKind.LINKS,
        CheckKind.JOURNAL,
        CheckKind.SNAPSHOTS,
        CheckKind.FILES,
    ]
    assert findings(path) == {}


def test_a_file_stays_good_through_undo_and_redo(path: Path, surroundings: Surroundings) -> None:
    with Workspace.open(path, surroundings) as workspace:
        workspace.run(EditProgramme(changes={"name": "Ett"}))
        workspace.run(EditProgramme(changes={"name": "Två"}))
        workspace.undo()
        workspace.undo()
        workspace.redo()
        workspace.run(EditProgramme(changes={"name": "Tre"}))
        workspace.undo()

    assert findings(path) == {}


def test_a_value_changed_behind_the_journal_is_found(path: Path) -> None:
    tamper(path, "UPDATE project SET budget_total = 1 WHERE key = 'hb-digital-tvilling-for-oversvamning'")

    assert list(findings(path)) == [CheckKind.JOURNAL]
    (found,) = findings(path)[CheckKind.JOURNAL]
    assert found.endswith(", budget_total")


def test_a_row_added_behind_the_journal_is_found(path: Path) -> None:
    tamper(
        path, "INSERT INTO theme (key, order_key, name_sv, name_nb, name_en, aliases) VALUES ('x','z','X','','','[]')"
    )

    assert findings(path)[CheckKind.JOURNAL] == ("theme 16, id",)


def test_a_changed_journal_is_found(path: Path, surroundings: Surroundings) -> None:
    with Workspace.open(path, surroundings) as workspace:
        workspace.run(EditProgramme(changes={"name": "Ett"}))
        workspace.run(EditProgramme(changes={"name": "Två"}))
    tamper(path, "DELETE FROM change_step WHERE id = 2")

    assert CheckKind.JOURNAL in findings(path)


def test_a_link_to_nothing_is_found(path: Path) -> None:
    tamper(path, "UPDATE placement SET project_id = 9999 WHERE id = 1")

    assert findings(path)[CheckKind.LINKS] == ("placement 1 → project",)


def test_broken_pages_are_found(path: Path) -> None:
    image = bytearray(path.read_bytes())
    for page in range(10, 20):
        image[page * 4096 : page * 4096 + 400] = b"\xff" * 400
    path.write_bytes(image)

    assert findings(path)[CheckKind.PAGES]


def test_what_is_no_workspace_is_refused(tmp_path: Path, surroundings: Surroundings) -> None:
    other = tmp_path / "brev.smartstad"
    other.write_text("Hej")

    with pytest.raises(NotOurs):
        verify_workspace(other)
    with pytest.raises(FileMissing):
        verify_workspace(tmp_path / "saknas.smartstad")


def test_verifying_does_not_disturb_whoever_has_the_file(tmp_path: Path, surroundings: Surroundings) -> None:
    path = tmp_path / "h22.smartstad"
    with create_workspace(path, "h22", surroundings=surroundings) as workspace:
        assert all(check.is_good for check in verify_workspace(path))
        assert workspace.run(EditProgramme(changes={"name": "Ny"})).step is not None


def test_a_plan_is_checked_against_its_seal(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    made = archive_of("Plan", b"{}", sha256(b"{}").hexdigest())
    target.write_bytes(made)
    whole = verify_plan(target)

    assert all(check.is_good for check in whole.checks)
    assert whole.verdict is PlanVerdict.UNSIGNED

    target.write_bytes(made + b"% mer\n%%EOF\n")
    assert [each.code for each in verify_plan(target).findings] == [PlanFinding.BYTES_AFTER_END]

    target.write_bytes(flipped(made, len(made) // 2))
    assert PlanFinding.CHANGED in verify_plan(target).checks[0].findings


def test_a_plan_of_others_cannot_be_checked(tmp_path: Path) -> None:
    other = tmp_path / "annan.pdf"
    other.write_bytes(b"%PDF-1.7\nstartxref\n0\n%%EOF\n")
    letter = tmp_path / "brev.pdf"
    letter.write_text("Hej")

    assert PlanFinding.NO_SEAL in verify_plan(other).checks[0].findings
    assert verify_plan(other).verdict is PlanVerdict.NOT_OURS
    with pytest.raises(NotAPlan):
        verify_plan(letter)
