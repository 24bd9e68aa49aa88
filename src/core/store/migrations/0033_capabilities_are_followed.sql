-- Whether capabilities are enforced is in force in sessions that run.
CREATE TRIGGER capabilities_inserted AFTER INSERT ON setting WHEN NEW.key = 'tokens.enforce_capabilities'
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER capabilities_updated AFTER UPDATE ON setting WHEN NEW.key = 'tokens.enforce_capabilities'
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER capabilities_deleted AFTER DELETE ON setting WHEN OLD.key = 'tokens.enforce_capabilities'
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
