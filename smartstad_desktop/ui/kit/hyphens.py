"""Where a long word may be broken in a narrow column."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_VOWELS: Final = frozenset("aeiouyåäöæøé")
#: Consonants that begin a syllable together.
_TOGETHER: Final = frozenset(
    "bl br dr fl fr gl gr kl kr kv pl pr sk sl sm sn sp st sv tr tv".split()  # noqa: SIM905  easier to read
)
#: Fewer letters than this are never left alone on a line.
_FEWEST: Final = 3


def broken(text: str, fits: Callable[[str], bool], most: int) -> list[str]:
    """Return *text* in at most *most* lines that fit; words that do not fit a line are broken with a hyphen.

    The last line ends with … when there is more.
    """
    words = text.split()
    lines: list[str] = []
    line = ""
    while words:
        word = words.pop(0)
        joined = f"{line} {word}".strip()
        if fits(joined):
            line = joined
            continue
        if line:
            lines.append(line)
            line = ""
            words.insert(0, word)
            continue
        head, tail = _break(word, fits)
        lines.append(head)
        if tail:
            words.insert(0, tail)
    lines += [line] if line else []
    return lines if len(lines) <= most else [*lines[: most - 1], _ended(lines[most - 1], fits)]


def _break(word: str, fits: Callable[[str], bool]) -> tuple[str, str]:
    """Return the longest beginning of *word* that fits, broken where a syllable may end, and the rest."""
    for is_good in (_after_binding_s, _at_syllable, _anywhere):
        for place in range(len(word) - _FEWEST, _FEWEST - 1, -1):
            if is_good(word, place) and fits(f"{word[:place]}-"):
                return f"{word[:place].rstrip('-')}-", word[place:]
    for place in range(len(word) - 1, 1, -1):
        if fits(f"{word[:place]}-"):
            return f"{word[:place]}-", word[place:]
    return word, ""


def _is_vowel(word: str, place: int) -> bool:
    return 0 <= place < len(word) and word[place].casefold() in _VOWELS


def _after_binding_s(word: str, place: int) -> bool:
    """Say whether an s that joins two words ends here: livs-kvalitet."""
    before, after = word[place - 2 : place], word[place]
    return before[-1] == "s" and before[0] not in _VOWELS | {"s"} and after not in _VOWELS and place > _FEWEST


def _at_syllable(word: str, place: int) -> bool:
    """Say whether a syllable begins here: one consonant or two that belong together, and then a vowel."""
    here, before = word[place : place + 2].casefold(), word[place - 2 : place].casefold()
    if here in _TOGETHER and _is_vowel(word, place + 2):
        # A doubled letter, and an s after a consonant, rather end the word before: bygg-lov, trygghets-larm.
        return before[-1] in _VOWELS or (here[0] not in {"s", before[-1]})
    begins_with_one = not _is_vowel(word, place) and _is_vowel(word, place + 1)
    is_doubled = before[0] == before[-1]
    return begins_with_one and (is_doubled or f"{before[-1]}{here[0]}" not in _TOGETHER)


def _anywhere(word: str, place: int) -> bool:
    return word[place - 1].isalpha() and word[place].isalpha()


def _ended(line: str, fits: Callable[[str], bool]) -> str:
    bare = line.rstrip("-")
    while bare and not fits(f"{bare}…"):
        bare = bare[:-1]
    return f"{bare}…"
