//! Calls that are under way when limits change.

use super::live::{Asked, change};
use super::quota::{is_made, limited, used};
use super::tokens::open_found;

#[test]
fn a_limit_of_calls_at_the_same_time_counts_those_that_are_under_way_when_it_is_set() {
    let (world, _mirror, token) = limited(&[]);
    let mut client = open_found(&world, &token);
    let (one, two) = (Asked::of(&mut client, "1", "a"), Asked::of(&mut client, "2", "a"));
    change(&world, &["token", "edit", "t", "--max-concurrent", "2", "--quiet"]);
    assert!(!is_made(&mut client, 0));
    assert_eq!(used(&world, "t", "concurrency"), 2);
    one.finish(&mut client);
    assert!(is_made(&mut client, 1));
    // Another limit, of somebody else, beside that.
    change(&world, &["team", "quota", "personal", "--max-concurrent", "1"]);
    assert!(!is_made(&mut client, 2));
    assert_eq!(used(&world, "t", "concurrency"), 1);
    change(&world, &["token", "edit", "t", "--clear", "limits", "--quiet"]);
    assert!(!is_made(&mut client, 3));
    change(&world, &["team", "quota", "personal", "--max-concurrent", "2"]);
    assert!(is_made(&mut client, 4));
    two.finish(&mut client);
    let three = Asked::of(&mut client, "3", "a");
    assert!(is_made(&mut client, 5));
    change(&world, &["team", "quota", "personal", "--max-concurrent", "1"]);
    assert!(!is_made(&mut client, 6));
    three.finish(&mut client);
    assert!(is_made(&mut client, 7));
}
