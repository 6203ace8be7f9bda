"""The workbook that travels inside the plan: measures, commitments, money by year, what was set aside, inventory."""

from __future__ import annotations

from smartstad_desktop.domain.plan.money import Sums
from smartstad_desktop.domain.values import Kronor, MunicipalityId
from smartstad_desktop.exchange.outgoing.plain_workbook import PlainSheet, Value
from smartstad_desktop.reads.plan.money import money_of
from smartstad_desktop.text.labels import label
from smartstad_desktop.usecases.plan_document.decision import adoption_words
from smartstad_desktop.usecases.plan_document.material import Material
from smartstad_desktop.usecases.plan_document.rich import plain

_THOUSAND = 1000


def plan_sheets(material: Material) -> tuple[PlainSheet, ...]:
    """Return the sheets; money is in thousands of kronor, as in the lists of the municipalities."""
    sheets = (_measures(material), _commitments(material), _money(material), _asides(material), _inventory(material))
    return tuple(sheet for sheet in sheets if sheet.rows)


def _tkr(kronor: Kronor | None) -> Value:
    if kronor is None:
        return None
    return kronor // _THOUSAND if kronor % _THOUSAND == 0 else kronor / _THOUSAND


def _town(material: Material, municipality: MunicipalityId | None) -> str:
    home = material.by_id.get(municipality) if municipality is not None else None
    return "" if home is None else home.short_name


def _measures(material: Material) -> PlainSheet:
    phrases = material.phrases
    tkr = phrases.text("tkr")
    headings = (
        *(phrases.text("No."), phrases.text("Measure"), phrases.text("Why"), phrases.text("What")),
        *(phrases.text("Effect"), phrases.text("Owner"), phrases.text("Municipality"), phrases.text("Time")),
        *(f"{phrases.text('Once')} ({tkr})", f"{phrases.text('Per year')} ({tkr})", phrases.text("Funding")),
        *(phrases.text("Risk"), phrases.text("Next decision"), phrases.text("Why another place")),
    )
    rows: list[tuple[Value, ...]] = [
        (
            *(number, measure.title, plain(measure.why), plain(measure.what), plain(measure.effect)),
            *(measure.owner, _town(material, measure.owner_municipality), measure.time),
            *(_tkr(measure.money_one_off), _tkr(measure.money_running), measure.money_source),
            *(plain(measure.risk), plain(measure.next_decision), measure.deviation_reason),
        )
        for number, measure in material.measures
    ]
    return PlainSheet(phrases.text("Measures"), headings, tuple(rows))


def _commitments(material: Material) -> PlainSheet:
    phrases = material.phrases
    headings = (
        *(phrases.text("No."), phrases.text("Measure"), phrases.text("Municipality"), phrases.text("Commitment")),
        *(phrases.text("Year"), f"{phrases.text('Budget')} ({phrases.text('tkr')})", phrases.text("Adopted")),
    )
    rows: list[tuple[Value, ...]] = [
        (
            *(number, measure.title, _town(material, row.municipality), label(row.role, phrases)),
            *(row.year, _tkr(row.budget), adoption_words(material, row)),
        )
        for number, measure in material.measures
        for row in measure.commitments
    ]
    return PlainSheet(phrases.text("Commitments"), headings, tuple(rows))


def _money(material: Material) -> PlainSheet:
    phrases = material.phrases
    money = money_of([measure for _, measure in material.measures])
    by_id = {line.municipality: line.sums for line in money.lines}

    def amounts(sums: Sums) -> tuple[Value, ...]:
        years = (_tkr(sums.years.get(year)) for year in money.years)
        return (*years, _tkr(sums.without_year), _tkr(sums.total))

    headings = (
        phrases.text("Municipality"),
        *(str(year) for year in money.years),
        phrases.text("No year"),
        f"{phrases.text('Total')} ({phrases.text('tkr')})",
    )
    rows: list[tuple[Value, ...]] = [
        (row.short_name, *amounts(by_id[row.id])) for row in material.municipalities if row.id in by_id
    ]
    return PlainSheet(phrases.text("Budget per municipality and year"), headings, tuple(rows))


def _asides(material: Material) -> PlainSheet:
    phrases = material.phrases
    headings = (
        *(phrases.text("What"), phrases.text("Project"), phrases.text("Municipality")),
        *(phrases.text("Why"), phrases.text("Receiver"), phrases.text("Ends")),
    )
    rows: list[tuple[Value, ...]] = [
        (label(row.kind, phrases), row.title, _town(material, row.municipality), row.reason, row.receiver, row.time)
        for row in material.asides
        if not row.is_confidential
    ]
    return PlainSheet(phrases.text("Not prioritised"), headings, tuple(rows))


def _inventory(material: Material) -> PlainSheet:
    phrases = material.phrases
    headings = (
        *(phrases.text("Municipality"), phrases.text("Project"), phrases.text("Status"), phrases.text("Time")),
        f"{phrases.text('Budget')} ({phrases.text('tkr')})",
    )
    rows: list[tuple[Value, ...]] = [
        (
            *(_town(material, row.municipality) or phrases.text("Seen elsewhere"), row.title),
            *(label(row.status, phrases), material.time(row.start, row.end), _tkr(row.budget)),
        )
        for row in material.evidence.inventory.rows
    ]
    return PlainSheet(phrases.text("Inventory"), headings, tuple(rows))
