DROP TABLE catalogue_item;
DROP TABLE catalogue;
DROP TABLE server_env;
DROP TABLE server;
DROP TABLE meta;
