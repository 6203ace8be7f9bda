"""Traps and contradictions inside the seed texts (domain 1.6)."""

from __future__ import annotations

from tests.support.statements.held import Held, at_least, exactly

F, S, N, H, D = "familjen-helsingborg", "sern-icc", "ostfold", "h22", "demo"

HELD: tuple[Held, ...] = (
    Held(
        "five deliverables in four parts, two of them in the first",
        "programme/timeline",
        F,
        "SELECT count(*) = 2 FROM timeline_entry e JOIN programme_part p ON p.id = e.part_id "
        "WHERE e.kind = 'deliverable' AND p.order_key = (SELECT min(order_key) FROM programme_part)",
    ),
    Held("nobody is known yet", "programme/organisation", F, exactly(0, "person")),
    Held(
        "a municipality that is spelt without an r",
        "programme/municipalities",
        S,
        exactly(1, "municipality WHERE key = 'vanersborg' AND aliases LIKE '%nesborg%'"),
    ),
    Held(
        "five tracks but four topics",
        "goals",
        S,
        "SELECT (SELECT count(*) FROM track) = 5 AND (SELECT count(*) FROM chain_node WHERE level = 'topic') = 4",
    ),
    Held(
        "a grant that is not the frame",
        "programme/budget",
        N,
        "SELECT count(DISTINCT kind) = 2 FROM budget_line WHERE parent_id IS NULL AND kind IN ('frame', 'grant')",
    ),
    Held(
        "a day as it was stated, and a note",
        "programme/decisions",
        H,
        at_least(1, "decision WHERE comment LIKE '%2018%'"),
    ),
    Held(
        "a total of three years without a sum for each",
        "programme/budget",
        H,
        exactly(0, "budget_line WHERE first_year = last_year"),
    ),
    Held(
        "one project under two names", "inventory", D, at_least(1, "pragma_table_info('project') WHERE name = 'alias'")
    ),
    Held(
        "somebody who steps in without being a member",
        "programme/organisation",
        D,
        at_least(1, "membership WHERE is_substitute"),
    ),
    Held(
        "two languages inside one programme", "inventory", D, "SELECT count(DISTINCT content_language) > 1 FROM project"
    ),
)
