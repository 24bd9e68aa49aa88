//! `mcpgw stdio` between a client and servers that say, byte for byte, whatever no well-behaved one would.
//!
//! Each test runs the real program with a few `mirror` children (tests/support/mirror) and compares bytes: what one side
//! wrote with what the other side got.

mod apart;
mod batches;
mod broken;
mod cached;
mod chance;
mod child;
mod client;
mod client_tasks;
mod compare;
mod control;
mod death;
mod denials;
mod elicitations;

mod end;
mod flow;
mod frames;
mod guard;
mod guard_lost;
mod hostile;
mod items;
mod last_words;
mod lazy;
mod limits;
mod lists;
mod live;
mod locked_store;
mod logs;
mod longest;
mod many;
mod matrix;
mod nested;
mod npx;
mod odd_client;
mod odd_dialogue;
mod odd_server;
mod order;
mod own_log;
mod owner;
mod people;
mod purity;
mod recovery;
mod refused;
mod reverse;
mod revisions;
mod revoked;
mod sampling;
mod seen;
mod shared;
mod signals;
mod soak;
mod start;
mod status;
mod store_fault;
mod storm;
mod streams;
mod subscriptions;
mod surroundings;
mod task_lists;
mod tasks;
mod tenants;
mod uris;
mod world;
