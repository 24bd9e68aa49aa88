DELETE FROM meta WHERE key = 'clear_copies';
