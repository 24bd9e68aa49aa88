//! What holds of decisions whatever the specification allows.

use jiff::Timestamp;
use mcpgw::core::access::{
    Action, Answer, Decision, Grantee, Method, Narrowing, Need, Operation, Outcome, Permission,
    PermissionSet, Purpose, Reach, Reason, Role, Scope, Servers, Table, Target, answer, decide, may_grant,
};
use mcpgw::core::model::{TeamStatus, UserStatus, Visibility};
use proptest::prelude::*;

use super::actions::Actions;
use super::choices::{Choices, moment};
use super::world::{Person, Reaching, Token};
use super::worlds::for_worlds;

/// The same person, with everything granted and named in another order, and some of it twice.
fn shuffled(person: &Person, choices: &mut Choices) -> Person {
    fn turn<T: Clone>(list: &mut Vec<T>, choices: &mut Choices) {
        let by = choices.below(list.len().max(1));
        list.rotate_left(by);
        list.extend(list.first().cloned());
        list.reverse();
    }
    let mut person = person.clone();
    turn(&mut person.roles, choices);
    turn(&mut person.global, choices);
    turn(&mut person.tokens, choices);
    for token in &mut person.tokens {
        if let Reaching::Teams(teams) = &mut token.reaching {
            turn(teams, choices);
        }
        if let Some(servers) = &mut token.servers {
            turn(servers, choices);
        }
    }
    person
}

#[test]
fn order_doesn_t_matter() {
    let actions = Actions::all();
    for_worlds(2, |world, choices| {
        for person in &world.people {
            let (one, other) = (world.principal(person), world.principal(&shuffled(person, choices)));
            for target in &world.targets {
                let (action, _) = actions.about(target, choices);
                let target = world.target(target);
                let decided = decide(&one, action, &target, world.now);
                prop_assert_eq!(decided, decide(&other, action, &target, world.now));
            }
        }
        Ok(())
    });
}

#[test]
fn two_scopes_let_through_what_each_of_them_does() {
    let actions = Actions::all();
    for_worlds(2, |world, choices| {
        let person = world.principal(&world.people[choices.below(3)]);
        let (one, other) = (Token::new(choices).scope(), Token::new(choices).scope());
        let narrowed = [&person.clone().narrowed(&one), &person.clone().narrowed(&other)];
        let both = person.clone().narrowed(&one).narrowed(&other);
        for target in &world.targets {
            let (action, _) = actions.about(target, choices);
            let target = world.target(target);
            let may = |principal| decide(principal, action, &target, world.now).is_allowed();
            prop_assert_eq!(may(&both), may(narrowed[0]) && may(narrowed[1]));
            prop_assert!(!may(narrowed[0]) || may(&person), "a scope gives nothing");
        }
        Ok(())
    });
}

#[test]
fn an_item_is_never_wider_than_its_server() {
    let actions = Actions::all();
    for_worlds(2, |world, choices| {
        let person = world.principal(&world.people[choices.below(3)]);
        for target in &world.targets {
            let (action, _) = actions.about(target, choices);
            let Target::Row(row) = world.target(target) else { continue };
            let may = |row| decide(&person, action, &Target::Row(row), world.now).is_allowed();
            prop_assert!(!may(row) || may(row.item(Narrowing::NONE)));
        }
        Ok(())
    });
}

/// Every instant at which something may end in a world, and those beside it.
fn instants() -> impl Iterator<Item = Timestamp> {
    let beside = |at: i64| {
        let end = moment(at);
        let nanosecond = jiff::SignedDuration::from_nanos(1);
        [end - nanosecond, end, end + nanosecond]
    };
    [10, 20, 30, 1_000_000].into_iter().flat_map(beside)
}

#[test]
fn a_decision_stays_until_it_says_and_changes_then() {
    let actions = Actions::all();
    for_worlds(2, |world, choices| {
        let person = world.principal(&world.people[choices.below(3)]);
        for target in &world.targets {
            let (action, _) = actions.about(target, choices);
            let target = world.target(target);
            let decided = decide(&person, action, &target, world.now);
            for later in instants().filter(|&at| at >= world.now) {
                let then = decide(&person, action, &target, later);
                let expected = decided.is_allowed() && decided.until.is_none_or(|until| later < until);
                prop_assert_eq!(then.is_allowed(), expected, "{:?}, and at {}: {:?}", decided, later, then);
                prop_assert!(!expected || then.until == decided.until);
            }
        }
        Ok(())
    });
}

