//! Decisions that read like the specification; generated worlds are in `tests/it/properties/access`.

use jiff::Timestamp;

use super::{
    Action, Answer, GlobalGrant, ItemVisibility, Membership, Method, Narrowing, Operation, Outcome,
    Permission, PermissionSet, Principal, Reach, Reason, Role, Row, Scope, Servers, Target, answer, decide,
    explain,
};
use crate::core::model::{Belonging, ServerId, TeamId, TeamStatus, UserId, UserStatus, Visibility};

const CALL: Action = Action::Method(Method::CallTool);
const EDIT: Action = Action::Operation(Operation::ServerEdit);

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("a time")
}

fn user(number: u64) -> UserId {
    UserId::new(number, [0; 10])
}

fn team(number: u64) -> TeamId {
    TeamId::new(number, [0; 10])
}

/// User 1, whose own team is 1, with a role in team 7.
fn ann(role: Role) -> Principal {
    let membership = Membership {
        team: team(7),
        permissions: role.permissions(),
        until: None,
        status: TeamStatus::Active,
    };
    Principal::new(user(1), team(1), TeamStatus::Active, UserStatus::Active).with_memberships([membership])
}

/// The same with a role that holds everywhere.
fn admin() -> Principal {
    let permissions = Role::PlatformAdmin.permissions();
    Principal::new(user(1), team(1), TeamStatus::Active, UserStatus::Active)
        .with_global([GlobalGrant { permissions, until: None }])
}

fn row(owner: u64, of: u64, visibility: Visibility) -> Row {
    Row {
        belonging: Belonging { owner: user(owner), team: team(of), visibility: Some(visibility) },
        server: Some(ServerId::new(5, [0; 10])),
        team_status: TeamStatus::Active,
        enabled: true,
        narrowing: Narrowing::NONE,
    }
}

fn decided(principal: &Principal, action: Action, row: Row) -> Outcome {
    decide(principal, action, &Target::Row(row), at(100)).outcome
}

fn token(teams: &[TeamId]) -> Scope {
    Scope::of_token(Reach::Teams(teams.to_vec()), Servers::All, PermissionSet::ALL, None)
}

#[test]
fn a_viewer_sees_a_tool_and_can_t_call_it() {
    let row = row(2, 7, Visibility::Team);
    let lacks = Outcome::Denied(Reason::Lacks(Permission::ServersUse));
    assert_eq!(decided(&ann(Role::Viewer), CALL, row), lacks);
    assert_eq!(decided(&ann(Role::Viewer), Action::Operation(Operation::ToolShow), row), Outcome::Allowed);
    assert_eq!(decided(&ann(Role::Member), CALL, row), Outcome::Allowed);
}

#[test]
fn who_left_a_team_has_lost_what_they_made_there() {
    let mine = row(1, 8, Visibility::Private);
    assert_eq!(decided(&ann(Role::Owner), CALL, mine), Outcome::Denied(Reason::NotMember));
    assert_eq!(decided(&ann(Role::Owner), CALL, row(1, 7, Visibility::Private)), Outcome::Allowed);
}

#[test]
fn an_admin_manages_and_neither_calls_nor_sees_what_is_private_to_others() {
    let theirs = row(2, 7, Visibility::Team);
    assert_eq!(decided(&admin(), EDIT, theirs), Outcome::Allowed);
    assert_eq!(decided(&admin(), CALL, theirs), Outcome::Denied(Reason::NotMember));
    let private = Target::Row(row(2, 2, Visibility::Private));
    for operation in [Operation::ServerShow, Operation::ServerEdit, Operation::ServerRemove] {
        let told = answer(&admin(), Action::Operation(operation), &private, at(100));
        assert_eq!(told, Answer::NotFound(Reason::Private), "{operation:?}");
    }
    let reveal = Action::Operation(Operation::RowReveal);
    assert_eq!(decided(&admin(), reveal, row(2, 2, Visibility::Private)), Outcome::Allowed);
    assert_eq!(decided(&admin(), CALL, row(1, 1, Visibility::Private)), Outcome::Allowed, "the own");
}

#[test]
fn no_token_reveals_what_is_private_to_others() {
    let all = Scope::of_token(Reach::All, Servers::All, PermissionSet::ALL, None);
    let reveal = Action::Operation(Operation::RowReveal);
    let outcome = decided(&admin().narrowed(&all), reveal, row(2, 2, Visibility::Private));
    assert_eq!(outcome, Outcome::Denied(Reason::ScopeLacks(Permission::RowsReveal)));
}

#[test]
fn a_role_that_holds_everywhere_lets_nobody_use_anything_whatever_it_says() {
    let permissions = PermissionSet::ALL;
    let all = admin().with_global([GlobalGrant { permissions, until: None }]);
    for method in Method::ALL.into_iter().filter(|method| !matches!(method.need(), super::Need::Nothing)) {
        let outcome = decided(&all, Action::Method(method), row(2, 7, Visibility::Team));
        assert_eq!(outcome, Outcome::Denied(Reason::NotMember), "{method:?}");
    }
}

