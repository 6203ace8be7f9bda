"""Words for mergers, splits and new names: the steps, why a rule refuses, and what came of a municipality."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from smartstad_desktop.domain.programme.sizes import SizeClass
from smartstad_desktop.domain.programme.work import Succession
from smartstad_desktop.text.phrases import N_, Phrasebook, current

SUCCESSION_STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "RenameMunicipality": N_("Rename {title} to {name}"),
    "MergeMunicipalities": (N_("Merge {title} into {name}"), N_("Merge {count} municipalities into {name}")),
    "SplitMunicipality": N_("Split {name} from {title}"),
}

SUCCESSION_SENTENCES: Final[dict[str, str]] = {
    "succession_day_missing": N_("Choose the day from which it holds."),
    "nothing_to_merge": N_("Choose at least one municipality that goes into the other one."),
    "merged_into_itself": N_("{name} cannot go into itself. Choose another municipality."),
    "municipality_ended": N_("{name} ended {day}. Choose an earlier day or another municipality."),
    "renamed_earlier": N_("It has been called {name} since {day}. Choose a later day."),
    "same_name": N_("{name} is what it is called already. Write the new name."),
}

_BECAME: Final[dict[Succession, tuple[str, str]]] = {
    Succession.MERGER: (N_("Went into {name}"), N_("Went into {name} {day}")),
    Succession.SPLIT: (N_("{name} left it"), N_("{name} left it {day}")),
    Succession.RENAMED: (N_("Became {name}"), N_("Became {name} {day}")),
    Succession.MOVED_COUNTY: (N_("Is now {name}, in another county"), N_("Became {name} {day}, in another county")),
}
_CAME: Final[dict[Succession, tuple[str, str]]] = {
    Succession.MERGER: (N_("Took in {name}"), N_("Took in {name} {day}")),
    Succession.SPLIT: (N_("Left {name}"), N_("Left {name} {day}")),
    Succession.RENAMED: (N_("Was {name}"), N_("Was {name} until {day}")),
    Succession.MOVED_COUNTY: (N_("Was {name} in another county"), N_("Was {name} in another county until {day}")),
}
_SIZES: Final[dict[SizeClass, str]] = {
    SizeClass.LARGE: N_("large"),
    SizeClass.MEDIUM: N_("middle-sized"),
    SizeClass.SMALL: N_("small"),
}


def became_words(kind: Succession, name: str, day: date | None, phrases: Phrasebook | None = None) -> str:
    """Return what a municipality became: “Went into Indre Østfold 1 January 2020”."""
    return _with_day(_BECAME[kind], name, day, phrases)


def came_words(kind: Succession, names: Sequence[str], day: date | None, phrases: Phrasebook | None = None) -> str:
    """Return which municipalities one came from: “Took in Askim and Eidsberg 1 January 2020”."""
    return _with_day(_CAME[kind], together(names, phrases), day, phrases)


def former_name_words(name: str, last: date | None, phrases: Phrasebook | None = None) -> str:
    """Return what a municipality was called before."""
    book = phrases or current()
    if last is None:
        return book.text("Was called {name}", name=name)
    return book.text("Was called {name} until {day}", name=name, day=book.day(last))


def size_word(size: SizeClass, phrases: Phrasebook | None = None) -> str:
    """Return how large a municipality is, in one word."""
    return (phrases or current()).text(_SIZES[size])


def _with_day(forms: tuple[str, str], name: str, day: date | None, phrases: Phrasebook | None) -> str:
    book = phrases or current()
    if day is None:
        return book.text(forms[0], name=name)
    return book.text(forms[1], name=name, day=book.day(day))


def together(names: Sequence[str], phrases: Phrasebook | None = None) -> str:
    """Return *names* as one says them: “Askim, Hobøl and Spydeberg”."""
    book = phrases or current()
    if len(names) < 2:  # noqa: PLR2004  one name needs no "and"
        return "".join(names)
    return book.text("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
