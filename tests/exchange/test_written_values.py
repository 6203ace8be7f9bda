"""Values as people write them: open ends, serial numbers, names with commas, crosses and percentages."""

from __future__ import annotations

import pytest

from smartstad_desktop.domain.values import Period
from smartstad_desktop.exchange.cells import cells, dates, money, words
from smartstad_desktop.exchange.cells.cells import Setting
from smartstad_desktop.exchange.cells.status_words import status_of
from smartstad_desktop.exchange.cells.vocabulary import DEFAULT

SETTING = Setting(vocabulary=DEFAULT)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("46082", "2026-03-01", "2026-03-01"), ("fr.o.m. 2026-01-01", "2026-01-01", "2026-01-01"),
        ("foråret 2026", "2026-03-01", "2026-05-31"), ("May 5, 2026", "2026-05-05", "2026-05-05"),
        ("2025 – pågår", "2025-01-01", "2025-12-31"), ("240301", "2024-03-01", "2024-03-01"),
        ("2026 hösten", "2026-09-01", "2026-11-30"), ("2026, Q3", "2026-07-01", "2026-09-30"),
        ("2026 (prel.)", "2026-01-01", "2026-12-31"), ("medio 2026", "2026-05-01", "2026-08-31"),
    ],
)  # fmt: skip
def test_periods(written: str, first: str, last: str) -> None:
    period = dates.period(written).value

    assert isinstance(period, Period)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


def test_a_serial_number_in_a_text_knows_its_calendar() -> None:
    period = dates.period("44620", is_1904=True).value

    assert isinstance(period, Period)
    assert period.first.isoformat() == "2026-03-01"


def test_an_american_day_asks_with_what_it_may_mean() -> None:
    reading = dates.period("12/31/2026")

    assert reading.value is None
    assert isinstance(reading.suggestion, Period)
    assert reading.suggestion.first.isoformat() == "2026-12-31"


@pytest.mark.parametrize(
    ("written", "ends"),
    [("2021–", ("start",)), ("från 2026", ("start",)), ("2025 - tills vidare", ("start",)), ("t.o.m. 2027", ("end",)),
     ("2025–2027", ("start", "end")), ("mars 2026", ("start", "end"))],
)  # fmt: skip
def test_which_ends_a_period_tells(written: str, ends: tuple[str, ...]) -> None:
    assert dates.ends_of(written) == ends


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("RISE, Sveriges Kommuner och Regioner", ("RISE", "Sveriges Kommuner och Regioner")),
        ("Kultur och fritid", ("Kultur och fritid",)), ("Bjuv och Klippan", ("Bjuv", "Klippan")),
        ("Miljö- och byggnadsförvaltningen, IT", ("Miljö- och byggnadsförvaltningen", "IT")),
        ("IoT, AI och sensorer", ("IoT", "AI", "sensorer")), ("- RISE\n- Lund", ("RISE", "Lund")),
    ],
)  # fmt: skip
def test_names_that_hold_a_comma_or_an_och_stay_whole(written: str, parts: tuple[str, ...]) -> None:
    assert cells.list_of_texts(written, SETTING).value == parts


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("Turism, kultur och evenemang, Vatten", ("tourism", "water")),
        ("Vatten och energi", ("water", "energy")),
        ("Data och öppna data, Vatten", ("data", "water")),
    ],
)
def test_themes_that_hold_a_comma(written: str, keys: tuple[str, ...]) -> None:
    assert words.themes(written, DEFAULT).value == keys


@pytest.mark.parametrize(
    ("written", "status"),
    [("Igangværende", "implementation"), ("Nästan klart", "implementation"), ("0 %", "planned"), ("100%", "completed"),
     ("60 %", "implementation"), ("Parkerad", "paused"), ("Återkallad", "stopped"), ("Startar 2027", "planned"),
     ("Behov av trygghet", None), ("Behov", "idea")],
)  # fmt: skip
def test_statuses(written: str, status: str | None) -> None:
    assert status_of(written) == status


@pytest.mark.parametrize(("written", "value"), [("✓", True), ("☒", True), ("✗", False), ("☐", False), ("ej", False)])
def test_ticks_and_crosses(written: str, value: bool) -> None:  # noqa: FBT001  the value is what is compared
    assert words.yes_or_no(written).value is value


def test_a_sum_of_amounts_is_offered() -> None:
    assert money.amount("500 tkr + 200 tkr").suggestion == 700_000


def test_global_goals_without_numbers_are_known_by_their_names() -> None:
    assert words.goals("Hållbara städer och samhällen, Rent vatten").value == ("6", "11")


@pytest.mark.parametrize("written", ["Bjuv kommun (1260)", "Bjuvs kn", "bjuv", "1260"])
def test_a_municipality_in_other_words(written: str) -> None:
    assert cells.municipality(written, SETTING).value == "Bjuv"
