-- Two roles for a PostgreSQL of one's own. The first owns the record and migrates it; the second serves it, and can
-- neither change tables nor switch off the triggers that write the history and refuse to have it rewritten.
-- Run by an administrator, once, in the new database, before the first migration; then give both a password (\password).
CREATE ROLE palmares_owner LOGIN;
CREATE ROLE palmares LOGIN;

GRANT CREATE ON DATABASE palmares TO palmares_owner;
GRANT CREATE, USAGE ON SCHEMA public TO palmares_owner;
GRANT USAGE ON SCHEMA public TO palmares;
ALTER DEFAULT PRIVILEGES FOR ROLE palmares_owner IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO palmares;
ALTER DEFAULT PRIVILEGES FOR ROLE palmares_owner IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO palmares;