#[test]
fn a_table_says_what_decisions_say_at_any_later_time() {
    let actions = Actions::all();
    for_worlds(10, |world, choices| {
        let person = world.principal(&world.people[choices.below(3)]);
        let asked: Vec<_> = world
            .targets
            .iter()
            .map(|target| (actions.about(target, choices).0, world.target(target)))
            .collect();
        let decided = |at| asked.iter().map(move |(action, target)| decide(&person, *action, target, at));
        let table = Table::new(decided.clone()(world.now).enumerate());
        for later in instants().filter(|&at| at >= world.now) {
            let allowed: Vec<_> = decided.clone()(later).map(Decision::is_allowed).collect();
            for (place, &allowed) in allowed.iter().enumerate() {
                prop_assert_eq!(table.allows(&place, later), allowed);
            }
            prop_assert_eq!(table.allowed(later).count(), allowed.iter().filter(|&&allowed| allowed).count());
        }
        let ends = decided(world.now).filter_map(|decision| decision.until).min();
        prop_assert_eq!(table.next_change(), ends);
        Ok(())
    });
}

#[test]
fn a_team_that_is_suspended_serves_nobody() {
    let actions = Actions::all();
    for_worlds(2, |world, choices| {
        let person = world.principal(&world.people[choices.below(3)]);
        for target in &world.targets {
            let (action, _) = actions.about(target, choices);
            let Target::Row(mut row) = world.target(target) else { continue };
            row.team_status = TeamStatus::Suspended;
            let Need::These { purpose, .. } = action.need() else { continue };
            let allowed = decide(&person, action, &Target::Row(row), world.now).is_allowed();
            prop_assert!(!allowed || purpose != Purpose::Use);
            prop_assert!(!allowed || !person.global().is_empty());
        }
        Ok(())
    });
}

#[test]
fn who_may_not_act_may_nothing_and_a_list_that_lost_its_last_entry_denies() {
    let actions = Actions::all();
    let emptied = [
        Scope::of_token(Reach::Teams(Vec::new()), Servers::All, PermissionSet::ALL, None),
        Scope::of_token(Reach::All, Servers::These(Vec::new()), PermissionSet::ALL, None),
        Scope::of_token(Reach::All, Servers::All, PermissionSet::EMPTY, None),
    ];
    for_worlds(2, |world, choices| {
        let person = &world.people[choices.below(3)];
        let narrowed = emptied.each_ref().map(|scope| world.principal(person).narrowed(scope));
        let inactive = [UserStatus::Pending, UserStatus::Disabled];
        let inactive = inactive.map(|status| world.principal(&Person { status, ..person.clone() }));
        for target in &world.targets {
            let (action, _) = actions.about(target, choices);
            let target = world.target(target);
            let may = |principal| decide(principal, action, &target, world.now).is_allowed();
            prop_assert!(action.need() == Need::Nothing || !narrowed.iter().any(may));
            prop_assert!(!inactive.iter().any(may));
        }
        Ok(())
    });
}

#[test]
fn what_is_private_to_another_is_not_found() {
    let actions = Actions::all();
    for_worlds(2, |world, choices| {
        let person = world.principal(&world.people[choices.below(3)]);
        for target in &world.targets {
            let (action, _) = actions.about(target, choices);
            let Target::Row(row) = world.target(target) else { continue };
            let Need::These { purpose, .. } = action.need() else { continue };
            let theirs =
                row.visibility() == Some(Visibility::Private) && row.belonging.owner != person.user();
            if theirs && purpose != Purpose::Reveal {
                let told = answer(&person, action, &Target::Row(row), world.now);
                prop_assert!(matches!(told, Answer::NotFound(_)), "{:?}", told);
            }
        }
        Ok(())
    });
}

#[test]
fn whatever_is_done_to_an_item_over_mcp_is_allowed_alike() {
    use mcpgw::core::model::ListKind;
    let alike = [
        vec![
            Method::List(ListKind::Tools),
            Method::ListChanged(ListKind::Tools),
            Method::CallTool,
            Method::Task,
        ],
        vec![
            Method::List(ListKind::Prompts),
            Method::ListChanged(ListKind::Prompts),
            Method::GetPrompt,
            Method::CompletePrompt,
        ],
        vec![
            Method::List(ListKind::Resources),
            Method::List(ListKind::Templates),
            Method::ListChanged(ListKind::Resources),
            Method::ListChanged(ListKind::Templates),
            Method::ReadResource,
            Method::Subscribe,
            Method::Unsubscribe,
            Method::Updated,
            Method::CompleteResource,
        ],
    ];
    for_worlds(10, |world, _| {
        for person in &world.people {
            let principal = world.principal(person);
            for target in &world.targets {
                let target = world.target(target);
                let decided = |method| decide(&principal, Action::Method(method), &target, world.now);
                for methods in &alike {
                    let first = decided(methods[0]);
                    for &method in methods {
                        prop_assert_eq!(decided(method), first);
                        prop_assert!(!first.is_allowed() || decided(Method::Join).is_allowed());
                    }
                }
            }
        }
        Ok(())
    });
}

