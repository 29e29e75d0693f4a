-- The tables of version 1 as they lay in a log made by hecht before version 2, and two mails in them.
CREATE TABLE interaction (log INTEGER NOT NULL, revision INTEGER NOT NULL, "key" INTEGER NOT NULL, sequence INTEGER NOT NULL, stamp INTEGER NOT NULL, seconds INTEGER NOT NULL, day INTEGER NOT NULL, channel INTEGER NOT NULL, status INTEGER NOT NULL, duration INTEGER NOT NULL, thread INTEGER NOT NULL, reply_to INTEGER NOT NULL, recipients INTEGER NOT NULL, friction INTEGER NOT NULL, asks INTEGER NOT NULL, words INTEGER NOT NULL, tone_version INTEGER NOT NULL, suspect INTEGER NOT NULL, language TEXT NOT NULL, relation INTEGER, PRIMARY KEY (log, revision)) WITHOUT ROWID, STRICT;
CREATE TABLE participant (log INTEGER NOT NULL, revision INTEGER NOT NULL, identifier INTEGER NOT NULL, role INTEGER NOT NULL, answer INTEGER NOT NULL, PRIMARY KEY (log, revision, identifier)) WITHOUT ROWID, STRICT;
CREATE TABLE title (log INTEGER NOT NULL, revision INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (log, revision)) WITHOUT ROWID, STRICT;
CREATE TABLE stem (log INTEGER NOT NULL, revision INTEGER NOT NULL, stem TEXT NOT NULL, PRIMARY KEY (log, revision, stem)) WITHOUT ROWID, STRICT;
CREATE TABLE identifier (log INTEGER NOT NULL, "key" INTEGER NOT NULL, automatic INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (log, "key")) WITHOUT ROWID, STRICT;
CREATE TABLE alias (log INTEGER NOT NULL, identifier INTEGER NOT NULL, name TEXT NOT NULL, own INTEGER NOT NULL, month INTEGER NOT NULL, PRIMARY KEY (log, identifier, name, own, month)) WITHOUT ROWID, STRICT;
CREATE TABLE card (log INTEGER NOT NULL, "key" INTEGER NOT NULL, name TEXT NOT NULL, organisation TEXT NOT NULL, position TEXT NOT NULL, PRIMARY KEY (log, "key")) WITHOUT ROWID, STRICT;
CREATE TABLE card_identifier (log INTEGER NOT NULL, card INTEGER NOT NULL, identifier INTEGER NOT NULL, PRIMARY KEY (log, card, identifier)) WITHOUT ROWID, STRICT;
CREATE TABLE series (log INTEGER NOT NULL, thread INTEGER NOT NULL, sequence INTEGER NOT NULL, stamp INTEGER NOT NULL, PRIMARY KEY (log, thread, sequence, stamp)) WITHOUT ROWID, STRICT;
CREATE TABLE place (log INTEGER NOT NULL, "key" INTEGER NOT NULL, address INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (log, "key")) WITHOUT ROWID, STRICT;
CREATE TABLE sighting (log INTEGER NOT NULL, place INTEGER NOT NULL, identifier INTEGER NOT NULL, day INTEGER NOT NULL, PRIMARY KEY (log, place, identifier, day)) WITHOUT ROWID, STRICT;
CREATE TABLE origin (log INTEGER NOT NULL, source INTEGER NOT NULL, revision INTEGER NOT NULL, PRIMARY KEY (log, source, revision)) WITHOUT ROWID, STRICT;
CREATE TABLE identity (log INTEGER NOT NULL, identifier INTEGER NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (log, identifier)) WITHOUT ROWID, STRICT;
CREATE TABLE contact (log INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL, day INTEGER NOT NULL, channel INTEGER NOT NULL, sent INTEGER NOT NULL, received INTEGER NOT NULL, opened_a INTEGER NOT NULL, opened_b INTEGER NOT NULL, together INTEGER NOT NULL, direct INTEGER NOT NULL, known INTEGER NOT NULL, relation INTEGER NOT NULL, PRIMARY KEY (log, a, b, day, channel)) WITHOUT ROWID, STRICT;
CREATE TABLE source (log INTEGER NOT NULL, "key" INTEGER NOT NULL, read_at INTEGER NOT NULL, position INTEGER NOT NULL, fingerprint INTEGER NOT NULL, size INTEGER NOT NULL, changed INTEGER NOT NULL, version INTEGER NOT NULL, path TEXT NOT NULL, root TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (log, "key")) WITHOUT ROWID, STRICT;
CREATE TABLE setting (log INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (log, name)) WITHOUT ROWID, STRICT;
CREATE TABLE ego (log INTEGER NOT NULL, identifier INTEGER NOT NULL, said INTEGER NOT NULL, PRIMARY KEY (log, identifier)) WITHOUT ROWID, STRICT;
CREATE TABLE tombstone (log INTEGER NOT NULL, mark TEXT NOT NULL, PRIMARY KEY (log, mark)) WITHOUT ROWID, STRICT;
CREATE TABLE owner (log INTEGER NOT NULL, source INTEGER NOT NULL, identifier INTEGER NOT NULL, how TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (log, source, identifier, how)) WITHOUT ROWID, STRICT;
CREATE TABLE decision (log INTEGER NOT NULL, move TEXT NOT NULL, seconds INTEGER NOT NULL, identifier INTEGER NOT NULL, until INTEGER NOT NULL, kind TEXT NOT NULL, verdict TEXT NOT NULL, because TEXT NOT NULL, PRIMARY KEY (log, move, seconds)) WITHOUT ROWID, STRICT;
CREATE TABLE decay (slow INTEGER NOT NULL, age INTEGER NOT NULL, weight INTEGER NOT NULL, PRIMARY KEY (slow, age)) WITHOUT ROWID, STRICT;
CREATE TABLE schema (version INTEGER NOT NULL) STRICT;
CREATE INDEX interaction_key ON interaction (log, key, sequence, stamp);
CREATE INDEX interaction_day ON interaction (log, channel, day);
CREATE INDEX interaction_thread ON interaction (log, thread);
CREATE INDEX participant_identifier ON participant (log, identifier);
CREATE INDEX contact_b ON contact (log, b);
CREATE INDEX identity_person ON identity (log, person);
CREATE INDEX origin_revision ON origin (log, revision);
CREATE VIEW latest AS SELECT i.log, i.key, i.revision, i.seconds, i.day, i.channel, i.status, i.duration, i.thread, i.reply_to,
       i.recipients, i.relation, i.friction, i.asks, i.words, i.language, i.suspect
