"""S4: H22 Helsingborg (23 statements)."""

from __future__ import annotations

from tests.support.statements.held import Held, at_least, exactly, filled

H, D = "h22", "demo"

HELD: tuple[Held, ...] = (
    Held(
        "three decisions of the council with clauses and days",
        "programme/decisions",
        H,
        "SELECT count(DISTINCT d.id) = 3 FROM decision d JOIN decision_clause c ON c.decision_id = d.id JOIN governance_body b ON b.id = d.body_id AND b.kind = 'council' WHERE d.first IS NOT NULL",
    ),
    Held(
        "an assignment to all committees",
        "programme/decisions",
        H,
        "SELECT count(*) = 1 FROM assignment WHERE receiver = 'Samtliga nämnder'",
    ),
    Held("documents a decision rests on", "programme/decisions", H, filled("decision", "documents")),
    Held(
        "250 million over 2020, 2021 and 2022",
        "programme/budget",
        H,
        "SELECT amount = 250000000 AND first_year = 2020 AND last_year = 2022 FROM budget_line WHERE parent_id IS NULL",
    ),
    Held(
        "132 and 118 make 250 million",
        "programme/budget",
        H,
        "SELECT sum(amount) = 250000000 AND min(amount) = 118000000 FROM budget_line WHERE parent_id IS NOT NULL",
    ),
    Held("shares by the size of the committees", "programme/budget", H, filled("budget_line", "allocation_key")),
    Held(
        "earmarked, once, not for running costs",
        "programme/budget",
        H,
        "SELECT is_earmarked AND nature = 'one_off' AND restriction LIKE '%inte användas till drift%' FROM budget_line WHERE parent_id IS NULL",
    ),
    Held(
        "a later decision widens what the money may be used for",
        "programme/decisions",
        H,
        "SELECT count(*) = 1 FROM decision a JOIN decision b ON b.id = a.amends_id WHERE b.state = 'amended'",
    ),
    Held(
        "companies of the city with a task each",
        "programme/partners",
        H,
        exactly(2, "organisation WHERE kind = 'wholly_owned_company' AND contribution <> ''"),
    ),
    Held("departments and companies as owners", "inventory", D, filled("project", "owner_unit")),
    Held("a smarter city as a list of statements", "goals", H, at_least(5, "vision_statement")),
    Held(
        "what gives no value is stopped, with a lesson, and stands in the plan's stop list with who takes over",
        "plan",
        D,
        "SELECT (SELECT count(*) > 0 AND sum(lesson = '') = 0 FROM project WHERE status = 'stopped') AND (SELECT count(*) > 0 AND sum(reason = '' OR receiver = '' OR ends_on IS NULL) = 0 FROM plan_aside WHERE kind = 'stop')",
    ),
    Held(
        "an event of 35 days",
        "programme/timeline",
        H,
        "SELECT julianday(ends_on) - julianday(starts_on) + 1 = 35 FROM timeline_entry WHERE kind = 'event'",
    ),
    Held(
        "main areas, a city area and satellites",
        "programme/timeline",
        H,
        "SELECT json_array_length(places) = 3 FROM timeline_entry WHERE kind = 'event'",
    ),
    Held(
        "partners near and far",
        "programme/partners",
        D,
        "SELECT count(DISTINCT reach) = 3 FROM organisation WHERE partner_state IS NOT NULL",
    ),
    Held(
        "two things asked of a partner",
        "programme/partners",
        H,
        exactly(2, "admission_criterion WHERE subject = 'partner'"),
    ),
    Held(
        "partners that use the city as a testbed",
        "programme/partners",
        D,
        at_least(1, "organisation WHERE contribution_kind = 'uses_testbed'"),
    ),
    Held(
        "testbeds that are physical or virtual, for products, services and processes",
        "testbeds",
        D,
        "SELECT (SELECT count(DISTINCT nature) FROM testbed) >= 2 AND (SELECT count(*) FROM testbed_case WHERE tested IS NOT NULL) > 0",
    ),
    Held("effects that cannot be counted yet, and why", "goals", "ostfold", filled("indicator", "unmeasured_reason")),
    Held("an inventory that goes on", "inventory", D, filled("project", "updated_on")),
    Held(
        "what drives the change, tied to challenges",
        "goals",
        D,
        at_least(1, "chain_node WHERE level = 'challenge' AND aim_sv <> ''"),
    ),
    Held("what, why and how", "inventory", D, filled("project", "what", "why", "how")),
    Held("cooperation across borders", "programme/partners", D, at_least(1, "organisation WHERE reach = 'global'")),
)
