"""Commands about whole files: templates, new."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from smartstad_desktop.app.cli_answer import Answer, table
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.phrases import current, ngettext


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
