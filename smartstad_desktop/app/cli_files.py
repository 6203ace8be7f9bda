"""Commands about whole files: templates, new, verify."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from smartstad_desktop.app.cli_answer import DONE, FAILED, Answer, table
from smartstad_desktop.domain.lists.checks import Check
from smartstad_desktop.domain.plan.verifying import PlanFinding
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext


def list_templates(_arguments: Namespace) -> Answer:
    """List the programme templates."""
    from smartstad_desktop.usecases.templates.template_list import templates  # noqa: PLC0415  help must not wait for it

    found = templates(current().language)
    document = {
        "templates": [
            {
                "key": each.key,
                "name": each.name,
                "description": each.description,
                "countries": each.countries,
                "municipalities": each.municipality_count,
            }
            for each in found
        ]
    }
    lines = table([(each.key, each.name, each.municipality_count or "–") for each in found])
    return Answer(document=document, lines=lines)


def new(arguments: Namespace) -> Answer:
    """Create a workspace from a template."""
    from smartstad_desktop.app.cli_workspace import surroundings  # noqa: PLC0415  brings SQLAlchemy
    from smartstad_desktop.reads.listing.listing import KINDS  # noqa: PLC0415  brings SQLAlchemy
    from smartstad_desktop.usecases.templates.templates import create_workspace  # noqa: PLC0415  brings SQLAlchemy

    path = Path(arguments.file)
    language = Language(arguments.language) if arguments.language else None
    with create_workspace(
        path, arguments.template, name=arguments.name, language=language, surroundings=surroundings()
    ) as workspace:
        (programme,) = workspace.read(KINDS["programme"], current().language)
        municipalities = workspace.read(KINDS["municipalities"], current().language)
    count = sum(row["is_participating"] for row in municipalities)
    document = {"path": str(path), "template": arguments.template, "name": programme["name"], "municipalities": count}
    told = ngettext(
        "Created {path} with {count} municipality", "Created {path} with {count} municipalities", count, path=path
    )
    return Answer(document=document, lines=(told,))


def verify(arguments: Namespace) -> Answer:
    """Check a workspace, or a plan PDF against itself."""
    from smartstad_desktop.usecases.verifying import verify_plan, verify_workspace  # noqa: PLC0415  brings SQLAlchemy

    path = Path(arguments.file)
    if path.suffix.casefold() != ".pdf":
        return _told(path, verify_workspace(path), {})
    found = verify_plan(path)
    signed = ngettext(
        "{count} signature is in the document; the signing service says whether it holds.",
        "{count} signatures are in the document; the signing service says whether they hold.",
        found.signatures,
    )
    more = {"bytes_added": found.bytes_added, "signatures": found.signatures}
    return _told(path, found.checks, more, [signed] if found.signatures else [])


def _told(path: Path, checks: Sequence[Check], more: dict[str, int], notes: Sequence[str] = ()) -> Answer:
    is_good = all(check.is_good for check in checks)
    document = {
        "path": str(path),
        "ok": is_good,
        "checks": [
            {"check": check.kind.value, "ok": check.is_good, "findings": list(check.findings)} for check in checks
        ],
        **more,
    }
    lines = [f"{label(check.kind)}: {_finding(check)}" for check in checks]
    return Answer(document=document, lines=[*lines, *notes], code=DONE if is_good else FAILED)


def _finding(check: Check) -> str:
    if check.is_good:
        return _("good")
    found = check.findings[0]
    return label(found) if isinstance(found, PlanFinding) else found
