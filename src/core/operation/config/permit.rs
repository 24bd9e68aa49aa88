//! Whether settings may be changed.

use crate::core::access::Operation;
use crate::core::operation::Context;
use crate::core::problem::Problem;

/// Refuses unless who acts may change settings.
pub fn permit(context: &Context) -> Result<(), Problem> {
    context.require_of_all(Operation::ConfigSet)
}
