-- A team as a tenant: what it may have and do. A quota that is not set is its plan's, and without one there is none.
ALTER TABLE team ADD COLUMN plan TEXT CHECK (plan <> '');
ALTER TABLE team ADD COLUMN max_servers INTEGER CHECK (max_servers >= 0);
ALTER TABLE team ADD COLUMN max_members INTEGER CHECK (max_members >= 0);
ALTER TABLE team ADD COLUMN max_concurrent INTEGER CHECK (max_concurrent >= 0);
ALTER TABLE team ADD COLUMN per_minute INTEGER CHECK (per_minute >= 0);
ALTER TABLE team ADD COLUMN per_day INTEGER CHECK (per_day >= 0);
ALTER TABLE team ADD COLUMN max_sessions_per_user INTEGER CHECK (max_sessions_per_user >= 0);
ALTER TABLE team ADD COLUMN stdio INTEGER NOT NULL DEFAULT 1 CHECK (stdio IN (0, 1));
ALTER TABLE team ADD COLUMN remote INTEGER NOT NULL DEFAULT 1 CHECK (remote IN (0, 1));
ALTER TABLE team ADD COLUMN sampling INTEGER NOT NULL DEFAULT 1 CHECK (sampling IN (0, 1));
ALTER TABLE team ADD COLUMN public INTEGER NOT NULL DEFAULT 1 CHECK (public IN (0, 1));
ALTER TABLE team ADD COLUMN sso INTEGER NOT NULL DEFAULT 1 CHECK (sso IN (0, 1));
