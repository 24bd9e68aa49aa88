-- The token under whose id the calls of this one are counted, the first of those that it took the place of; nothing: its own.
ALTER TABLE token ADD COLUMN counts_as TEXT;
