"""Search as you type: which projects hold every word, looked up in text that was made ready once.

å, ä and ö are letters: who types "ö" means "ö". Who types "o" may sit at a keyboard without it and finds both.

Looking through ten thousand texts takes as long as a screen takes to be painted. So an index knows, for every run of
one to three letters, which texts have it: up to three letters it is the answer, and of a longer word it leaves only
texts worth looking through. It is made bit by bit while nobody types; until then all texts are looked through.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice
from operator import add
from typing import Final

_BETWEEN: Final = "\x1f"
#: Danish and Norwegian letters count as the Swedish ones that sound the same.
_ALIKE: Final = (("æ", "ä"), ("ø", "ö"))
_PLAIN: Final = (("å", "a"), ("ä", "a"), ("ö", "o"), ("é", "e"), ("è", "e"), ("ü", "u"), ("á", "a"), ("ó", "o"))
#: So few texts are looked through faster than the index is asked.
_FEW: Final = 200
#: So few texts may be missing in the index when somebody types: they are put in at once.
_LATE: Final = 8
#: The longest run of letters in the index.
_RUN: Final = 3
#: So many texts are split into words, and words into runs of letters, in one go: five to ten milliseconds.
_TEXTS_AT_ONCE: Final = 250
_WORDS_AT_ONCE: Final = 300


class Haystack:
    """The searchable text of every project, with its letters and without them."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        self._lettered: dict[int, str] = {}
        self._plain: dict[int, str] = {}
        self._index = _Index()
        #: Projects whose text is not in the index yet, in the order they came.
        self._waiting: dict[int, None] = {}
        self.put(texts)

    def put(self, texts: Mapping[int, str]) -> None:
        """Take new text for some projects."""
        if not texts:
            return
        # One string for all: folding it is a handful of passes in C instead of ten thousand calls.
        folded = _replaced(_BETWEEN.join(texts.values()).casefold(), _ALIKE)
        # Words are looked for one by one, so each needs to stand there only once: a fifth less to search through.
        lettered = [" ".join(dict.fromkeys(text.split())) for text in folded.split(_BETWEEN)]
        plain = _replaced(_BETWEEN.join(lettered), _PLAIN).split(_BETWEEN)
        self._lettered.update(zip(texts, lettered, strict=True))
        self._plain.update(zip(texts, plain, strict=True))
        self._waiting.update(dict.fromkeys(texts))

    def prepare(self) -> bool:
        """Make one more piece of the index; return whether it is complete."""
        some = list(islice(self._waiting, _TEXTS_AT_ONCE))
        if some:
            self._index.put({number: self._lettered[number] for number in some})
            for number in some:
                del self._waiting[number]
            return False
        return self._index.take_apart(_WORDS_AT_ONCE)

    def find(self, ids: Sequence[int], words: Collection[str]) -> Sequence[int]:
        """Return those of *ids* that hold all *words*, in their order."""
        asks_index = bool(words) and len(ids) > _FEW and self._is_complete()
        if asks_index:
            ids = self._index.candidates(ids, words)
        for word in words:
            if not asks_index or len(word) > _RUN:
                where = self._plain if word.isascii() else self._lettered
                ids = [number for number in ids if word in where[number]]
        return ids

    def _is_complete(self) -> bool:
        """Return whether the index knows all texts; the last few are put in now."""
        if self._index.is_unfinished or len(self._waiting) > _LATE:
            return False
        while not self.prepare():
            pass
        return True


class _Index:
    """Which texts have which runs of letters. A set of texts is one whole number with a bit for each of them."""

    def __init__(self) -> None:
        self._runs: dict[str, int] = {}
        #: Words that are not taken apart yet: a word stands in many texts, but it is taken apart once.
        self._words: dict[str, int] = {}
        #: The bit of each project. A text that changed gets a new one; the old one is nobody's.
        self._places: dict[int, int] = {}
        self._used = 0

    @property
    def is_unfinished(self) -> bool:
        """Return whether there are words that nobody would find yet."""
        return bool(self._words)

    def put(self, texts: Mapping[int, str]) -> None:
        """Take the folded text of some projects."""
        words = self._words
        for number, text in texts.items():
            self._places[number] = self._used
            bit = 1 << self._used
            self._used += 1
            for word in text.split():
                words[word] = words.get(word, 0) | bit

    def take_apart(self, most: int) -> bool:
        """Take at most so many words apart; return whether none is left."""
        runs = self._runs
        for word in list(islice(self._words, most)):
            held = self._words.pop(word)
            for run in _runs_of(word):
                runs[run] = runs.get(run, 0) | held
        return not self._words

    def candidates(self, ids: Sequence[int], words: Iterable[str]) -> Sequence[int]:
        """Return those of *ids* that have every run of letters of every word."""
        everything = held = (1 << self._used) - 1
        for word in words:
            length = min(len(word), _RUN)
            for start in range(len(word) - length + 1):
                held &= self._runs.get(word[start : start + length], 0)
        if held in {0, everything}:
            return ids if held else ()
        bits, places = f"{held:0{self._used}b}"[::-1], self._places
        return [number for number in ids if bits[places[number]] == "1"]


def _runs_of(word: str) -> set[str]:
    """Return the runs by which *word* is found: with its letters where one has a sign above it, else without."""
    if word.isascii():
        return _runs(word)
    plain = {run for run in _runs(_replaced(word, _PLAIN)) if run.isascii()}
    return plain | {run for run in _runs(word) if not run.isascii()}


def _runs(word: str) -> set[str]:
    # Spelled out for each length: this is called for every word there is.
    second, third = word[1:], word[2:]
    return {*word, *map(add, word, second), *map("".join, zip(word, second, third))}  # noqa: B905  the shortest ends it


def words_of(typed: str) -> tuple[str, ...]:
    """Return the words to look for; the longest first, because it leaves the fewest rows for the others."""
    return tuple(sorted(_replaced(typed.casefold(), _ALIKE).split(), key=len, reverse=True))


def _replaced(text: str, letters: Iterable[tuple[str, str]]) -> str:
    for old, new in letters:
        text = text.replace(old, new)
    return text
