DROP TABLE catalogue_extra;
