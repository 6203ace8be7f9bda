"""Understanding the words of a command."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import NoReturn

from typing_extensions import override

from smartstad_desktop.app.cli_answer import WrongUsage
from smartstad_desktop.app.cli_verbs import COMMON, Verb


class _Parser(ArgumentParser):
    """Parses without speaking: argparse's own sentences are in English only."""

    @override
    def error(self, message: str) -> NoReturn:
        raise WrongUsage(message.partition(":")[0].removeprefix("argument ") if message.startswith("argument") else "")


def parse(verb: Verb, words: Sequence[str]) -> Namespace:
    """Return the arguments that *words* give to *verb*.

    Raises:
        WrongUsage: they do not fit.
    """
    parser = _Parser(add_help=False, allow_abbrev=False)
    for argument in (*verb.arguments, *COMMON):
        parser.add_argument(*argument.flags, **argument.options)
    return parser.parse_args(list(words))
