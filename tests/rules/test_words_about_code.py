"""Docstrings are there, exemptions have reasons, nothing is left for later."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterable, Iterator

from tests.rules.sources import Function, Source, everything, name_of, planted, program

EXEMPTION = re.compile(r"#\s*(noqa|type:\s*ignore|pyright:\s*ignore)\b(?P<rest>.*)")
# The codes of an exemption, then two blanks and the reason.
REASONED = re.compile(r"^(:\s*|\[)[\w, -]+?\]?\s{1,2}\S.*\w{3,}")
LATER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|\bfor now\b", re.IGNORECASE)


def public(body: list[ast.stmt]) -> Iterator[ast.ClassDef | Function]:
    """Yield what a reader of a module or class is meant to use, our own names only."""
    for node in body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            if not any(name_of(decorator) in {"override", "overload", "setter"} for decorator in node.decorator_list):
                yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


def undocumented(sources: Iterable[Source]) -> list[str]:
    """Name every module, public class and public function without a docstring."""
    found: list[str] = []
    for source in sources:
        if not ast.get_docstring(source.tree):
            found.append(source.path)
        found += [f"{source.at(n)} {n.name}" for n in public(source.tree.body) if not ast.get_docstring(n)]
    return found


def comments(source: Source) -> Iterator[tuple[int, str]]:
    """Yield each comment with its line."""
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def careless_comments(sources: Iterable[Source]) -> list[str]:
    """Name exemptions without a reason and notes that put work off."""
    found: list[str] = []
    for source in sources:
        # Taking a file apart costs more than seeing that there is nothing to judge.
        if not EXEMPTION.search(source.text) and not LATER.search(source.text):
            continue
        for line, comment in comments(source):
            exemption = EXEMPTION.search(comment)
            if exemption and not REASONED.match(exemption["rest"]):
                found.append(f"{source.path}:{line} exemption without a reason: {comment}")
            if LATER.search(comment):
                found.append(f"{source.path}:{line} {comment}")
    return found


def test_everything_public_says_what_it_is() -> None:
    assert "\n".join(undocumented(program())) == ""


def test_exemptions_have_reasons_and_nothing_is_put_off() -> None:
    assert "\n".join(careless_comments(everything())) == ""


def test_missing_docstrings_are_found() -> None:
    assert len(undocumented([planted("class Board:\n    def drop(self): ...\n")])) == 3
    assert undocumented([planted('"""A board."""\n\ndef _inner(): ...\n')]) == []


def test_careless_comments_are_found() -> None:
    assert len(careless_comments([planted("x = 1  # noqa: S608\n")])) == 1
    assert len(careless_comments([planted("# TODO finish\n")])) == 1
    assert careless_comments([planted("x = 1  # noqa: S608  literals come from quote()\n")]) == []
