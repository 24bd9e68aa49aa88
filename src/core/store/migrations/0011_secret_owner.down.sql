UPDATE secret SET owner_id = NULL WHERE owner_id = (SELECT value FROM meta WHERE key = 'local_owner');
