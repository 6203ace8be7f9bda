"""The command line: the use cases of the window without a window."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from smartstad_desktop import __version__
from smartstad_desktop.app.cli_answer import WRONG_USAGE, Answer, WrongUsage, show, speak_utf8, table, trouble
from smartstad_desktop.app.cli_parsing import parse
from smartstad_desktop.app.cli_verbs import BY_NAME, COMMON, VERBS, Verb
from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text import phrases
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.trouble import sentence

_HELP: Final = frozenset({"-h", "--help"})


def main(words: Sequence[str]) -> int:
    """Do what *words* ask and return the exit code: 0 done, 1 could not be done, 2 wrong usage."""
    speak_utf8()
    phrases.use(_language(words))
    return show(_answer(words), as_json="--json" in words)


def _answer(words: Sequence[str]) -> Answer:
    verb = BY_NAME.get(words[0])
    if words[0] == "--version":
        return Answer(document={"version": __version__}, lines=(f"SMARTstad {__version__}",))
    if _HELP & set(words):
        return _help(verb)
    try:
        if verb is None:
            raise WrongUsage
        return verb.load()(parse(verb, words[1:]))
    except WrongUsage as wrong:
        return _wrong(verb, wrong.about)
    except DomainError as error:
        return trouble(error.code, sentence(error), fields=error.parameters)
    except Exception:  # noqa: BLE001  the last door: nobody reads a stack trace
        return _unexpected()


def _language(words: Sequence[str]) -> Language:
    """Return the language that is asked for; it is needed before the words are understood."""
    asked = [after for word, after in pairwise(words) if word == "--language"]
    asked += [word.partition("=")[2] for word in words if word.startswith("--language=")]
    return Language(asked[-1]) if asked and asked[-1] in set(Language) else Language.SV


def _wrong(verb: Verb | None, about: str) -> Answer:
    if verb is None:
        message = _("There is no such command. The commands are: {names}.", names=", ".join(BY_NAME))
        return trouble("wrong_usage", message, ends_with=WRONG_USAGE)
    if about:
        message = _(
            "{argument} does not fit. This is how the command is written: {usage}", argument=about, usage=verb.usage
        )
    else:
        message = _("This is how the command is written: {usage}", usage=verb.usage)
    return trouble("wrong_usage", message, ends_with=WRONG_USAGE, fields={"usage": verb.usage})


def _help(verb: Verb | None) -> Answer:
    say = phrases.current().text
    if verb is not None:
        about = [(f"  {argument.shown}", say(argument.about)) for argument in (*verb.arguments, *COMMON)]
        lines = [verb.usage, say(verb.about), "", *table(about)]
        return Answer(document={"usage": verb.usage, "about": say(verb.about)}, lines=lines)
    rows = [("smartstad [FILE]", _("opens the window")), *((verb.usage, say(verb.about)) for verb in VERBS)]
    lines = [line for usage, about in rows for line in (usage, f"    {about}")]
    common = [(argument.shown, say(argument.about)) for argument in COMMON]
    return Answer(document={"commands": [usage for usage, _about in rows]}, lines=[*lines, "", *table(common)])


def _unexpected() -> Answer:
    from smartstad_desktop.app import folders  # noqa: PLC0415  only when something broke
    from smartstad_desktop.app.crash import CrashReports  # noqa: PLC0415  only when something broke

    kept: list[Path | None] = []
    reports = CrashReports(folders.reports())
    reports.tell = kept.append
    kind, error, trace = sys.exc_info()
    if kind is not None and error is not None:
        # The report holds the trace; the person at the keyboard gets a sentence.
        with contextlib.redirect_stderr(io.StringIO()):
            reports.take(kind, error, trace)
    report = str(kept[0]) if kept and kept[0] else "–"
    message = _("Something is wrong in the program itself. A report lies at {report}.", report=report)
    return trouble("internal_error", message, fields={"report": report})
