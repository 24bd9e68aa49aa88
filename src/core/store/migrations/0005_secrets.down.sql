DROP TABLE secret_grant;
DROP TABLE server_reference;
DROP TABLE secret;
