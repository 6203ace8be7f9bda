"""S5: Smart Molde (19 statements)."""

from __future__ import annotations

from tests.support.statements.held import Held, at_least, exactly, filled

M, D = "smart-molde", "demo"

HELD: tuple[Held, ...] = (
    Held(
        "a body whose members change, from one day to another",
        "programme/organisation",
        D,
        "SELECT count(*) > 0 FROM membership WHERE valid_from IS NOT NULL",
    ),
    Held("a programme in its fourth year", "programme/programme", M, "SELECT started_on = '2019-01-01' FROM programme"),
    Held(
        "six subject fields",
        "inventory",
        M,
        exactly(6, "theme WHERE key IN ('water', 'data', 'health', 'energy', 'mobility', 'circular')"),
    ),
    Held("three demands on every project", "inventory", M, exactly(3, "admission_criterion WHERE subject = 'project'")),
    Held("what should be spread in the region", "inventory", D, filled("project", "shareable")),
    Held(
        "a project of several municipalities with one in the lead", "inventory", D, at_least(1, "project_municipality")
    ),
    Held("seats of seven kinds", "programme/organisation", M, "SELECT count(DISTINCT sector) >= 7 FROM body_seat"),
    Held(
        "who sat there before",
        "programme/organisation",
        D,
        "SELECT count(*) > 0 FROM membership a JOIN membership b ON b.seat_id = a.seat_id AND b.valid_from > a.valid_to",
    ),
    Held("somebody who steps in", "programme/organisation", D, at_least(1, "membership WHERE is_substitute")),
    Held("a national frame of reference", "programme/programme", M, filled("programme", "reference_framework")),
    Held("what each one can contribute", "workshop", D, at_least(1, "session_note WHERE municipality_id IS NOT NULL")),
    Held(
        "from pilot to operation",
        "inventory",
        D,
        "SELECT sum(status = 'pilot') > 0 AND sum(status = 'operation') > 0 FROM project",
    ),
    Held(
        "value for each of four groups",
        "order",
        M,
        at_least(4, "criterion WHERE name_nb LIKE '%verdi%' OR key LIKE 'value%'"),
    ),
    Held("an owner in the field itself", "inventory", D, filled("project", "owner_unit")),
    Held(
        "direction, resources, mandate, spread",
        "reports",
        D,
        "SELECT count(DISTINCT heading) = 4 FROM report_text WHERE heading IN ('direction', 'resources', 'mandate', 'spread')",
    ),
    Held(
        "failures and what they taught",
        "inventory",
        D,
        at_least(1, "project WHERE status = 'stopped' AND lesson <> ''"),
    ),
    Held(
        "the one in front leads",
        "goals",
        M,
        "SELECT count(*) > 0 FROM vision_statement WHERE text_nb LIKE '%lengst framme%'",
    ),
    Held("gains across municipalities", "goals", M, exactly(1, "goal WHERE key = 'M1'")),
    Held("what kind of municipality it is", "programme/municipalities", D, filled("municipality", "settlement")),
)
