-- What the plans of teams say is in force in sessions that run.
CREATE TRIGGER plans_inserted AFTER INSERT ON setting WHEN NEW.key = 'team.plans'
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER plans_updated AFTER UPDATE ON setting WHEN NEW.key = 'team.plans'
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER plans_deleted AFTER DELETE ON setting WHEN OLD.key = 'team.plans'
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
