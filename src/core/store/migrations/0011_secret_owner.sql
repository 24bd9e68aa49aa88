-- Secrets belong to somebody: those from before there were users, to the person whose store this is.
UPDATE secret SET owner_id = (SELECT value FROM meta WHERE key = 'local_owner') WHERE owner_id IS NULL;
