DROP TRIGGER capabilities_deleted;
DROP TRIGGER capabilities_updated;
DROP TRIGGER capabilities_inserted;
