//! How many worlds are asked.

use proptest::prelude::TestCaseError;
use proptest::test_runner::{Config, TestRunner};

use super::choices::Choices;
use super::world::World;

/// Unless `tests/access.sh` asks for more.
const WORLDS: u32 = 100_000;

/// Tries `law` on one in `part` of all worlds; the choices are what the world left.
pub(super) fn for_worlds(part: u32, law: impl Fn(&World, &mut Choices) -> Result<(), TestCaseError>) {
    let worlds = asked().unwrap_or(WORLDS);
    let config = Config { cases: worlds / part, ..Config::with_source_file(file!()) };
    let outcome = TestRunner::new(config).run(&Choices::any(), |mut choices| {
        let world = World::new(&mut choices);
        law(&world, &mut choices)
    });
    outcome.unwrap_or_else(|fault| panic!("{fault}"));
}

#[expect(clippy::disallowed_methods, reason = "how many there are is up to whoever runs it")]
fn asked() -> Option<u32> {
    std::env::var("MCPGW_ACCESS_WORLDS").ok()?.parse().ok()
}