#[test]
fn a_token_for_teams_has_what_is_public_too_and_private_rows_only_with_the_personal_team() {
    let member = ann(Role::Member);
    let (ours, personal) = (member.clone().narrowed(&token(&[team(7)])), member.narrowed(&token(&[team(1)])));
    assert_eq!(decided(&ours, CALL, row(2, 9, Visibility::Public)), Outcome::Allowed);
    assert_eq!(decided(&ours, CALL, row(2, 7, Visibility::Team)), Outcome::Allowed);
    let outside = Outcome::Denied(Reason::TeamOutsideScope);
    assert_eq!(decided(&ours, CALL, row(1, 1, Visibility::Private)), outside);
    assert_eq!(decided(&personal, CALL, row(1, 1, Visibility::Private)), Outcome::Allowed);
    assert_eq!(decided(&personal, CALL, row(2, 7, Visibility::Team)), outside);
}

#[test]
fn an_item_that_is_private_on_a_server_that_a_token_is_not_for_stays_out_of_reach() {
    let private = Narrowing { visibility: ItemVisibility::At(Visibility::Private), enabled: true };
    let item = row(1, 7, Visibility::Team).item(private);
    assert_eq!(decided(&ann(Role::Member), CALL, item), Outcome::Allowed);
    let personal = ann(Role::Member).narrowed(&token(&[team(1)]));
    assert_eq!(decided(&personal, CALL, item), Outcome::Denied(Reason::TeamOutsideScope));
}

#[test]
fn an_item_that_claims_to_be_wider_than_its_server_is_as_its_server() {
    let public = Narrowing { visibility: ItemVisibility::At(Visibility::Public), enabled: true };
    let item = row(2, 2, Visibility::Private).item(public);
    assert_eq!(decided(&ann(Role::Owner), CALL, item), Outcome::Denied(Reason::Private));
}

#[test]
fn two_roles_in_a_team_last_as_long_as_the_longer() {
    let role = |role: Role, until| Membership {
        team: team(7),
        permissions: role.permissions(),
        until,
        status: TeamStatus::Trial { ends: at(400) },
    };
    let both = Principal::new(user(1), team(1), TeamStatus::Active, UserStatus::Active)
        .with_memberships([role(Role::Owner, Some(at(200))), role(Role::Member, Some(at(300)))]);
    let until = |action| decide(&both, action, &Target::Row(row(2, 7, Visibility::Team)), at(100)).until;
    assert_eq!(until(EDIT), Some(at(200)));
    assert_eq!(until(CALL), Some(at(300)));
    assert_eq!(until(Action::Method(Method::Ping)), None);
}

#[test]
fn a_denial_is_told_to_who_may_know_of_it() {
    let told =
        |principal: &Principal| answer(principal, EDIT, &Target::Row(row(2, 7, Visibility::Team)), at(100));
    assert_eq!(told(&ann(Role::Viewer)), Answer::Denied(Reason::Lacks(Permission::ServersEdit)));
    assert_eq!(told(&ann(Role::Developer)), Answer::Allowed);
    let stranger = Principal::new(user(3), team(3), TeamStatus::Active, UserStatus::Active);
    assert_eq!(told(&stranger), Answer::NotFound(Reason::NotMember));
}

#[test]
fn a_member_is_told_that_the_team_is_suspended() {
    let status = TeamStatus::Suspended;
    let target = Target::Team { team: team(7), status, discoverable: false };
    let edit = Action::Operation(Operation::TeamEdit);
    assert_eq!(answer(&ann(Role::Owner), edit, &target, at(100)), Answer::Denied(Reason::TeamSuspended));
    assert_eq!(
        answer(&ann(Role::Owner), Action::Operation(Operation::TeamShow), &target, at(100)),
        Answer::Allowed
    );
}

#[test]
fn a_decision_is_explained_by_its_rule_and_what_would_help() {
    let target = Target::Row(row(2, 7, Visibility::Team));
    let said = explain(&ann(Role::Viewer), CALL, &target, at(100));
    insta::assert_snapshot!(
        said.because,
        @"it takes servers.use, which no role there gives"
    );
    assert!(!said.allowed && said.help.is_some());
}

#[test]
fn what_is_allowed_is_explained_by_the_rule_that_allows_it() {
    let said = |principal: &Principal, action, row| {
        let said = explain(principal, action, &Target::Row(row), at(100));
        assert!(said.allowed && said.help.is_none());
        said.because
    };
    let (member, team) = (ann(Role::Member), row(2, 7, Visibility::Team));
    insta::assert_snapshot!(said(&member, CALL, team), @"the role in its team allows it");
    insta::assert_snapshot!(said(&member, CALL, row(2, 9, Visibility::Public)), @"it is public: everybody may use it");
    insta::assert_snapshot!(said(&member, CALL, row(1, 1, Visibility::Private)), @"it is in their own personal team");
    insta::assert_snapshot!(said(&admin(), EDIT, team), @"a role that holds everywhere allows it");
}