FROM interaction i
WHERE NOT EXISTS (
        SELECT 1 FROM interaction n
        WHERE n.log = i.log AND n.key = i.key
          AND (n.sequence > i.sequence
               OR (n.sequence = i.sequence AND n.stamp > i.stamp)
               OR (n.sequence = i.sequence AND n.stamp = i.stamp AND n.revision > i.revision)))
  AND NOT EXISTS (
        SELECT 1 FROM series s
        WHERE s.log = i.log AND s.thread = i.thread
          AND (s.sequence > i.sequence OR (s.sequence = i.sequence AND s.stamp > i.stamp)));
INSERT INTO interaction VALUES (1, 6566184897944243025, 2236521030410244448, 3, 1, 1741338120, 20154, 1, 1, 0, 3063588259498424291, 0, 1, 0, 0, 3, 1, 0, 'nl', NULL);
INSERT INTO interaction VALUES (1, 8911293675705848670, 7756753465835724886, 3, 1, 1741251660, 20153, 1, 1, 0, 1497281219556566809, 0, 1, 0, 0, 3, 1, 0, 'nl', NULL);
INSERT INTO participant VALUES (1, 6566184897944243025, 4704229957274716949, 2, 0);
INSERT INTO participant VALUES (1, 6566184897944243025, 6602528778029027334, 1, 0);
INSERT INTO participant VALUES (1, 8911293675705848670, 4704229957274716949, 1, 0);
INSERT INTO participant VALUES (1, 8911293675705848670, 6602528778029027334, 2, 0);
INSERT INTO title VALUES (1, 6566184897944243025, 'dijk');
INSERT INTO title VALUES (1, 8911293675705848670, 'dijk');
INSERT INTO stem VALUES (1, 6566184897944243025, 'dijk');
INSERT INTO stem VALUES (1, 8911293675705848670, 'dijk');
INSERT INTO identifier VALUES (1, 4704229957274716949, 0, 'mailto:anna@x.nl');
INSERT INTO identifier VALUES (1, 6602528778029027334, 0, 'mailto:noor@waterschap.nl');
INSERT INTO alias VALUES (1, 4704229957274716949, 'Anna', 0, 671);
INSERT INTO alias VALUES (1, 4704229957274716949, 'Anna', 1, 671);
INSERT INTO alias VALUES (1, 6602528778029027334, 'Noor', 1, 671);
INSERT INTO identity VALUES (1, 6602528778029027334, 3340361935898870233);
INSERT INTO identity VALUES (1, 4704229957274716949, 4704229957274716949);
INSERT INTO contact VALUES (1, 4704229957274716949, 6602528778029027334, 20153, 1, 1, 0, 1, 0, 0, 1, 0, 0);
INSERT INTO contact VALUES (1, 4704229957274716949, 6602528778029027334, 20154, 1, 0, 1, 0, 1, 0, 1, 0, 0);
INSERT INTO setting VALUES (1, 'zone', 'UTC');
INSERT INTO ego VALUES (1, 6602528778029027334, 1);
INSERT INTO schema VALUES (1);
