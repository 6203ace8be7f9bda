"""Checking a plan PDF on the command line: one document for scripts, plain lines for people."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.support import tampering
from tests.support.console import Run
from tests.support.signed_plans import archive_of, authority, identities, prepared, signed_by

DATA = b'{"format":"smartstad-plan","plan":{"title":"Plan","version":"1.0","programme":"P"},"tables":{}}'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where a signed plan, a changed one and their issuer lie."""
    made = tmp_path_factory.mktemp("plan")
    by = authority()
    whole = signed_by(prepared(archive_of("Plan", DATA, hashlib.sha256(DATA).hexdigest())), identities(made, by))
    (made / "plan.pdf").write_bytes(whole)
    (made / "changed.pdf").write_bytes(tampering.added(tampering.note)(whole))
    (made / "ca.pem").write_bytes(by.pem)
    return made


def test_a_whole_plan_tells_who_signed_and_what_is_inside(run: Run, folder: Path) -> None:
    told = run("verify", folder / "plan.pdf", "--trust", folder / "ca.pem", "--json")

    assert told.code == 0
    assert (told.json["ok"], told.json["verdict"], told.json["proven"]) == (True, "signed", True)
    assert told.json["signatures"] == 3
    assert [each["signer"] for each in told.json["signed_by"]] == ["Åsa Öberg", "Örjan Ängström", "Bjørn Ærlig"]
    assert {each["trust"] for each in told.json["signed_by"]} == {"trusted"}
    assert told.json["fingerprint"] == hashlib.sha256(DATA).hexdigest()
    assert [each["name"] for each in told.json["attachments"]] == ["manifest.json", "plan.json"]
    assert told.json["data"]["version"] == "1.0"


def test_a_changed_plan_ends_with_one_and_names_what_was_done(run: Run, folder: Path) -> None:
    told = run("verify", folder / "changed.pdf", "--json")
    lines = run("verify", folder / "changed.pdf", "--language", "sv")

    assert told.code == 1
    assert (told.json["ok"], told.json["verdict"]) == (False, "changed")
    assert {"note_added", "changed_after_signing"} <= {each["code"] for each in told.json["findings"]}
    assert "En anteckning eller länk på en sida har lagts till eller ändrats: sida 3." in lines.err


def test_a_plan_is_compared_with_a_workspace(run: Run, folder: Path, demo_file: Path) -> None:
    told = run("verify", folder / "plan.pdf", "--against", demo_file, "--json")

    assert (told.code, told.json["verdict"], told.json["version"]) == (1, "other_plan", None)
    assert run("verify", folder / "plan.pdf", "--trust", folder / "saknas.pem", "--json").json["error"]["code"] == (
        "file_missing"
    )
