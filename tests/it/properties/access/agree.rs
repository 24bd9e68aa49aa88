//! `decide` says what the specification says.

use mcpgw::core::access::decide;
use proptest::prelude::*;

use super::actions::Actions;
use super::reference::{DEEDS, may};
use super::worlds::for_worlds;

#[test]
fn the_reference_knows_each_action_and_no_other() {
    assert_eq!(Actions::all().len(), DEEDS.len());
}

#[test]
fn a_decision_is_what_the_specification_says() {
    let actions = Actions::all();
    for_worlds(1, |world, choices| {
        for person in &world.people {
            let principal = world.principal(person);
            for target in &world.targets {
                let (action, deed) = actions.about(target, choices);
                let expected = may(world, person, deed, target, world.now);
                let decision = decide(&principal, action, &world.target(target), world.now);
                let asked = format_args!("{deed:?} {target:?} {person:#?}");
                prop_assert_eq!(decision.is_allowed(), expected, "{:?} {}", decision, asked);
            }
        }
        Ok(())
    });
}
