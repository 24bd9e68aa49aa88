DROP TABLE vault_key;
