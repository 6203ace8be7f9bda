"""What the wall says, in one language or in two at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from smartstad_desktop.domain.values import Language, Named
from smartstad_desktop.domain.workshop.voting import BY_MUNICIPALITY
from smartstad_desktop.reads.workshop.audience import AudienceRound
from smartstad_desktop.text.phrases import N_, Phrasebook, current

#: What stands between two languages in one line.
_BETWEEN = " · "
_MUNICIPALITIES_DONE = (
    N_("{done} of {count} municipality is done"),
    N_("{done} of {count} municipalities are done"),
)
_ANSWERS_IN = (N_("{done} of {count} has answered"), N_("{done} of {count} have answered"))


@cache
def _book(language: Language) -> Phrasebook:
    return Phrasebook(language)


@dataclass(frozen=True, slots=True)
class Words:
    """The languages of the wall: the window's own, and a second one when the room has two."""

    second: Language | None = None

    @property
    def books(self) -> tuple[Phrasebook, ...]:
        """Return the phrasebooks, the room's first language first."""
        first = current()
        if self.second is None or self.second is first.language:
            return (first,)
        return first, _book(self.second)

    def text(self, message: str, **values: object) -> str:
        """Return *message* in every language, said once where they say the same."""
        return _BETWEEN.join(dict.fromkeys(book.text(message, **values) for book in self.books))

    def plural(self, forms: tuple[str, str], count: int, **values: object) -> str:
        """Return the form for *count* in every language."""
        said = (book.plural(forms[0], forms[1], count, **values) for book in self.books)
        return _BETWEEN.join(dict.fromkeys(said))

    def named(self, name: Named) -> str:
        """Return a name that carries languages itself."""
        return _BETWEEN.join(dict.fromkeys(name.in_language(book.language.value) for book in self.books))

    def number(self, value: float, decimals: int = 0) -> str:
        """Return a figure as the first language writes it."""
        return self.books[0].number(value, decimals)

    def progress(self, shown: AudienceRound) -> str:
        """Return how many have answered, as “5 of 7 municipalities are done”."""
        is_by_municipality = shown.unit in BY_MUNICIPALITY and not shown.is_anonymous
        forms = _MUNICIPALITIES_DONE if is_by_municipality else _ANSWERS_IN
        return self.plural(forms, shown.asked, done=shown.done)
