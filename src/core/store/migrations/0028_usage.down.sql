DROP TABLE usage;
DROP TABLE usage_item;
DROP TABLE usage_server;
DROP TABLE usage_session;
