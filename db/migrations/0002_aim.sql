-- Aims: needs, services, goal structure, criteria and weights, and what is remembered between lists.

ALTER TABLE commitment ADD COLUMN owner_unit TEXT DEFAULT '' NOT NULL;

ALTER TABLE commitment ADD COLUMN comment TEXT DEFAULT '' NOT NULL;

ALTER TABLE criterion ADD COLUMN direction TEXT DEFAULT 'benefit' NOT NULL
	CONSTRAINT ck_criterion_direction_known CHECK (direction IN ('benefit', 'cost'));

ALTER TABLE criterion ADD COLUMN meaning_sv TEXT DEFAULT '' NOT NULL;

ALTER TABLE criterion ADD COLUMN meaning_nb TEXT DEFAULT '' NOT NULL;

ALTER TABLE criterion ADD COLUMN meaning_en TEXT DEFAULT '' NOT NULL;

ALTER TABLE goal ADD COLUMN kind TEXT DEFAULT 'goal' NOT NULL
	CONSTRAINT ck_goal_kind_known CHECK (kind IN ('goal', 'impact', 'deliverable'));

ALTER TABLE goal ADD COLUMN weight INTEGER
	CONSTRAINT ck_goal_weight CHECK (weight IS NULL OR weight >= 0);

ALTER TABLE goal ADD COLUMN current_state TEXT DEFAULT '' NOT NULL;

ALTER TABLE goal ADD COLUMN desired_state TEXT DEFAULT '' NOT NULL;

ALTER TABLE goal ADD COLUMN beneficiary TEXT DEFAULT '' NOT NULL;

ALTER TABLE goal ADD COLUMN sustainability TEXT DEFAULT '' NOT NULL;

ALTER TABLE goal ADD COLUMN participation TEXT DEFAULT '' NOT NULL;

ALTER TABLE goal_function ADD COLUMN current_state TEXT DEFAULT '' NOT NULL;

ALTER TABLE goal_function ADD COLUMN desired_state TEXT DEFAULT '' NOT NULL;

ALTER TABLE programme ADD COLUMN common_budget INTEGER;

ALTER TABLE project ADD COLUMN transferability TEXT DEFAULT '' NOT NULL;

CREATE TABLE chain_node (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	level TEXT NOT NULL,
	aim_sv TEXT NOT NULL,
	aim_nb TEXT NOT NULL,
	aim_en TEXT NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT uq_chain_node_key UNIQUE ("key"),
	CONSTRAINT ck_chain_node_level_known CHECK (level IN ('topic', 'challenge', 'solution', 'initiative', 'activity'))
)
 STRICT;

CREATE TABLE goal_level (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	depth INTEGER NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT uq_goal_level_depth UNIQUE (depth),
	CONSTRAINT ck_goal_level_depth CHECK (depth >= 1)
)
 STRICT;

CREATE TABLE market_service (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	name TEXT NOT NULL,
	supplier TEXT NOT NULL,
	what TEXT NOT NULL,
	cost_class TEXT,
	link TEXT NOT NULL,
	comment TEXT NOT NULL,
	content_language TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT uq_market_service_key UNIQUE ("key"),
	CONSTRAINT ck_market_service_cost_class_known CHECK (cost_class IS NULL OR cost_class IN ('low', 'medium', 'high'))
)
 STRICT;

CREATE TABLE parent_plan (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	owner TEXT NOT NULL,
	years TEXT NOT NULL,
	link TEXT NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL
)
 STRICT;

CREATE TABLE scale_step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	scale TEXT NOT NULL,
	step INTEGER NOT NULL,
	meaning_sv TEXT NOT NULL,
	meaning_nb TEXT NOT NULL,
	meaning_en TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT uq_scale_step_scale_step UNIQUE (scale, step),
	CONSTRAINT ck_scale_step_scale_known CHECK (scale IN ('contribution', 'importance', 'coverage'))
)
 STRICT;

CREATE TABLE scenario (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	name TEXT NOT NULL,
	weights TEXT NOT NULL,
	budget INTEGER,
	note TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT ck_scenario_budget CHECK (budget IS NULL OR budget >= 0)
)
 STRICT;

CREATE TABLE value_word (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL
)
 STRICT;

CREATE TABLE vision_statement (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	text_sv TEXT NOT NULL,
	text_nb TEXT NOT NULL,
	text_en TEXT NOT NULL,
	source TEXT NOT NULL,
	order_key TEXT NOT NULL
)
 STRICT;

