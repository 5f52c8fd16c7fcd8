-- The schema of files of version 1, as it was: never edited. Read by src/store/schema_test.cpp.
CREATE TABLE organisation (
  id BIGINT NOT NULL,
  name TEXT NOT NULL,
  kind BIGINT NOT NULL,
  currency BIGINT NOT NULL,
  time_zone TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID;
CREATE TABLE registration (
  organisation BIGINT NOT NULL,
  first BIGINT NOT NULL,
  ruc TEXT NOT NULL,
  PRIMARY KEY (organisation, first)
) WITHOUT ROWID;
CREATE TABLE user_account (
  id BIGINT NOT NULL,
  login TEXT NOT NULL,
  name TEXT NOT NULL,
  language BIGINT NOT NULL,
  password TEXT,
  active BIGINT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX user_account_only_1 ON user_account (login);
CREATE TABLE role_grant (
  user BIGINT NOT NULL,
  organisation BIGINT NOT NULL,
  role BIGINT NOT NULL,
  first BIGINT NOT NULL,
  last BIGINT,
  party BIGINT,
  PRIMARY KEY (organisation, user, role, first)
) WITHOUT ROWID;
CREATE INDEX role_grant_by_1 ON role_grant (user);
CREATE TABLE session (
  token TEXT NOT NULL,
  user BIGINT NOT NULL,
  created BIGINT NOT NULL,
  seen BIGINT NOT NULL,
  PRIMARY KEY (token)
) WITHOUT ROWID;
CREATE INDEX session_by_1 ON session (user);
CREATE TABLE sign_in_link (
  token TEXT NOT NULL,
  user BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  used BIGINT,
  PRIMARY KEY (token)
) WITHOUT ROWID;
CREATE TABLE denial (
  organisation BIGINT NOT NULL,
  number BIGINT NOT NULL,
  at BIGINT NOT NULL,
  actor BIGINT NOT NULL,
  use_case TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (organisation, number)
) WITHOUT ROWID;
CREATE TABLE log (
  organisation BIGINT NOT NULL,
  position BIGINT NOT NULL,
  key TEXT NOT NULL,
  body BLOB NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (organisation, position)
) WITHOUT ROWID;
CREATE UNIQUE INDEX log_only_1 ON log (organisation, key);
CREATE TABLE personal_value (
  organisation BIGINT NOT NULL,
  position BIGINT NOT NULL,
  path TEXT NOT NULL,
  salt TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (organisation, position, path)
) WITHOUT ROWID;
CREATE TABLE party (
  organisation BIGINT NOT NULL,
  party BIGINT NOT NULL,
  code TEXT NOT NULL,
  kind BIGINT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (organisation, party)
) WITHOUT ROWID;
CREATE UNIQUE INDEX party_only_1 ON party (organisation, code);
CREATE TABLE person (
  organisation BIGINT NOT NULL,
  party BIGINT NOT NULL,
  given_names TEXT NOT NULL,
  family_names TEXT NOT NULL,
  sex BIGINT NOT NULL,
  dni TEXT,
  phone TEXT,
  household TEXT,
  hamlet TEXT,
  PRIMARY KEY (organisation, party)
) WITHOUT ROWID;
CREATE TABLE membership (
  organisation BIGINT NOT NULL,
  party BIGINT NOT NULL,
  first BIGINT NOT NULL,
  kind BIGINT NOT NULL,
  last BIGINT,
  PRIMARY KEY (organisation, party, first)
) WITHOUT ROWID;
CREATE TABLE certificate (
  organisation BIGINT NOT NULL,
  party BIGINT NOT NULL,
  kind TEXT NOT NULL,
  first BIGINT NOT NULL,
  last BIGINT NOT NULL,
  issuer TEXT NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (organisation, party, kind, first)
) WITHOUT ROWID;
CREATE TABLE product (
  organisation BIGINT NOT NULL,
  product BIGINT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  density BIGINT NOT NULL,
  attributes BLOB NOT NULL,
  PRIMARY KEY (organisation, product)
) WITHOUT ROWID;
CREATE UNIQUE INDEX product_only_1 ON product (organisation, code);
CREATE TABLE source (
  organisation BIGINT NOT NULL,
  source BIGINT NOT NULL,
  kind BIGINT NOT NULL,
  name TEXT NOT NULL,
  last BIGINT NOT NULL,
  PRIMARY KEY (organisation, source)
) WITHOUT ROWID;
CREATE TABLE delivery (
  organisation BIGINT NOT NULL,
  day BIGINT NOT NULL,
  source BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  producer BIGINT NOT NULL,
  product BIGINT NOT NULL,
  shift BIGINT NOT NULL,
  quantity BIGINT NOT NULL,
  outcome BIGINT NOT NULL,
  readings BLOB NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (organisation, day, source, sequence)
) WITHOUT ROWID;
CREATE INDEX delivery_by_1 ON delivery (organisation, producer, day);
CREATE UNIQUE INDEX delivery_only_2 ON delivery (organisation, source, sequence);
CREATE TABLE delivery_note (
  organisation BIGINT NOT NULL,
  source BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (organisation, source, sequence)
) WITHOUT ROWID;
CREATE TABLE correction (
  organisation BIGINT NOT NULL,
  day BIGINT NOT NULL,
  source BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  by_source BIGINT NOT NULL,
  by_sequence BIGINT NOT NULL,
  reason TEXT NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (organisation, day, source, sequence)
) WITHOUT ROWID;
CREATE TABLE analysis (
  organisation BIGINT NOT NULL,
  producer BIGINT NOT NULL,
  day BIGINT NOT NULL,
  source BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  product BIGINT NOT NULL,
  shift BIGINT NOT NULL,
  readings BLOB NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (organisation, day, source, sequence)
) WITHOUT ROWID;
CREATE INDEX analysis_by_1 ON analysis (organisation, producer, day);
CREATE TABLE import (
  organisation BIGINT NOT NULL,
  number BIGINT NOT NULL,
  kind BIGINT NOT NULL,
  source BIGINT NOT NULL,
  first_sequence BIGINT NOT NULL,
  last_sequence BIGINT NOT NULL,
  first_day BIGINT NOT NULL,
  last_day BIGINT NOT NULL,
  file_name TEXT NOT NULL,
  file_digest TEXT NOT NULL,
  rows_digest TEXT NOT NULL,
  at BIGINT NOT NULL,
  undone BIGINT,
  undone_position BIGINT NOT NULL,
  PRIMARY KEY (organisation, number)
) WITHOUT ROWID;
CREATE INDEX import_by_1 ON import (organisation, file_digest);
CREATE TABLE index_value (
  organisation BIGINT NOT NULL,
  series TEXT NOT NULL,
  day BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  value BIGINT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (organisation, series, day, revision)
) WITHOUT ROWID;
CREATE TABLE agreement (
  organisation BIGINT NOT NULL,
  number BIGINT NOT NULL,
  buyer BIGINT NOT NULL,
  product BIGINT NOT NULL,
  effective BIGINT NOT NULL,
  price TEXT NOT NULL,
  signed_on BIGINT NOT NULL,
  PRIMARY KEY (organisation, number)
) WITHOUT ROWID;
CREATE TABLE purchase_terms (
  organisation BIGINT NOT NULL,
  number BIGINT NOT NULL,
  product BIGINT NOT NULL,
  applies_to BIGINT NOT NULL,
  effective BIGINT NOT NULL,
  price TEXT NOT NULL,
  waterfall TEXT NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (organisation, number)
) WITHOUT ROWID;
CREATE TABLE obligation (
  organisation BIGINT NOT NULL,
  number BIGINT NOT NULL,
  party BIGINT NOT NULL,
  kind BIGINT NOT NULL,
  creditor BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  amount_currency BIGINT NOT NULL,
  instalment BIGINT NOT NULL,
  instalment_currency BIGINT NOT NULL,
  first_due BIGINT NOT NULL,
  document TEXT NOT NULL,
  settlement BIGINT NOT NULL,
  position BIGINT NOT NULL,
  cancelled BIGINT NOT NULL,
  PRIMARY KEY (organisation, number)
) WITHOUT ROWID;
CREATE INDEX obligation_by_1 ON obligation (organisation, party);
CREATE TABLE application (
  organisation BIGINT NOT NULL,
  obligation BIGINT NOT NULL,
  settlement BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  amount_currency BIGINT NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (organisation, obligation, settlement)
) WITHOUT ROWID;
CREATE INDEX application_by_1 ON application (organisation, settlement);
CREATE TABLE settlement (
  organisation BIGINT NOT NULL,
  number BIGINT NOT NULL,
  product BIGINT NOT NULL,
  first BIGINT NOT NULL,
  last BIGINT NOT NULL,
  state BIGINT NOT NULL,
  rules_version BIGINT NOT NULL,
  inputs_digest TEXT NOT NULL,
  statements_digest TEXT NOT NULL,
  position BIGINT NOT NULL,
  computed_by BIGINT NOT NULL,
  computed_at BIGINT NOT NULL,
  approved_by BIGINT,
  approved_at BIGINT,
  rejection TEXT,
  first_entry BIGINT NOT NULL,
  last_entry BIGINT NOT NULL,
  producers BIGINT NOT NULL,
  deliveries BIGINT NOT NULL,
  quantity BIGINT NOT NULL,
  gross BIGINT NOT NULL,
  gross_currency BIGINT NOT NULL,
  deducted BIGINT NOT NULL,
  deducted_currency BIGINT NOT NULL,
  net BIGINT NOT NULL,
  net_currency BIGINT NOT NULL,
  PRIMARY KEY (organisation, number)
) WITHOUT ROWID;
CREATE TABLE statement (
  organisation BIGINT NOT NULL,
  settlement BIGINT NOT NULL,
  producer BIGINT NOT NULL,
  figures BLOB NOT NULL,
  PRIMARY KEY (organisation, settlement, producer)
) WITHOUT ROWID;
CREATE TABLE late_change (
  organisation BIGINT NOT NULL,
  settlement BIGINT NOT NULL,
  position BIGINT NOT NULL,
  reprices BIGINT NOT NULL,
  PRIMARY KEY (organisation, settlement, position)
) WITHOUT ROWID;
CREATE TABLE settled_difference (
  organisation BIGINT NOT NULL,
  settlement BIGINT NOT NULL,
  in_settlement BIGINT NOT NULL,
  producer BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  amount_currency BIGINT NOT NULL,
  member BIGINT NOT NULL,
  PRIMARY KEY (organisation, settlement, in_settlement, producer)
) WITHOUT ROWID;
CREATE TABLE entry (
  organisation BIGINT NOT NULL,
  number BIGINT NOT NULL,
  date BIGINT NOT NULL,
  event_date BIGINT NOT NULL,
  kind BIGINT NOT NULL,
  subject BIGINT NOT NULL,
  party BIGINT NOT NULL,
  reverses BIGINT NOT NULL,
  legs BLOB NOT NULL,
  PRIMARY KEY (organisation, number)
) WITHOUT ROWID;
CREATE TABLE hold (
  organisation BIGINT NOT NULL,
  number BIGINT NOT NULL,
  role BIGINT NOT NULL,
  party BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  amount_currency BIGINT NOT NULL,
  released BIGINT NOT NULL,
  PRIMARY KEY (organisation, number)
) WITHOUT ROWID;
