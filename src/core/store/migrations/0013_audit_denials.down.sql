DROP TABLE audit_denial;
