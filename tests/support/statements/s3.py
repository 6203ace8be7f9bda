"""S3: Digital bærekraft Østfold (23 statements)."""

from __future__ import annotations

from tests.support.statements.held import Held, at_least, exactly, filled

N, D = "ostfold", "demo"

HELD: tuple[Held, ...] = (
    Held(
        "a vision for the county",
        "goals",
        N,
        "SELECT count(*) = 1 FROM vision_statement WHERE text_nb LIKE '%mest innovative%'",
    ),
    Held(
        "kinds of organisations behind it, anchored",
        "programme/partners",
        N,
        exactly(
            5,
            "organisation WHERE is_anchored AND kind IN ('partnership', 'county', 'employers', 'union', 'state_agency')",
        ),
    ),
    Held(
        "100 to 150 projects",
        "programme/programme",
        N,
        "SELECT least_projects = 100 AND most_projects = 150 FROM programme",
    ),
    Held("jobs and business as effects", "goals", N, at_least(1, "goal WHERE key = 'E3'")),
    Held(
        "owned by a partnership",
        "programme/organisation",
        N,
        "SELECT o.kind = 'partnership' FROM governance_body b JOIN organisation o ON o.id = b.lead_organisation_id WHERE b.key = 'partnership'",
    ),
    Held(
        "a frame of 32 million over five years",
        "programme/budget",
        N,
        "SELECT amount = 32000000 AND currency = 'NOK' FROM budget_line WHERE kind = 'frame' AND parent_id IS NULL",
    ),
    Held(
        "a grant of 4.8 million with its decision",
        "programme/budget",
        N,
        "SELECT l.amount = 4800000 AND d.title <> '' FROM budget_line l JOIN decision d ON d.id = l.decision_id WHERE l.kind = 'grant'",
    ),
    Held(
        "four purposes without a sum each",
        "programme/budget",
        N,
        "SELECT count(*) = 4 AND count(amount) = 0 FROM budget_line WHERE parent_id IS NOT NULL",
    ),
    Held(
        "two working groups and two reference groups",
        "programme/organisation",
        N,
        "SELECT sum(kind = 'working_group') = 2 AND sum(kind = 'reference_group') = 2 AND sum(kind = 'steering_group') = 1 FROM governance_body",
    ),
    Held(
        "open to everybody",
        "programme/organisation",
        N,
        "SELECT is_open = 1 FROM governance_body WHERE key = 'partnership'",
    ),
    Held("a pre-project before the main one", "programme/programme", N, filled("programme", "predecessor")),
    Held("how far each municipality has come", "programme/municipalities", D, filled("municipality", "onboarding")),
    Held(
        "a municipality's own call for partners",
        "programme/programme",
        D,
        at_least(1, "open_call WHERE municipality_id IS NOT NULL"),
    ),
    Held(
        "a result that can be shared, and who took it over",
        "reports",
        D,
        "SELECT (SELECT count(*) FROM project WHERE is_shareable AND shareable <> '') > 0 AND (SELECT count(*) FROM result_reuse WHERE state = 'taken_over') > 0",
    ),
    Held(
        "near-duplicates between municipalities",
        "inventory",
        D,
        at_least(
            1,
            "project a JOIN project b ON b.id > a.id AND b.municipality_id <> a.municipality_id WHERE a.title LIKE '%LoRaWAN%' AND b.title LIKE '%LoRaWAN%'",
        ),
    ),
    Held(
        "training together with universities",
        "programme/timeline",
        N,
        at_least(1, "timeline_entry WHERE name LIKE '%universiteter%'"),
    ),
    Held(
        "a register of equal partners",
        "programme/partners",
        N,
        at_least(8, "organisation WHERE partner_state IS NOT NULL"),
    ),
    Held(
        "three impact goals with indicators",
        "goals",
        N,
        "SELECT count(DISTINCT g.id) = 3 FROM goal g JOIN indicator i ON i.goal_id = g.id WHERE g.kind = 'impact'",
    ),
    Held("kinds of actors", "programme/partners", N, "SELECT count(DISTINCT actor_type) >= 3 FROM organisation"),
    Held(
        "the administration's own assessment before a decision",
        "programme/decisions",
        N,
        filled("decision", "assessment", "assessment_by"),
    ),
    Held("lighthouse projects", "inventory", D, at_least(1, "project WHERE is_lighthouse")),
    Held(
        "who has prioritised",
        "programme/organisation",
        N,
        "SELECT purpose LIKE '%prioriterer%' FROM governance_body WHERE key = 'partnership'",
    ),
    Held(
        "mergers with successors",
        "programme/municipalities",
        N,
        "SELECT count(*) = 6 FROM municipality_succession WHERE kind = 'merger'",
    ),
)
