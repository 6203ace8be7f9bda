"""Every error has its sentence and every fixed word its label."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from enum import StrEnum

import smartstad_desktop
from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.text.labels import LABELS
from smartstad_desktop.text.trouble import SENTENCES
from tests.rules.messages import places

#: Fixed words that no person reads.
NEVER_SHOWN = {
    "Change": "says what happened to a row",
    "Kind": "names tables",
    "LineKind": "says what a line of formatted text is, which is seen and not said",
    "LinkPart": "what a measure is tied to is told with its name",
    "Matter": "a line of the check list is a sentence",
    "Personal": "a warning has a sentence of its own",
    "Relation": "links are listed under what they mean",
    "Rule": "how a rule stands is a sentence",
    "Precision": "dates show it by how they are written",
    "SumPart": "a sum that has changed is told as what it is of",
    "Target": "says where a button leads",
}
LAYERS = ("domain", "text", "storage", "exchange", "reads", "usecases")


def load_layers() -> None:
    """Import every module below the window, so that all classes are known."""
    for layer in LAYERS:
        package = importlib.import_module(f"{smartstad_desktop.__name__}.{layer}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)


def errors_below(error: type[DomainError]) -> list[type[DomainError]]:
    """Return *error* and every kind of it that the program defines."""
    return [error, *(kind for child in error.__subclasses__() for kind in errors_below(child))]


def our_errors() -> list[type[DomainError]]:
    """Return every error class of the program."""
    load_layers()
    return [error for error in errors_below(DomainError) if error.__module__.startswith(smartstad_desktop.__name__)]


def speechless(errors: Iterable[type[DomainError]], sentences: dict[str, str]) -> list[str]:
    """Name errors without a sentence, and sentences that use what their error does not promise."""
    found: list[str] = []
    for error in errors:
        if error.code not in sentences:
            found.append(f"{error.__qualname__} ({error.code}) has no sentence")
            continue
        told = " ".join(kind.__doc__ or "" for kind in error.__mro__)
        unknown = {name for name in places(sentences[error.code]) if f"``{name}``" not in told}
        if unknown:
            found.append(
                f"{error.__qualname__}: the sentence needs {sorted(unknown)}, which its docstring does not name"
            )
    return found


def unlabelled(enums: Iterable[type[StrEnum]], labels: dict[type[StrEnum], dict[StrEnum, str]]) -> list[str]:
    """Name members without a label and labels without a member."""
    return [
        f"{enum.__name__}: {sorted(member.name for member in set(enum) ^ set(labels.get(enum, {})))}"
        for enum in enums
        if set(enum) != set(labels.get(enum, {}))
    ]


def test_every_error_has_a_sentence() -> None:
    assert "\n".join(speechless(our_errors(), SENTENCES)) == ""


def test_every_error_has_its_own_code() -> None:
    own = [error.code for error in our_errors() if "code" in vars(error)]

    assert sorted(own) == sorted(set(own))


def test_no_sentence_is_left_over() -> None:
    assert set(SENTENCES) - {error.code for error in our_errors()} == set()


def test_every_fixed_word_has_a_label() -> None:
    load_layers()
    module = f"{smartstad_desktop.__name__}.domain."
    enums = [enum for enum in StrEnum.__subclasses__() if enum.__module__.startswith(module)]

    assert "\n".join(unlabelled([enum for enum in enums if enum.__name__ not in NEVER_SHOWN], LABELS)) == ""
    assert set(NEVER_SHOWN) - {enum.__name__ for enum in enums} == set()


def test_missing_words_are_found() -> None:
    class Tide(StrEnum):
        HIGH = "high"
        LOW = "low"

    class TooDeep(DomainError):
        """The water is too deep. Parameters: ``depth``."""

        code = "too_deep"

    assert unlabelled([Tide], {Tide: {Tide.HIGH: "High water"}}) == ["Tide: ['LOW']"]
    assert len(speechless([TooDeep], {})) == 1
    assert len(speechless([TooDeep], {"too_deep": "Only {limit} m of {depth} m can be crossed."})) == 1
    assert speechless([TooDeep], {"too_deep": "It is {depth} m deep."}) == []