CREATE TABLE chain_goal (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	node_id INTEGER NOT NULL,
	goal_id INTEGER NOT NULL,
	CONSTRAINT uq_chain_goal_node_id_goal_id UNIQUE (node_id, goal_id),
	CONSTRAINT fk_chain_goal_node_id_chain_node FOREIGN KEY(node_id) REFERENCES chain_node (id) ON DELETE CASCADE,
	CONSTRAINT fk_chain_goal_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE chain_link (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	upper_id INTEGER NOT NULL,
	lower_id INTEGER NOT NULL,
	CONSTRAINT uq_chain_link_upper_id_lower_id UNIQUE (upper_id, lower_id),
	CONSTRAINT ck_chain_link_two_nodes CHECK (upper_id <> lower_id),
	CONSTRAINT fk_chain_link_upper_id_chain_node FOREIGN KEY(upper_id) REFERENCES chain_node (id) ON DELETE CASCADE,
	CONSTRAINT fk_chain_link_lower_id_chain_node FOREIGN KEY(lower_id) REFERENCES chain_node (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE citizen_need (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	need TEXT NOT NULL,
	quote TEXT NOT NULL,
	target_group TEXT NOT NULL,
	service_area TEXT NOT NULL,
	source TEXT,
	method TEXT NOT NULL,
	heard_on TEXT,
	place TEXT NOT NULL,
	mentions INTEGER,
	municipality_id INTEGER,
	value_word_id INTEGER,
	comment TEXT NOT NULL,
	content_language TEXT NOT NULL,
	order_key TEXT NOT NULL,
	CONSTRAINT uq_citizen_need_key UNIQUE ("key"),
	CONSTRAINT ck_citizen_need_source_known CHECK (source IS NULL OR source IN ('interview', 'dialogue', 'survey', 'workshop', 'case_data', 'other')),
	CONSTRAINT ck_citizen_need_mentions CHECK (mentions IS NULL OR mentions >= 0),
	CONSTRAINT fk_citizen_need_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL,
	CONSTRAINT fk_citizen_need_value_word_id_value_word FOREIGN KEY(value_word_id) REFERENCES value_word (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_citizen_need_municipality_id ON citizen_need (municipality_id);

CREATE INDEX ix_citizen_need_value_word_id ON citizen_need (value_word_id);

CREATE TABLE development_area (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	parent_plan_id INTEGER NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT fk_development_area_parent_plan_id_parent_plan FOREIGN KEY(parent_plan_id) REFERENCES parent_plan (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_development_area_parent_plan_id ON development_area (parent_plan_id);

CREATE TABLE goal_relation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	from_id INTEGER NOT NULL,
	to_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	comment TEXT NOT NULL,
	CONSTRAINT uq_goal_relation_from_id_to_id UNIQUE (from_id, to_id),
	CONSTRAINT ck_goal_relation_two_goals CHECK (from_id <> to_id),
	CONSTRAINT ck_goal_relation_kind_known CHECK (kind IN ('supports', 'hinders')),
	CONSTRAINT fk_goal_relation_from_id_goal FOREIGN KEY(from_id) REFERENCES goal (id) ON DELETE CASCADE,
	CONSTRAINT fk_goal_relation_to_id_goal FOREIGN KEY(to_id) REFERENCES goal (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE goal_sdg (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	goal_id INTEGER NOT NULL,
	number INTEGER NOT NULL,
	CONSTRAINT uq_goal_sdg_goal_id_number UNIQUE (goal_id, number),
	CONSTRAINT ck_goal_sdg_number CHECK (number BETWEEN 1 AND 17),
	CONSTRAINT fk_goal_sdg_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE heading_memory (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	municipality_id INTEGER NOT NULL,
	sheet_kind TEXT NOT NULL,
	heading TEXT NOT NULL,
	meaning TEXT NOT NULL,
	CONSTRAINT uq_heading_memory_municipality_id_sheet_kind_heading UNIQUE (municipality_id, sheet_kind, heading),
	CONSTRAINT fk_heading_memory_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE indicator (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	goal_id INTEGER NOT NULL,
	unit TEXT NOT NULL,
	source TEXT NOT NULL,
	baseline REAL,
	baseline_year INTEGER,
	target REAL,
	target_year INTEGER,
	unmeasured_reason TEXT NOT NULL,
	order_key TEXT NOT NULL,
	name_sv TEXT NOT NULL,
	name_nb TEXT NOT NULL,
	name_en TEXT NOT NULL,
	CONSTRAINT fk_indicator_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_indicator_goal_id ON indicator (goal_id);

CREATE TABLE municipality_goal (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	municipality_id INTEGER NOT NULL,
	goal_id INTEGER NOT NULL,
	importance INTEGER NOT NULL,
	comment TEXT NOT NULL,
	CONSTRAINT uq_municipality_goal_municipality_id_goal_id UNIQUE (municipality_id, goal_id),
	CONSTRAINT ck_municipality_goal_importance CHECK (importance BETWEEN -1 AND 3),
	CONSTRAINT fk_municipality_goal_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE,
	CONSTRAINT fk_municipality_goal_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE service_use (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	service_id INTEGER NOT NULL,
	municipality_id INTEGER NOT NULL,
	contract_ends_on TEXT,
	comment TEXT NOT NULL,
	CONSTRAINT uq_service_use_service_id_municipality_id UNIQUE (service_id, municipality_id),
	CONSTRAINT fk_service_use_service_id_market_service FOREIGN KEY(service_id) REFERENCES market_service (id) ON DELETE CASCADE,
	CONSTRAINT fk_service_use_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_service_use_municipality_id ON service_use (municipality_id);

CREATE TABLE track_node (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	track_id INTEGER NOT NULL,
	node_id INTEGER NOT NULL,
	CONSTRAINT uq_track_node_track_id_node_id UNIQUE (track_id, node_id),
	CONSTRAINT fk_track_node_track_id_track FOREIGN KEY(track_id) REFERENCES track (id) ON DELETE CASCADE,
	CONSTRAINT fk_track_node_node_id_chain_node FOREIGN KEY(node_id) REFERENCES chain_node (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE weighting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	municipality_id INTEGER,
	method TEXT NOT NULL,
	at TEXT NOT NULL,
	note TEXT NOT NULL,
	CONSTRAINT ck_weighting_method_known CHECK (method IN ('typed', 'points', 'ordering', 'centroid', 'pairwise')),
	CONSTRAINT fk_weighting_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
)
 STRICT;

CREATE UNIQUE INDEX uq_weighting_whose ON weighting (ifnull(municipality_id, 0));

CREATE TABLE chain_project (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	node_id INTEGER NOT NULL,
	project_id INTEGER NOT NULL,
	CONSTRAINT uq_chain_project_node_id_project_id UNIQUE (node_id, project_id),
	CONSTRAINT fk_chain_project_node_id_chain_node FOREIGN KEY(node_id) REFERENCES chain_node (id) ON DELETE CASCADE,
	CONSTRAINT fk_chain_project_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE goal_area (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	goal_id INTEGER NOT NULL,
	area_id INTEGER NOT NULL,
	CONSTRAINT uq_goal_area_goal_id_area_id UNIQUE (goal_id, area_id),
	CONSTRAINT fk_goal_area_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE,
	CONSTRAINT fk_goal_area_area_id_development_area FOREIGN KEY(area_id) REFERENCES development_area (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE indicator_value (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	indicator_id INTEGER NOT NULL,
	measured_on TEXT NOT NULL,
	value REAL NOT NULL,
	note TEXT NOT NULL,
	CONSTRAINT uq_indicator_value_indicator_id_measured_on UNIQUE (indicator_id, measured_on),
	CONSTRAINT fk_indicator_value_indicator_id_indicator FOREIGN KEY(indicator_id) REFERENCES indicator (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE merged_project (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	project_id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	old_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	municipality_id INTEGER,
	at TEXT NOT NULL,
	CONSTRAINT uq_merged_project_key UNIQUE ("key"),
	CONSTRAINT fk_merged_project_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE,
	CONSTRAINT fk_merged_project_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_merged_project_project_id ON merged_project (project_id);

CREATE TABLE need_goal (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	need_id INTEGER NOT NULL,
	goal_id INTEGER NOT NULL,
	CONSTRAINT uq_need_goal_need_id_goal_id UNIQUE (need_id, goal_id),
	CONSTRAINT fk_need_goal_need_id_citizen_need FOREIGN KEY(need_id) REFERENCES citizen_need (id) ON DELETE CASCADE,
	CONSTRAINT fk_need_goal_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE need_project (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	need_id INTEGER NOT NULL,
	project_id INTEGER NOT NULL,
	CONSTRAINT uq_need_project_need_id_project_id UNIQUE (need_id, project_id),
	CONSTRAINT fk_need_project_need_id_citizen_need FOREIGN KEY(need_id) REFERENCES citizen_need (id) ON DELETE CASCADE,
	CONSTRAINT fk_need_project_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE need_service (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	need_id INTEGER NOT NULL,
	service_id INTEGER NOT NULL,
	coverage INTEGER NOT NULL,
	comment TEXT NOT NULL,
	CONSTRAINT uq_need_service_need_id_service_id UNIQUE (need_id, service_id),
	CONSTRAINT ck_need_service_coverage CHECK (coverage BETWEEN 0 AND 3),
	CONSTRAINT fk_need_service_need_id_citizen_need FOREIGN KEY(need_id) REFERENCES citizen_need (id) ON DELETE CASCADE,
	CONSTRAINT fk_need_service_service_id_market_service FOREIGN KEY(service_id) REFERENCES market_service (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE place_by_hand (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	project_id INTEGER NOT NULL,
	place INTEGER NOT NULL,
	reason TEXT NOT NULL,
	decided_by TEXT NOT NULL,
	at TEXT NOT NULL,
	CONSTRAINT uq_place_by_hand_project_id UNIQUE (project_id),
	CONSTRAINT ck_place_by_hand_place CHECK (place >= 1),
	CONSTRAINT fk_place_by_hand_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE project_adopter (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	project_id INTEGER NOT NULL,
	municipality_id INTEGER NOT NULL,
	CONSTRAINT uq_project_adopter_project_id_municipality_id UNIQUE (project_id, municipality_id),
	CONSTRAINT fk_project_adopter_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE,
	CONSTRAINT fk_project_adopter_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE project_link (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	one_id INTEGER NOT NULL,
	other_id INTEGER NOT NULL,
	relation TEXT NOT NULL,
	comment TEXT NOT NULL,
	CONSTRAINT uq_project_link_one_id_other_id UNIQUE (one_id, other_id),
	CONSTRAINT ck_project_link_two_projects CHECK (one_id <> other_id),
	CONSTRAINT ck_project_link_relation_known CHECK (relation IN ('related', 'apart', 'adopted_from')),
	CONSTRAINT fk_project_link_one_id_project FOREIGN KEY(one_id) REFERENCES project (id) ON DELETE CASCADE,
	CONSTRAINT fk_project_link_other_id_project FOREIGN KEY(other_id) REFERENCES project (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_project_link_other_id ON project_link (other_id);

CREATE TABLE score (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	project_id INTEGER NOT NULL,
	criterion_id INTEGER NOT NULL,
	municipality_id INTEGER,
	value REAL NOT NULL,
	comment TEXT NOT NULL,
	CONSTRAINT ck_score_value CHECK (value BETWEEN 1 AND 5),
	CONSTRAINT fk_score_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE,
	CONSTRAINT fk_score_criterion_id_criterion FOREIGN KEY(criterion_id) REFERENCES criterion (id) ON DELETE CASCADE,
	CONSTRAINT fk_score_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_score_criterion_id ON score (criterion_id);

CREATE UNIQUE INDEX uq_score_whose ON score (project_id, criterion_id, ifnull(municipality_id, 0));

CREATE TABLE weighting_comparison (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	weighting_id INTEGER NOT NULL,
	one_id INTEGER NOT NULL,
	other_id INTEGER NOT NULL,
	ratio REAL NOT NULL,
	CONSTRAINT uq_weighting_comparison_weighting_id_one_id_other_id UNIQUE (weighting_id, one_id, other_id),
	CONSTRAINT ck_weighting_comparison_ordered CHECK (one_id < other_id),
	CONSTRAINT ck_weighting_comparison_ratio CHECK (ratio > 0),
	CONSTRAINT fk_weighting_comparison_weighting_id_weighting FOREIGN KEY(weighting_id) REFERENCES weighting (id) ON DELETE CASCADE,
	CONSTRAINT fk_weighting_comparison_one_id_criterion FOREIGN KEY(one_id) REFERENCES criterion (id) ON DELETE CASCADE,
	CONSTRAINT fk_weighting_comparison_other_id_criterion FOREIGN KEY(other_id) REFERENCES criterion (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE weighting_value (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	weighting_id INTEGER NOT NULL,
	criterion_id INTEGER NOT NULL,
	weight REAL NOT NULL,
	place INTEGER,
	gap INTEGER,
	CONSTRAINT uq_weighting_value_weighting_id_criterion_id UNIQUE (weighting_id, criterion_id),
	CONSTRAINT ck_weighting_value_weight CHECK (weight >= 0),
	CONSTRAINT ck_weighting_value_gap CHECK (gap IS NULL OR gap >= 0),
	CONSTRAINT fk_weighting_value_weighting_id_weighting FOREIGN KEY(weighting_id) REFERENCES weighting (id) ON DELETE CASCADE,
	CONSTRAINT fk_weighting_value_criterion_id_criterion FOREIGN KEY(criterion_id) REFERENCES criterion (id) ON DELETE CASCADE
)
 STRICT;
