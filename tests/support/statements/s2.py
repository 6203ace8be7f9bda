"""S2: the SERN consortium in the Intelligent Cities Challenge (22 statements)."""

from __future__ import annotations

from tests.support.statements.held import Held, at_least, exactly, filled

S, D = "sern-icc", "demo"

HELD: tuple[Held, ...] = (
    Held(
        "two and a half years under a programme of the Union",
        "programme/programme",
        S,
        filled("programme", "parent_programme"),
    ),
    Held("136 cities", "programme/programme", S, "SELECT parent_programme LIKE '%136%' FROM programme"),
    Held("five thematic tracks", "goals", S, exactly(5, "track")),
    Held(
        "90 applications in an open call, one of them selected",
        "programme/programme",
        S,
        "SELECT c.applied_count = 90 AND a.state = 'selected' FROM open_call c JOIN call_application a ON a.call_id = c.id",
    ),
    Held(
        "a consortium with a lead organisation and members in two countries",
        "programme/organisation",
        S,
        "SELECT count(DISTINCT m.country) = 2 AND count(*) = 4 FROM governance_body b JOIN organisation o ON o.id = b.lead_organisation_id AND o.key = 'sern' JOIN body_seat s ON s.body_id = b.id JOIN municipality m ON m.id = s.municipality_id WHERE b.kind = 'consortium'",
    ),
    Held("goals that hang together", "goals", S, at_least(2, "goal_relation")),
    Held(
        "topics that lead to challenges",
        "goals",
        S,
        "SELECT count(*) > 0 FROM chain_link l JOIN chain_node u ON u.id = l.upper_id JOIN chain_node n ON n.id = l.lower_id WHERE u.level = 'topic' AND n.level = 'challenge'",
    ),
    Held("citizens take part from the bottom up", "goals", D, filled("goal", "participation")),
    Held("groups that are left out", "needs", D, filled("citizen_need", "target_group")),
    Held("several policy areas", "inventory", S, exactly(3, "theme WHERE key IN ('tourism', 'education', 'mobility')")),
    Held("money used well as a goal", "goals", S, exactly(1, "goal WHERE key = 'G10'")),
    Held(
        "on site, online, hybrid and with satellites",
        "programme/timeline",
        S,
        "SELECT count(DISTINCT format) = 4 FROM timeline_entry WHERE format IS NOT NULL",
    ),
    Held("a chain from cause to goal", "goals", S, at_least(1, "chain_goal")),
    Held("four solutions", "goals", S, exactly(4, "chain_node WHERE level = 'solution'")),
    Held(
        "three initiatives, divided into activities",
        "goals",
        S,
        "SELECT (SELECT count(*) FROM chain_node WHERE level = 'initiative') = 3 AND (SELECT count(*) FROM chain_link l JOIN chain_node u ON u.id = l.upper_id JOIN chain_node n ON n.id = l.lower_id WHERE u.level = 'initiative' AND n.level = 'activity') > 0",
    ),
    Held("initiatives with an aim", "goals", S, exactly(0, "chain_node WHERE level = 'initiative' AND aim_sv = ''")),
    Held("an example carried over to another municipality", "examples", D, at_least(1, "project_adopter")),
    Held(
        "competence that is missing",
        "programme/timeline",
        S,
        at_least(1, "timeline_entry WHERE name LIKE '%kompetens%'"),
    ),
    Held(
        "a network for learning",
        "programme/organisation",
        S,
        at_least(1, "governance_body WHERE kind = 'knowledge_network'"),
    ),
    Held(
        "a timed agenda with breaks, which reflows",
        "workshop",
        D,
        "SELECT count(*) > 0 FROM agenda_item WHERE kind = 'break' AND minutes > 0",
    ),
    Held(
        "challenges and remedies written down while they are said",
        "workshop",
        D,
        at_least(1, "session_note WHERE kind = 'remark'"),
    ),
    Held(
        "next steps: who, what, when",
        "workshop",
        D,
        "SELECT count(*) > 0 FROM session_note WHERE kind = 'action' AND owner <> '' AND due_on IS NOT NULL",
    ),
)
