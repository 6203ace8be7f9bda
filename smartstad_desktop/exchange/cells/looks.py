"""What the values of a column look like: amounts, dates, statuses, names, long text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from smartstad_desktop.domain.lists.lists import IssueCode
from smartstad_desktop.exchange.cells import dates, money, words
from smartstad_desktop.exchange.cells.cells import is_empty, shown
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.exchange.cells.reading import Cell
from smartstad_desktop.exchange.cells.vocabulary import DEFAULT

#: So many cells say what a column is.
SAMPLE: Final = 25
_EMAIL: Final = re.compile(r"^\S+@\S+\.\w{2,}$")
_URL: Final = re.compile(r"^(https?://|www\.)\S+", re.IGNORECASE)
_WITH_UNIT: Final = re.compile(r"\d.*(tkr|mkr|kr\b|kronor|kroner|:-|,-|milj|mill)", re.IGNORECASE)
_CODE: Final = re.compile(r"^[A-Za-zÅÄÖÆØ]{0,6}[-./ ]?\d[\w./-]{0,18}$")
#: Shares of the cells: hardly any, some, half, most.
_FEW, _SOME, _HALF, _MOST = 0.3, 0.4, 0.5, 0.6
#: With fewer cells, repetition says nothing; longer texts are descriptions, shorter ones marks.
_ENOUGH, _LONG, _NAME, _SHORT, _MARK = 6, 140, 90, 30, 4
_MONEY_KEYS: Final = frozenset({"budget_total", "cost_to_date"})
_DATE_KEYS: Final = frozenset({"start", "end", "period", "updated_on"})
_TEXT_KEYS: Final = frozenset({"title", "what", "why", "how", "expected_effect", "comment", "lesson", "risks"})


@dataclass(frozen=True, slots=True)
class Look:
    """Shares, from 0 to 1, of the filled cells that read as each kind; ``length`` is their mean length."""

    count: int = 0
    money: float = 0.0
    amounts: float = 0.0
    numbers: float = 0.0
    dates: float = 0.0
    statuses: float = 0.0
    themes: float = 0.0
    municipalities: float = 0.0
    emails: float = 0.0
    urls: float = 0.0
    codes: float = 0.0
    length: float = 0.0
    unique: float = 0.0

    def fit(self, key: str) -> float:
        """Return how well the values fit *key*, to be multiplied with what the heading says."""
        if not self.count:
            return 1.0
        if key in _MONEY_KEYS:
            return 1.0 if self.money >= _HALF else 0.6
        if key in _DATE_KEYS:
            return 1.0 if self.dates >= _SOME else 0.55
        if key == "status":
            return 1.0 if self.statuses >= _FEW else 0.8
        if key == "municipality":
            return 1.0 if self.municipalities >= _FEW else 0.75
        if key == "external_ref":
            return 1.0 if self.codes >= _SOME and (self.unique > _HALF or self.count < _ENOUGH) else 0.6
        return self._fit_of_text(key)

    def _fit_of_text(self, key: str) -> float:
        if key in {"title", "what", "theme", "owner_unit"} and self.numbers > _MOST:
            return 0.5
        if key == "title" and (self.length > _LONG or (self.count >= _ENOUGH and self.unique < _SOME)):
            return 0.7
        if key == "theme":
            return 1.0 if self.themes >= _FEW or self.unique < _MOST else 0.85
        if key == "why" and self.count >= _ENOUGH and self.unique < _FEW and self.length < _SHORT:
            return 0.6
        return 1.0

    def lift(self, key: str) -> float:
        """Return what the values add to a claim that the heading leaves open."""
        shares = {"municipality": self.municipalities, "status": self.statuses, "theme": self.themes}
        return 0.15 if shares.get(key, 0.0) >= _MOST else 0.0

    def suggestions(self) -> dict[str, float]:
        """Return what the column may be when its heading says nothing."""
        if not self.count:
            return {}
        likely = {
            "budget_total": self.amounts,
            "contact_email": self.emails,
            "link": self.urls,
            "status": self.statuses,
            "theme": self.themes,
            "municipality": self.municipalities if self.numbers < _HALF else 0.0,
        }
        return {key: 0.6 for key, share in likely.items() if share >= _MOST}

    def as_title(self) -> float:
        """Return how much the column looks like names of projects."""
        if (
            self.count < 1
            or self.numbers > _SOME
            or self.emails
            or self.urls
            or self.dates > _SOME
            or self.statuses > _MOST
            or self.themes > _MOST
            or self.municipalities > _MOST
            or self.length < _MARK
        ):
            return 0.0
        return self.unique * (1.0 if self.length <= _NAME else 0.5) * min(1.0, self.length / 12)


def of(values: Sequence[Cell]) -> Look:
    """Return the look of some cells."""
    cells = [cell for cell in values if not is_empty(cell)][:SAMPLE]
    if not cells:
        return Look()
    texts = [shown(cell) for cell in cells]
    count = len(cells)

    def share(hits: Sequence[bool]) -> float:
        return sum(hits) / count

    return Look(
        count=count,
        money=share([_is_money(cell) for cell in cells]),
        amounts=share(
            [bool(_WITH_UNIT.search(text)) and _is_money(cell) for text, cell in zip(texts, cells, strict=True)]
        ),
        numbers=share([_is_number(cell) for cell in cells]),
        dates=share([_is_date(cell) for cell in cells]),
        statuses=share([words.status_of(text) is not None for text in texts]),
        themes=share([words.theme_of(text, DEFAULT) is not None for text in texts]),
        municipalities=share([words.municipality_of(text, DEFAULT)[0] is not None for text in texts]),
        emails=share([bool(_EMAIL.match(text)) for text in texts]),
        urls=share([bool(_URL.match(text)) for text in texts]),
        codes=share([bool(_CODE.match(text)) for text in texts]),
        length=sum(map(len, texts)) / count,
        unique=len({fold(text) for text in texts}) / count,
    )


def _is_number(cell: Cell) -> bool:
    if isinstance(cell, bool):
        return False
    return isinstance(cell, int | float) or (isinstance(cell, str) and bool(re.fullmatch(r"[\d\s.,%-]+", cell)))


def _is_money(cell: Cell) -> bool:
    if isinstance(cell, bool | date):
        return False
    read = money.amount(cell)
    return read.value is not None or read.suggestion is not None or read.issue is IssueCode.MONEY_CURRENCY


def _is_date(cell: Cell) -> bool:
    if isinstance(cell, date):
        return True
    return isinstance(cell, str | int | float) and dates.period(cell).value is not None
