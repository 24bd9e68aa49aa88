DROP TRIGGER plans_deleted;
DROP TRIGGER plans_updated;
DROP TRIGGER plans_inserted;
