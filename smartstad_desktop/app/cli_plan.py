"""Commands that draw: the plan as a PDF, pages as pictures, and the whole chain."""

from __future__ import annotations

import re
from argparse import Namespace
from pathlib import Path

from smartstad_desktop.app.cli_answer import Answer, WrongUsage
from smartstad_desktop.app.cli_workspace import opened, opened_to_read
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.phrases import _, current, ngettext


def plan(arguments: Namespace) -> Answer:
    """Write the development plan, frozen as a version when one is named."""
    from smartstad_desktop.reads.listing.listing import KINDS  # noqa: PLC0415  beside what follows
    from smartstad_desktop.reads.plan.plan import current_plan  # noqa: PLC0415  beside what follows
    from smartstad_desktop.usecases.plan_document.publishing import publish_plan  # noqa: PLC0415  brings the documents

    with opened_to_read(arguments.file) as workspace:
        only_reads = arguments.freeze is None and workspace.read(current_plan) is not None
        (programme,) = workspace.read(KINDS["programme"], current().language)
    language = Language(arguments.language or programme["language"])
    with (opened_to_read if only_reads else opened)(arguments.file) as workspace:
        made = publish_plan(workspace, Path(arguments.output), language, freeze=arguments.freeze)
    document = {
        "path": str(made.path),
        "title": made.title,
        "version": made.version,
        "status": made.status.value,
        "fingerprint": made.fingerprint,
        "measures": made.measures,
        "incomplete": made.incomplete,
        "left_out": made.left_out,
        "bytes": made.size,
        "language": language.value,
        "left_out_by_kind": dict(made.left_out_by_kind),
        "attachments": [{"name": name, "bytes": size} for name, size in made.attachments],
    }
    told = ngettext("{path}: {count} measure", "{path}: {count} measures", made.measures, path=made.path)
    return Answer(document=document, lines=(told,))


def picture(arguments: Namespace) -> Answer:
    """Draw a page of the window."""
    from smartstad_desktop.app.picture import Shot, pages, take  # noqa: PLC0415  brings Qt
    from smartstad_desktop.ui.kit.theme import ThemeName  # noqa: PLC0415  brings Qt

    if arguments.page not in pages():
        raise WrongUsage(_("{page} (the pages are {pages})", page=arguments.page, pages=", ".join(pages())))
    if arguments.theme not in set(ThemeName):
        raise WrongUsage("--theme")
    shot = Shot(
        page=arguments.page,
        theme=ThemeName(arguments.theme),
        size=_size(arguments.size),
        target=Path(arguments.output),
    )
    take(Path(arguments.file), [shot], current().language)
    width, height = shot.size
    document = {
        "path": str(shot.target),
        "page": shot.page,
        "theme": shot.theme.value,
        "width": width,
        "height": height,
    }
    return Answer(document=document, lines=(str(shot.target),))


def _size(written: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", written)
    if found is None:
        raise WrongUsage("--size")
    return int(found[1]), int(found[2])


def demo(arguments: Namespace) -> Answer:
    """Run the whole chain on the demonstration region."""
    from smartstad_desktop.app.demo import run_demo  # noqa: PLC0415  brings everything

    def tell(what: str) -> None:
        if not arguments.json:
            print(f"{what} …", flush=True)

    made = run_demo(Path(arguments.folder), current().language, tell)
    document = {
        "folder": str(made.folder),
        "imported": {verdict.value: count for verdict, count in made.imported.items()},
        "files": [{"path": str(path), "bytes": path.stat().st_size} for path in made.files],
    }
    told = ngettext("{count} file in {folder}:", "{count} files in {folder}:", len(made.files), folder=made.folder)
    return Answer(document=document, lines=[told, *(f"  {path.relative_to(made.folder)}" for path in made.files)])