/// What somebody may grant is what they have: where they have all that an operation needs, they may do it, and nowhere else.
#[test]
fn what_somebody_has_is_what_decisions_allow() {
    for_worlds(10, |world, _| {
        for (person, target) in world.people.iter().zip(&world.targets) {
            let person = world.principal(person);
            let (target, held) = match world.target(target) {
                Target::Team { team, status, .. } => {
                    let hidden = Target::Team { team, status, discoverable: false };
                    (hidden, person.permissions_in(team, world.now))
                }
                Target::Platform => (Target::Platform, person.permissions_everywhere(world.now)),
                Target::Row(_) | Target::User(_) => continue,
            };
            for &operation in Operation::ALL {
                let Need::These { permissions, purpose, .. } = operation.need() else { continue };
                let allowed = decide(&person, Action::Operation(operation), &target, world.now).is_allowed();
                let has = may_grant(held, permissions.set());
                prop_assert!(allowed == has || purpose == Purpose::Use, "{:?} {:?}", operation, held);
            }
        }
        Ok(())
    });
}

/// Nobody grants what they lack, but for those who decide everywhere on members and roles: they grant others what an owner may.
#[test]
fn nobody_grants_more_than_they_have_but_who_runs_all_teams_what_owners_may() {
    let counted = std::cell::Cell::new(0_u32);
    for_worlds(10, |world, _| {
        for (person, target) in world.people.iter().zip(&world.targets) {
            let person = world.principal(person);
            let Target::Team { team, .. } = world.target(target) else { continue };
            let held = person.permissions_in(team, world.now);
            let ceiling = |grantee| person.ceiling_in(team, grantee, world.now);
            prop_assert_eq!(ceiling(Grantee::Oneself), held);
            let hidden = Target::Team { team, status: TeamStatus::Suspended, discoverable: false };
            // What is granted in a team that is suspended counts for nothing about it.
            let add = Action::Operation(Operation::MemberAdd);
            let runs = decide(&person, add, &hidden, world.now).is_allowed();
            let owner = Role::Owner.permissions().intersection(person.scope().permissions());
            let expected = if runs { held.union(owner) } else { held };
            prop_assert_eq!(ceiling(Grantee::Other), expected);
            let reveals = may_grant(
                person.permissions_everywhere(world.now),
                PermissionSet::one(Permission::RowsReveal),
            );
            prop_assert!(ceiling(Grantee::OneselfAsAdmin) == held || runs);
            prop_assert!(!(runs && reveals) || ceiling(Grantee::OneselfAsAdmin) == expected);
            counted.set(counted.get() + u32::from(expected != held));
        }
        Ok(())
    });
    assert!(counted.get() > 50, "{counted:?}");
}

#[test]
fn worlds_hold_enough_of_each_answer() {
    let actions = Actions::all();
    let counted = std::cell::RefCell::new(std::collections::HashMap::<String, u32>::new());
    for_worlds(10, |world, choices| {
        for person in &world.people {
            let principal = world.principal(person);
            for target in &world.targets {
                let decided =
                    decide(&principal, actions.about(target, choices).0, &world.target(target), world.now);
                let what = match decided.outcome {
                    Outcome::Denied(Reason::Lacks(_)) => "lacks".to_owned(),
                    Outcome::Denied(Reason::ScopeLacks(_)) => "scope lacks".to_owned(),
                    outcome => format!("{outcome:?}"),
                };
                *counted.borrow_mut().entry(what).or_default() += 1;
            }
        }
        Ok(())
    });
    let counted = counted.into_inner();
    assert_eq!(counted.len(), 16, "each reason: {counted:?}");
    assert!(counted.values().all(|&times| times > 50), "{counted:?}");
    assert!(counted["Allowed"] > 10_000, "{counted:?}");
}
