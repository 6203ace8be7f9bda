-- The plan that can be signed: what a version is made of, who decides, signs and adopts, and how long people are kept.

CREATE TABLE plan_adoption (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	municipality_id INTEGER NOT NULL, 
	outcome TEXT NOT NULL, 
	body TEXT NOT NULL, 
	decided_on TEXT, 
	paragraph TEXT NOT NULL, 
	case_number TEXT NOT NULL, 
	comment TEXT NOT NULL, 
	CONSTRAINT ck_plan_adoption_outcome_known CHECK (outcome IN ('adopted', 'adopted_in_part', 'postponed', 'declined')), 
	CONSTRAINT fk_plan_adoption_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_plan_adoption_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_plan_adoption_municipality_id ON plan_adoption (municipality_id);

CREATE INDEX ix_plan_adoption_plan_id ON plan_adoption (plan_id);

CREATE TABLE plan_item_goal (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_item_id INTEGER NOT NULL, 
	goal_id INTEGER NOT NULL, 
	contribution INTEGER NOT NULL, 
	CONSTRAINT uq_plan_item_goal_plan_item_id_goal_id UNIQUE (plan_item_id, goal_id), 
	CONSTRAINT ck_plan_item_goal_contribution CHECK (contribution BETWEEN -3 AND 3), 
	CONSTRAINT fk_plan_item_goal_plan_item_id_plan_item FOREIGN KEY(plan_item_id) REFERENCES plan_item (id) ON DELETE CASCADE, 
	CONSTRAINT fk_plan_item_goal_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_plan_item_goal_goal_id ON plan_item_goal (goal_id);

CREATE TABLE plan_item_risk (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_item_id INTEGER NOT NULL, 
	risk_id INTEGER NOT NULL, 
	CONSTRAINT uq_plan_item_risk_plan_item_id_risk_id UNIQUE (plan_item_id, risk_id), 
	CONSTRAINT fk_plan_item_risk_plan_item_id_plan_item FOREIGN KEY(plan_item_id) REFERENCES plan_item (id) ON DELETE CASCADE, 
	CONSTRAINT fk_plan_item_risk_risk_id_risk FOREIGN KEY(risk_id) REFERENCES risk (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_plan_item_risk_risk_id ON plan_item_risk (risk_id);

CREATE TABLE plan_item_case (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_item_id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	CONSTRAINT uq_plan_item_case_plan_item_id_case_id UNIQUE (plan_item_id, case_id), 
	CONSTRAINT fk_plan_item_case_plan_item_id_plan_item FOREIGN KEY(plan_item_id) REFERENCES plan_item (id) ON DELETE CASCADE, 
	CONSTRAINT fk_plan_item_case_case_id_routine_case FOREIGN KEY(case_id) REFERENCES routine_case (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_plan_item_case_case_id ON plan_item_case (case_id);

CREATE TABLE plan_aside (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	project_id INTEGER, 
	title TEXT NOT NULL, 
	municipality_id INTEGER, 
	reason TEXT NOT NULL, 
	receiver TEXT NOT NULL, 
	time TEXT NOT NULL, 
	ends_on TEXT, 
	order_key TEXT NOT NULL, 
	CONSTRAINT ck_plan_aside_kind_known CHECK (kind IN ('not_prioritised', 'stop')), 
	CONSTRAINT fk_plan_aside_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_plan_aside_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE SET NULL, 
	CONSTRAINT fk_plan_aside_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_plan_aside_plan_id ON plan_aside (plan_id);

CREATE INDEX ix_plan_aside_project_id ON plan_aside (project_id);

CREATE TABLE plan_chapter (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	text TEXT NOT NULL, 
	order_key TEXT NOT NULL, 
	CONSTRAINT fk_plan_chapter_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_plan_chapter_plan_id ON plan_chapter (plan_id);

CREATE TABLE commitment_year (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	commitment_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	amount INTEGER NOT NULL, 
	CONSTRAINT uq_commitment_year_commitment_id_year UNIQUE (commitment_id, year), 
	CONSTRAINT ck_commitment_year_amount CHECK (amount >= 0), 
	CONSTRAINT fk_commitment_year_commitment_id_commitment FOREIGN KEY(commitment_id) REFERENCES commitment (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE plan_snapshot (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	file_id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	app_version TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	left_out TEXT NOT NULL, 
	CONSTRAINT uq_plan_snapshot_plan_id UNIQUE (plan_id), 
	CONSTRAINT fk_plan_snapshot_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_plan_snapshot_file_id_stored_file FOREIGN KEY(file_id) REFERENCES stored_file (id) ON DELETE RESTRICT
)
 STRICT;

CREATE TABLE plan_file (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	file_id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	added_at TEXT NOT NULL, 
	told TEXT NOT NULL, 
	comment TEXT NOT NULL, 
	CONSTRAINT ck_plan_file_kind_known CHECK (kind IN ('archive', 'signed', 'minutes', 'other')), 
	CONSTRAINT fk_plan_file_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_plan_file_file_id_stored_file FOREIGN KEY(file_id) REFERENCES stored_file (id) ON DELETE RESTRICT
)
 STRICT;

CREATE INDEX ix_plan_file_plan_id ON plan_file (plan_id);

CREATE TABLE plan_signer (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	organisation TEXT NOT NULL, 
	municipality_id INTEGER, 
	name TEXT NOT NULL, 
	place TEXT NOT NULL, 
	signed_on TEXT, 
	strokes TEXT NOT NULL, 
	order_key TEXT NOT NULL, 
	CONSTRAINT fk_plan_signer_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_plan_signer_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_plan_signer_plan_id ON plan_signer (plan_id);

CREATE TABLE plan_reservation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	plan_item_id INTEGER, 
	municipality_id INTEGER, 
	kind TEXT NOT NULL, 
	who TEXT NOT NULL, 
	text TEXT NOT NULL, 
	order_key TEXT NOT NULL, 
	CONSTRAINT ck_plan_reservation_kind_known CHECK (kind IN ('reservation', 'statement', 'concern')), 
	CONSTRAINT fk_plan_reservation_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_plan_reservation_plan_item_id_plan_item FOREIGN KEY(plan_item_id) REFERENCES plan_item (id) ON DELETE SET NULL, 
	CONSTRAINT fk_plan_reservation_municipality_id_municipality FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_plan_reservation_plan_id ON plan_reservation (plan_id);

CREATE INDEX ix_plan_reservation_plan_item_id ON plan_reservation (plan_item_id);

CREATE TABLE weeding_rule (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	category TEXT NOT NULL, 
	weeding TEXT NOT NULL, 
	months INTEGER, 
	note TEXT NOT NULL, 
	CONSTRAINT uq_weeding_rule_category UNIQUE (category), 
	CONSTRAINT ck_weeding_rule_category_known CHECK (category IN ('contacts', 'seats', 'attendance', 'quotes', 'notes', 'signatures')), 
	CONSTRAINT ck_weeding_rule_weeding_known CHECK (weeding IN ('keep', 'anonymise', 'remove'))
)
 STRICT;

ALTER TABLE "plan" ADD COLUMN responsible TEXT DEFAULT '' NOT NULL;

ALTER TABLE "plan" ADD COLUMN change_note TEXT DEFAULT '' NOT NULL;

ALTER TABLE "plan" ADD COLUMN revise_on TEXT;

ALTER TABLE "plan" ADD COLUMN body_id INTEGER
	CONSTRAINT fk_plan_body_id_governance_body REFERENCES governance_body (id) ON DELETE SET NULL;

ALTER TABLE "plan" ADD COLUMN outcome TEXT
	CONSTRAINT ck_plan_outcome_known CHECK (outcome IS NULL OR outcome IN ('approved', 'approved_with_changes', 'referred_back', 'rejected', 'noted', 'stopped'));

ALTER TABLE "plan" ADD COLUMN paragraph TEXT DEFAULT '' NOT NULL;

ALTER TABLE "plan" ADD COLUMN absent TEXT DEFAULT '' NOT NULL;

ALTER TABLE "plan" ADD COLUMN signing TEXT
	CONSTRAINT ck_plan_signing_known CHECK (signing IS NULL OR signing IN ('elsewhere', 'here', 'minutes'));

ALTER TABLE plan_item ADD COLUMN beneficiary TEXT DEFAULT '' NOT NULL;

ALTER TABLE plan_item ADD COLUMN horizon TEXT
	CONSTRAINT ck_plan_item_horizon_known CHECK (horizon IS NULL OR horizon IN ('short', 'medium', 'long'));

ALTER TABLE plan_item ADD COLUMN owner_municipality_id INTEGER
	CONSTRAINT fk_plan_item_owner_municipality_id_municipality REFERENCES municipality (id) ON DELETE SET NULL;

ALTER TABLE plan_item ADD COLUMN starts_on TEXT;

ALTER TABLE plan_item ADD COLUMN ends_on TEXT;

ALTER TABLE plan_item ADD COLUMN origin TEXT DEFAULT 'hand' NOT NULL
	CONSTRAINT ck_plan_item_origin_known CHECK (origin IN ('board', 'round', 'order', 'scenario', 'project', 'hand'));

ALTER TABLE plan_item ADD COLUMN round_id INTEGER
	CONSTRAINT fk_plan_item_round_id_round REFERENCES round (id) ON DELETE SET NULL;

ALTER TABLE plan_item ADD COLUMN workshop_place INTEGER;

ALTER TABLE commitment ADD COLUMN adoption_id INTEGER
	CONSTRAINT fk_commitment_adoption_id_plan_adoption REFERENCES plan_adoption (id) ON DELETE SET NULL;

ALTER TABLE person ADD COLUMN weed_on TEXT;

ALTER TABLE person ADD COLUMN anonymised_on TEXT;

UPDATE plan_item SET origin = 'project' WHERE project_id IS NOT NULL;
