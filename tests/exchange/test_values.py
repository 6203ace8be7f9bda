"""Amounts, dates and words, cell by cell."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists.lists import IssueCode
from smartstad_desktop.domain.values import Period, Precision
from smartstad_desktop.exchange.cells import dates, money, words
from smartstad_desktop.exchange.cells.vocabulary import DEFAULT


@pytest.mark.parametrize(
    ("written", "kronor"),
    [
        ("700 tkr", 700_000), ("0,7 mkr", 700_000), ("700 000 kr", 700_000), ("1 200 000:-", 1_200_000), ("500:-", 500),
        ("kr 1.200.000,-", 1_200_000), ("1.2 mkr", 1_200_000), ("2,1 milj kr", 2_100_000), ("2 mill. kr", 2_000_000),
        ("1 200 000,50 kr", 1_200_000), ("NOK 450 000", 450_000), ("450 000 NOK", 450_000), ("4.5 MSEK", 4_500_000),
        ("500 kkr", 500_000), ("c:a 500 tkr", 500_000), ("max 500 tkr", 500_000), ("200 tusen kr", 200_000),
        ("kr 1.200,-", 1_200), ("1 200 000 kr", 1_200_000), ("ca. 1,5 Mkr", 1_500_000),
    ],
)  # fmt: skip
def test_an_amount_with_its_unit(written: str, kronor: int) -> None:
    assert money.amount(written).value == kronor


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [("ca 3–4 mkr", 3_500_000), ("300-400 tkr", 350_000), ("mellan 3 och 4 mkr", 3_500_000), ("1.200", 1_200_000),
     ("500 tkr/år", 500_000), ("700 tkr (varav 300 EU)", 700_000), ("tre miljoner", None), ("12 %", None)],
)  # fmt: skip
def test_an_amount_that_may_be_several_asks(written: str, suggestion: int | None) -> None:
    read = money.amount(written, money.THOUSANDS)

    assert (read.value, read.issue, read.suggestion) == (None, IssueCode.MONEY_UNREADABLE, suggestion)


@pytest.mark.parametrize(
    ("written", "issue"),
    [("$4,500", IssueCode.MONEY_CURRENCY), ("200,000.00 kn", IssueCode.MONEY_CURRENCY),
     ("(500)", IssueCode.MONEY_NEGATIVE),
     ("−500", IssueCode.MONEY_NEGATIVE), ("1 200 000", IssueCode.MONEY_UNIT)],
)  # fmt: skip
def test_an_amount_that_cannot_be_right_asks(written: str, issue: IssueCode) -> None:
    assert money.amount(written, money.THOUSANDS).issue is issue


@pytest.mark.parametrize("written", [" -   ", "oklart", "saknas", "Ej beslutat", "–"])
def test_nothing_is_not_zero(written: str) -> None:
    read = money.amount(written, money.KRONOR)

    assert (read.value, read.issue) == (None, None)


def test_zero_is_an_amount() -> None:
    assert money.amount(0, money.THOUSANDS).value == 0


@given(
    st.integers(0, 900_000_000),
    st.sampled_from([" ", "\u00a0", "\u202f", ".", ""]),
    st.sampled_from([" kr", ":-", " SEK"]),
)
def test_every_whole_amount_is_read_back(kronor: int, group: str, unit: str) -> None:
    assert money.amount(f"{kronor:,}".replace(",", group) + unit).value == kronor


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        ("2026-03-01", "2026-03-01", "2026-03-01", "day"), ("01.09.2026", "2026-09-01", "2026-09-01", "day"),
        ("1/3 2026", "2026-03-01", "2026-03-01", "day"), ("1/3-26", "2026-03-01", "2026-03-01", "day"),
        ("26-03-01", "2026-03-01", "2026-03-01", "day"), ("den 3 mars 2026", "2026-03-03", "2026-03-03", "day"),
        ("1 mai 2026", "2026-05-01", "2026-05-01", "day"), ("20260801", "2026-08-01", "2026-08-01", "day"),
        ("Q3 2026", "2026-07-01", "2026-09-30", "quarter"), ("kv 3 2026", "2026-07-01", "2026-09-30", "quarter"),
        ("2026 Q3", "2026-07-01", "2026-09-30", "quarter"),
        ("3:e kvartalet 2026", "2026-07-01", "2026-09-30", "quarter"),
        ("tredje kvartalet 2026", "2026-07-01", "2026-09-30", "quarter"),
        ("Q3-26", "2026-07-01", "2026-09-30", "quarter"),
        ("v. 34 2026", "2026-08-17", "2026-08-23", "week"), ("v 34-36 2026", "2026-08-17", "2026-09-06", "week"),
        ("uke 34 2026", "2026-08-17", "2026-08-23", "week"), ("hösten 2026", "2026-09-01", "2026-11-30", "season"),
        ("høsten 2026", "2026-09-01", "2026-11-30", "season"), ("HT 2026", "2026-07-01", "2026-12-31", "season"),
        ("vintern 2026/27", "2026-12-01", "2027-02-28", "season"),
        ("första halvåret 2026", "2026-01-01", "2026-06-30", "season"),
        ("T2 2026", "2026-05-01", "2026-08-31", "season"), ("slutet av 2026", "2026-09-01", "2026-12-31", "season"),
        ("mars 2026", "2026-03-01", "2026-03-31", "month"), ("mars-26", "2026-03-01", "2026-03-31", "month"),
        ("mars–juni 2026", "2026-03-01", "2026-06-30", "month"), ("2026-08", "2026-08-01", "2026-08-31", "month"),
        ("mars 2026 – juni 2027", "2026-03-01", "2027-06-30", "month"), ("2026", "2026-01-01", "2026-12-31", "year"),
        ("2025–2027", "2025-01-01", "2027-12-31", "year"), ("2026/27", "2026-01-01", "2027-12-31", "year"),
        ("2021-", "2021-01-01", "2021-12-31", "year"),
    ],
)  # fmt: skip
def test_a_date_as_it_is_written(written: str, first: str, last: str, precision: str) -> None:
    expected = Period(date.fromisoformat(first), date.fromisoformat(last), Precision(precision), written)

    assert dates.period(written).value == expected


@pytest.mark.parametrize("written", ["snarast", "12/13/14", "v. 34", "31.02.2026", "nästa år"])
def test_no_day_is_invented(written: str) -> None:
    read = dates.period(written)

    assert (read.value, read.issue, read.written) == (None, IssueCode.DATE_UNREADABLE, written)


@pytest.mark.parametrize("written", ["tillsvidare", "Löpande", "-", "?"])
def test_an_open_end_is_no_fault(written: str) -> None:
    read = dates.period(written)

    assert (read.value, read.issue) == (None, None)


def test_numbers_of_both_calendars() -> None:
    assert dates.period(46082).written == "2026-03-01"
    assert dates.period(46082 - 1462, is_1904=True).written == "2026-03-01"


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%Y%m%d"]))
def test_every_day_is_read_back(day: date, shape: str) -> None:
    value = dates.period(day.strftime(shape)).value

    assert isinstance(value, Period)
    assert (value.first, value.last) == (day, day)


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("Pågående", Status.IMPLEMENTATION), ("pågår", Status.IMPLEMENTATION), ("Pågår (pilot)", Status.PILOT),
        ("Ej påbörjad", Status.PLANNED), ("Inte startat", Status.PLANNED), ("Avslutad i förtid", Status.STOPPED),
        ("Nedlagt", Status.STOPPED), ("Avslutat", Status.COMPLETED), ("Klart", Status.COMPLETED),
        ("Ferdig", Status.COMPLETED),
        ("Vilande", Status.PAUSED), ("Satt på vent", Status.PAUSED), ("I drift", Status.OPERATION),
        ("Provdrift", Status.PILOT), ("Forprosjekt", Status.PRESTUDY), ("Under utredning", Status.PRESTUDY),
        ("idé", Status.IDEA), ("Planlagt", Status.PLANNED), ("Igang", Status.IMPLEMENTATION),
        ("Införande", Status.IMPLEMENTATION),
        ("Genomförande", Status.IMPLEMENTATION), ("Genomförd", Status.COMPLETED), ("Gul", None), ("", None),
    ],
)  # fmt: skip
def test_a_status_by_meaning(written: str, status: Status | None) -> None:
    assert words.status_of(written) is status


@pytest.mark.parametrize(
    ("written", "themes"),
    [
        ("Mobilitet", ("mobility",)), ("Digitala tjänster", ("digital",)), ("Hälsa och välfärd", ("health",)),
        ("Sirkulærøkonomi", ("circular",)), ("Vatten; Energi", ("water", "energy")),
        ("Energi; Stadsplanering", ("energy", "planning")),
        ("Vatten och energi", ("water", "energy")),
        ("Stadsplannering", ("planning",)), ("Rymdfart", None),
    ],
)  # fmt: skip
def test_themes_by_meaning(written: str, themes: tuple[str, ...] | None) -> None:
    assert words.themes(written, DEFAULT).value == themes


@pytest.mark.parametrize(
    ("written", "answer"), [("Ja", True), ("x", True), ("✓", True), ("J", True), ("nej", False), ("Gul", None)]
)
def test_yes_and_no(written: str, answer: bool | None) -> None:  # noqa: FBT001  the answer is the case
    assert words.yes_or_no(written).value is answer
