"""S1: the project plan of SMARTstad in Familjen Helsingborg (49 statements)."""

from __future__ import annotations

from tests.support.statements.held import Held, at_least, exactly, filled

F, D = "familjen-helsingborg", "demo"

HELD: tuple[Held, ...] = (
    Held(
        "the challenge or need, as questions and answers", "programme/programme", F, at_least(5, "programme_question")
    ),
    Held(
        "two areas of a development plan above",
        "goals",
        F,
        at_least(2, "development_area WHERE name_sv IN ('Livskvalitet', 'Digitalisering')"),
    ),
    Held(
        "a purpose with sustainability in it",
        "programme/programme",
        F,
        "SELECT purpose LIKE '%hållbara%' FROM programme",
    ),
    Held(
        "five themes, editable",
        "programme/programme",
        F,
        exactly(5, "theme WHERE key IN ('environment', 'mobility', 'digital', 'planning', 'participation')"),
    ),
    Held("current and desired state", "goals", D, filled("goal", "current_state", "desired_state")),
    Held("residents' needs tied to goals", "needs", D, at_least(1, "need_goal")),
    Held("a target vision and one development plan in versions", "goals", F, filled("programme", "vision_sv")),
    Held(
        "testbeds by a shared routine, technologies on projects",
        "testbeds",
        D,
        "SELECT (SELECT count(*) FROM routine WHERE kind = 'testbed') > 0 AND (SELECT count(*) FROM project WHERE technologies <> '[]') > 0",
    ),
    Held(
        "possible measures, apart from projects that run",
        "plan",
        D,
        "SELECT (SELECT count(*) FROM plan_item) > 0 AND (SELECT count(*) FROM project WHERE status = 'idea') > 0",
    ),
    Held(
        "what effects a measure is hoped to have, and had",
        "inventory",
        D,
        filled("project", "expected_effect", "observed_effect"),
    ),
    Held("time freed for other work", "goals", F, at_least(1, "goal WHERE key = 'G10'")),
    Held(
        "five deliverables with state and owner",
        "programme/timeline",
        F,
        exactly(5, "timeline_entry WHERE kind = 'deliverable' AND owner <> ''"),
    ),
    Held(
        "projects that run and that are planned",
        "inventory",
        D,
        "SELECT sum(status = 'planned') > 0 AND sum(status = 'implementation') > 0 FROM project",
    ),
    Held(
        "examples from elsewhere, with who could adopt them",
        "examples",
        D,
        "SELECT (SELECT count(*) FROM project WHERE is_external) > 0 AND (SELECT count(*) FROM project_adopter) > 0",
    ),
    Held(
        "needs of residents by service area and target group",
        "needs",
        D,
        filled("citizen_need", "need", "service_area", "target_group", "source"),
    ),
    Held("digital services on the market, against needs", "needs", D, at_least(1, "need_service WHERE coverage > 0")),
    Held("ideas that can become projects", "inventory", D, at_least(1, "project WHERE status = 'idea'")),
    Held("the improvement a goal seeks", "goals", F, exactly(0, "goal WHERE improvement_sv = ''")),
    Held("functions, not products", "goals", F, at_least(10, "goal_function")),
    Held(
        "a shared routine with stages, checklists, roles and gates",
        "testbeds",
        F,
        "SELECT (SELECT count(*) FROM routine_stage s JOIN routine r ON r.id = s.routine_id WHERE r.kind = 'testbed') = 8 AND (SELECT count(*) FROM routine_stage WHERE gate_sv <> '') >= 5",
    ),
    Held("buying together, possibly", "procurement", D, at_least(1, "project WHERE procurement_potential = 'yes'")),
    Held(
        "an effect, direct or indirect, and for whom",
        "plan",
        D,
        "SELECT (SELECT count(*) FROM plan_item WHERE effect <> '' AND beneficiary <> '' AND horizon IS NOT NULL) = 8 AND (SELECT count(DISTINCT contribution) FROM plan_item_goal WHERE contribution IN (1, 3)) = 2",
    ),
    Held("adoption in each municipality after the plan", "plan", D, filled("commitment", "role", "year")),
    Held("an owner in the line organisation", "plan", D, filled("plan_item", "owner", "owner_municipality_id")),
    Held(
        "each municipality at its own pace and cost",
        "plan",
        D,
        "SELECT count(DISTINCT y.year) > 1 AND sum(y.amount) > 0 AND (SELECT count(*) FROM commitment WHERE role IN ('later', 'declines')) > 0 FROM commitment_year y",
    ),
    Held(
        "at least five municipalities of different size",
        "programme/programme",
        F,
        "SELECT least_municipalities = 5 FROM programme",
    ),
    Held(
        "seats that nobody holds yet",
        "programme/organisation",
        F,
        "SELECT (SELECT count(*) FROM body_seat) > 11 AND (SELECT count(*) FROM membership) = 0",
    ),
    Held(
        "a project manager employed by the host",
        "programme/organisation",
        F,
        "SELECT count(*) = 1 FROM body_seat s JOIN municipality m ON m.id = s.municipality_id WHERE s.role = 'project_manager' AND m.key = 'angelholm'",
    ),
    Held("a supervisor", "programme/organisation", F, exactly(1, "body_seat WHERE role = 'supervisor'")),
    Held(
        "a steering group of the supervisor and managers",
        "programme/organisation",
        F,
        "SELECT count(*) = 12 FROM body_seat s JOIN governance_body b ON b.id = s.body_id WHERE b.key = 'steering-group'",
    ),
    Held(
        "a chair chosen by the group, with the decision",
        "programme/organisation",
        D,
        "SELECT count(*) > 0 FROM membership WHERE is_chair AND decision_id IS NOT NULL",
    ),
    Held(
        "who appoints to each seat",
        "programme/organisation",
        F,
        "SELECT count(*) = 12 FROM body_seat s JOIN governance_body b ON b.id = s.body_id WHERE b.key = 'steering-group' AND s.appointed_by <> ''",
    ),
    Held(
        "a project group from six fields",
        "programme/organisation",
        F,
        "SELECT count(DISTINCT s.field) = 6 FROM body_seat s JOIN governance_body b ON b.id = s.body_id WHERE b.key = 'project-group'",
    ),
    Held(
        "knowledge networks",
        "programme/organisation",
        F,
        at_least(1, "governance_body WHERE kind = 'knowledge_network'"),
    ),
    Held(
        "an organisation picture from bodies and what they answer to",
        "programme/organisation",
        F,
        at_least(3, "governance_body WHERE parent_id IS NOT NULL"),
    ),
    Held("four ordered parts", "programme/timeline", F, exactly(4, "programme_part")),
    Held("a simple timeline", "programme/timeline", F, at_least(1, "timeline_entry WHERE kind = 'milestone'")),
    Held(
        "700 with overheads and 100 make 800 tkr",
        "programme/budget",
        F,
        "SELECT (SELECT amount FROM budget_line WHERE parent_id IS NULL AND kind = 'applied') = 800000 AND (SELECT sum(amount) FROM budget_line WHERE parent_id IS NOT NULL) = 800000 AND (SELECT count(*) FROM budget_line WHERE has_overhead AND amount = 700000) = 1",
    ),
    Held(
        "other funding than what is applied for",
        "programme/budget",
        F,
        at_least(1, "budget_line WHERE kind = 'co_funding'"),
    ),
    Held(
        "an owner of the budget, twelve months",
        "programme/budget",
        F,
        "SELECT (SELECT count(*) FROM body_seat WHERE role = 'budget_owner') = 1 AND (SELECT count(*) FROM budget_line WHERE comment LIKE '%tolv månader%') = 1",
    ),
    Held("something the steering group can read", "plan", D, at_least(1, "plan")),
    Held("at least four steering reports", "reports", F, "SELECT least_reports = 4 FROM programme"),
    Held(
        "reports to the board and the chief executives too",
        "programme/organisation",
        F,
        exactly(2, "governance_body WHERE gets_reports AND kind IN ('board', 'chief_executives')"),
    ),
    Held("activities done and effects seen", "programme/timeline", D, filled("timeline_entry", "done", "effect_seen")),
    Held("risks with how they are met", "programme/risks", F, exactly(16, "risk WHERE response_sv <> ''")),
    Held(
        "the first risk: municipalities lack resources",
        "programme/risks",
        F,
        "SELECT name_sv LIKE '%resurser%' AND likelihood * consequence = 12 FROM risk ORDER BY order_key LIMIT 1",
    ),
    Held(
        "a host municipality",
        "programme/programme",
        F,
        "SELECT m.key = 'angelholm' FROM programme p JOIN municipality m ON m.id = p.host_municipality_id",
    ),
    Held("a contact person", "programme/organisation", F, exactly(1, "body_seat WHERE role = 'contact'")),
    Held("a final report", "reports", F, at_least(1, "timeline_entry WHERE name = 'Slutrapport'")),
)
