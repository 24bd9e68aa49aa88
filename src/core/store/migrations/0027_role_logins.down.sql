CREATE TRIGGER role_change_ends_logins AFTER UPDATE OF role ON membership WHEN NEW.role <> OLD.role
    BEGIN DELETE FROM login WHERE user_id = NEW.user_id; END;
