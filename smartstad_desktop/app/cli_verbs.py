"""The verbs of the command line, as a table that parser and help are made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from smartstad_desktop.text.phrases import N_

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from smartstad_desktop.app.cli_answer import Answer

    Run: TypeAlias = Callable[[Namespace], Answer]


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a verb: its flags or its name, what it means, and what argparse needs to know."""

    flags: tuple[str, ...]
    about: str
    options: dict[str, Any] = field(default_factory=dict[str, Any])

    @property
    def shown(self) -> str:
        """Return how the argument is written in a usage line."""
        name = str(self.options.get("metavar", self.flags[0]))
        if not self.flags[0].startswith("-"):
            return f"{name}…" if self.options.get("nargs") == "+" else name
        written = self.flags[0] if self.options.get("action") == "store_true" else f"{self.flags[0]} {name}"
        return written if self.options.get("required") else f"[{written}]"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: what it does, where its function lies (loaded only when it is used), and its arguments."""

    name: str
    about: str
    place: str
    arguments: tuple[Argument, ...] = ()

    @property
    def usage(self) -> str:
        """Return how the verb is written."""
        return " ".join(("smartstad", self.name, *(argument.shown for argument in self.arguments)))

    def load(self) -> Run:
        """Import the function that does it."""
        module, _colon, name = self.place.partition(":")
        return cast("Run", getattr(import_module(f"smartstad_desktop.app.{module}"), name))


def _option(*flags: str, about: str, metavar: str, **options: Any) -> Argument:
    return Argument(flags, about, {"metavar": metavar, **options})


FILE: Final = Argument(("file",), N_("the workspace"), {"metavar": "FILE"})
LISTS: Final = Argument(("lists",), N_("lists: workbooks or text files"), {"metavar": "LIST", "nargs": "+"})
COMMON: Final = (
    Argument(("--json",), N_("write one JSON document and nothing else"), {"action": "store_true"}),
    _option(
        "--language", about=N_("the language of texts"), metavar="sv|nb|en", choices=["sv", "nb", "en"], default=None
    ),
)
VERBS: Final = (
    Verb("templates", N_("lists the programme templates"), "cli_files:list_templates"),
    Verb(
        "new",
        N_("creates a workspace; never overwrites"),
        "cli_files:new",
        (
            FILE,
            _option(
                "--template",
                about=N_("the key of a template, or demo for the demonstration region"),
                metavar="KEY",
                required=True,
            ),
            _option("--name", about=N_("the name of the programme"), metavar="TEXT", default=""),
        ),
    ),
    Verb("inspect", N_("says what the importer sees in each list; writes nothing"), "cli_exchange:inspect", (LISTS,)),
    Verb(
        "import",
        N_("imports lists; rows that need an answer are reported"),
        "cli_exchange:import_lists",
        (
            FILE,
            LISTS,
            _option("--municipality", about=N_("whose lists they are"), metavar="KEY", default=None),
            _option(
                "--accept",
                about=N_("safe takes rows that need no answer; theirs answers every conflict with the list"),
                metavar="safe|theirs",
                choices=["safe", "theirs"],
                default="safe",
            ),
            _option(
                "--failed",
                about=N_("a workbook to write with the rows that were not taken, to send back"),
                metavar="OUT.xlsx",
                default=None,
            ),
        ),
    ),
    Verb(
        "export",
        N_("writes a municipality's workbook and keeps the copy of what was sent, or the whole inventory"),
        "cli_exchange:export",
        (
            FILE,
            _option("--municipality", about=N_("whose workbook it is; without it, all projects"), metavar="KEY"),
            _option(
                "-o", "--output", about=N_("the file to write: .xlsx, .csv or .json"), metavar="OUT", required=True
            ),
        ),
    ),
    Verb(
        "list",
        N_("lists rows of a kind"),
        "cli_lists:list_rows",
        (FILE, Argument(("kind",), N_("what to list, such as projects or steps"), {"metavar": "KIND"})),
    ),
    Verb(
        "rank",
        N_("the computed order, how many weightings keep it, and where municipalities differ"),
        "cli_rank:rank",
        (FILE,),
    ),
    Verb("undo", N_("takes back the last step"), "cli_lists:undo", (FILE,)),
    Verb("redo", N_("does the step again that was taken back"), "cli_lists:redo", (FILE,)),
    Verb("history", N_("lists the steps, newest first"), "cli_lists:history", (FILE,)),
    Verb(
        "plan",
        N_("writes the development plan"),
        "cli_plan:plan",
        (
            FILE,
            _option("-o", "--output", about=N_("the file to write"), metavar="OUT.pdf", required=True),
            _option("--freeze", about=N_("freeze the plan as this version"), metavar="VERSION", default=None),
        ),
    ),
    Verb(
        "minutes",
        N_("writes the minutes of a workshop, as PDF or text"),
        "cli_minutes:minutes",
        (
            FILE,
            _option(
                "--session",
                about=N_("the number of the workshop, as list sessions shows it"),
                metavar="ID",
                required=True,
            ),
            _option("-o", "--output", about=N_("the file to write: .pdf or .txt"), metavar="OUT", required=True),
        ),
    ),
    Verb(
        "report",
        N_("writes a report to the steering group, as PDF or text"),
        "cli_report:report",
        (
            FILE,
            _option(
                "--report",
                about=N_("the number of the report, as list reports shows it"),
                metavar="ID",
                required=True,
            ),
            _option("-o", "--output", about=N_("the file to write: .pdf or .txt"), metavar="OUT", required=True),
        ),
    ),
    Verb(
        "package",
        N_("writes a package: for municipalities, for the archive, or everything about one thing"),
        "cli_package:package",
        (
            FILE,
            _option("--municipality", about=N_("the package of this municipality"), metavar="KEY", default=None),
            Argument(("--all",), N_("the packages of all municipalities, into a folder"), {"action": "store_true"}),
            Argument(("--archive",), N_("the archive package"), {"action": "store_true"}),
            _option(
                "--about",
                about=N_("everything public about a project, need, decision or case: its key or name"),
                metavar="NAME",
                default=None,
            ),
            Argument(("--notes",), N_("with --about: internal notes too, as a file apart"), {"action": "store_true"}),
            _option("-o", "--output", about=N_("the folder or .zip to write"), metavar="OUT", required=True),
        ),
    ),
    Verb(
        "verify",
        N_("checks a workspace, or a plan against itself, its signatures and what was kept of it"),
        "cli_verify:verify",
        (
            FILE,
            _option("--against", about=N_("the workspace the plan comes from"), metavar="WORKSPACE"),
            _option(
                "--trust", about=N_("a certificate of an issuer one relies on"), metavar="CERTIFICATE", action="append"
            ),
        ),
    ),
    Verb(
        "picture",
        N_("draws a page of the window without a display"),
        "cli_plan:picture",
        (
            FILE,
            Argument(("page",), N_("the page, such as overview or board"), {"metavar": "PAGE"}),
            _option("-o", "--output", about=N_("the file to write"), metavar="OUT.png", required=True),
            _option("--size", about=N_("width and height in pixels"), metavar="1440x900", default="1440x900"),
            _option("--theme", about=N_("the look, such as light or dark"), metavar="KEY", default="light"),
        ),
    ),
    Verb(
        "demo",
        N_("runs the whole chain on the demonstration region: workspace, workbooks, pictures, plan"),
        "cli_plan:demo",
        (Argument(("folder",), N_("the folder for the files"), {"metavar": "FOLDER"}),),
    ),
)
BY_NAME: Final = {verb.name: verb for verb in VERBS}
