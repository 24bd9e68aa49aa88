//! The nouns: plain data and its validation. Pure: no I/O, no clock, no store.

mod account;
mod allowance;
mod attribute;
mod audit;
mod belonging;
mod catalogue;
mod credential;
mod custom_role;
mod env_value;
mod filter;
mod glob;
mod id;
mod invitation;
mod join_request;
mod length;
mod list_kind;
mod live;
mod member;
mod mention;
mod missing;
mod named_secret;
mod plan;
mod profile;
mod reference;
mod role_name;
mod sealed;
mod sealed_column;
mod secret;
mod served;
mod server;
mod session_row;
mod shell;
mod signing_key;
mod team;
mod tenancy;
mod token;
mod token_scope;
mod user;
mod vault;
mod visibility;

pub use account::{Account, AuthMode, Login};
pub use allowance::Allowance;
pub use attribute::{AttributeName, InvalidAttribute, MOST_ATTRIBUTES};
pub use audit::{
    Act, AuditKey, AuditRecord, AuditRow, Deed, Flaw, InvalidLink, Link, Origin, Outcome, SignedHead,
    Subject, Verdict, Verifier, Via, Witness,
};
pub use belonging::{Belonging, Borrower};
pub use catalogue::{Catalogue, CatalogueKey, Hash, Sighting, command_hash, configuration_hash, offer_hash};
pub use credential::{Password, PasswordHash, Standing};
pub use custom_role::CustomRole;
pub use env_value::EnvValue;
pub use filter::Filter;
pub use glob::glob_matches;
pub use id::{InvitationId, JoinRequestId, LoginId, SecretId, ServerId, SessionId, TeamId, TokenId, UserId};
pub use invitation::{Invitation, InvitationState};
pub use join_request::{JoinRequest, JoinState};
pub use length::{LONGEST_DESCRIPTION, LONGEST_NAME, TooLong, check_length};
pub use list_kind::ListKind;
pub use live::{ClientInfo, Latency, ServerPhase, ServerState, SessionState};
pub use member::Member;
pub use mention::{InvalidMention, Mention, fill, mentions};
pub use missing::{Missing, Wanted};
pub use named_secret::{
    InvalidSecret, LONGEST_SECRET, NamedSecret, SecretCommand, SecretKind, SecretName, check_secret,
};
pub use plan::{InvalidPlan, PlanName, Plans};
pub use profile::{InvalidProfileName, Profile, ProfileName};
pub use reference::{Reference, ReferenceState, Spot, Target};
pub use role_name::{InvalidRoleName, RoleName};
pub use sealed::{KeyId, NONCE, Revision, Sealed};
pub use sealed_column::SealedColumn;
pub use secret::Secret;
pub use served::Served;
pub use server::{DEFAULT_START_TIMEOUT, InvalidServer, Launch, Prefix, Server, ServerAlias, ServerName};
pub use session_row::{ProcessId, SessionRow};
pub use shell::{shell_line, shell_word};
pub use signing_key::{Algorithm, InvalidAlgorithm, KeyFamily, SigningKey};
pub use team::{InvalidTeam, Team, TeamSlug, TeamStatus};
pub use tenancy::{Limit, Quota, Switch, Switches, Tenancy};
pub use token::Token;
pub use token_scope::{CallLimits, Capabilities, CapabilityKind, Hours, ItemGlob, TokenReach, TokenScope};
pub use user::{Email, InvalidEmail, User, UserStatus};
pub use vault::{Derivation, MasterSource, WrappedKey};
pub use visibility::Visibility;
