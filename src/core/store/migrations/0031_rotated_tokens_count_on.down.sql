ALTER TABLE token DROP COLUMN counts_as;
