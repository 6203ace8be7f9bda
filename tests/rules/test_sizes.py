"""Files, classes and functions stay small enough to be one thing."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from tests.rules.sources import Function, Source, everything, name_of, planted, program

LONGEST_FILE = 300
#: A file of tests holds many small things of one kind.
LONGEST_TEST_FILE = 400
LONGEST_FUNCTION = 50
#: A journey through the program is one story.
LONGEST_JOURNEY = 60
MOST_METHODS = 20
USUAL_FUNCTION = 24


def function_lines(source: Source) -> list[tuple[str, int]]:
    """Return each function with its number of lines, decorators and docstring not counted."""
    found: list[tuple[str, int]] = []
    for node in source.nodes:
        if isinstance(node, Function):
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            signature = node.body[0].lineno - node.lineno
            found.append(
                (f"{source.at(node)} {node.name}", signature + (body[-1].end_lineno or 0) - body[0].lineno + 1)
            )
    return found


def is_asked_for(method: Function) -> bool:
    """Say whether Python or Qt wants *method*, or it is read like a field: it is then not one more thing to know."""
    marks = {name_of(decorator) for decorator in method.decorator_list}
    return not marks.isdisjoint({"override", "property", "cached_property"}) or (
        method.name.startswith("__") and method.name.endswith("__")
    )


def too_big(sources: Iterable[Source]) -> list[str]:
    """Name every file, class and function over its limit."""
    found: list[str] = []
    for source in sources:
        lines = len(source.text.splitlines())
        if lines > (LONGEST_TEST_FILE if source.path.startswith("tests/") else LONGEST_FILE):
            found.append(f"{source.path}: {lines} lines")
        for node in source.nodes:
            if isinstance(node, ast.ClassDef):
                methods = sum(isinstance(item, Function) and not is_asked_for(item) for item in node.body)
                if methods > MOST_METHODS:
                    found.append(f"{source.at(node)} {node.name}: {methods} methods")
        longest = LONGEST_JOURNEY if source.path.startswith("tests/journeys/") else LONGEST_FUNCTION
        found += [f"{where}: {size} lines" for where, size in function_lines(source) if size > longest]
    return found


def test_nothing_has_grown_into_two_things() -> None:
    assert "\n".join(too_big(everything())) == ""


def test_most_functions_fit_in_a_glance() -> None:
    sizes = sorted(size for source in program() for _where, size in function_lines(source))

    assert sizes[len(sizes) * 95 // 100] <= USUAL_FUNCTION


def test_what_is_too_big_is_found() -> None:
    long_function = "def walk():\n" + "    step()\n" * (LONGEST_FUNCTION + 1)
    big_class = "class Hub:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(MOST_METHODS + 1))

    assert len(too_big([planted(long_function)])) == 1
    assert len(too_big([planted(big_class)])) == 1
    assert len(too_big([planted("x = 1\n" * (LONGEST_FILE + 1))])) == 1
    assert too_big([planted("def walk():\n    step()\n")]) == []
