DROP TRIGGER service_has_no_login;
DROP TRIGGER service_has_no_credential;
DROP TABLE user_attribute;
