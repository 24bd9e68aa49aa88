//! `mcpgw key rotate`

use std::time::Duration;

use super::view::View;
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{Algorithm, SigningKey};
use crate::core::operation::key::rotate;
use crate::core::settings::{InvalidValue, format_duration, parse_duration};

/// Arguments of `key rotate`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw key rotate
  mcpgw key rotate --algorithm ES256 --overlap 7d
  mcpgw key rotate --overlap 0s

With an overlap of nothing every token that this store has signed stops working at once, whichever of its keys it was signed with. \
One that was taken over from elsewhere has no signature: mcpgw token revoke.")]
pub(in crate::cli) struct Args {
    /// How the new key signs: `EdDSA`, HS256, HS384, HS512, RS256, RS384, RS512, PS256, ES256, ES384
    #[arg(long, value_name = "ALGORITHM", default_value = "EdDSA", value_parser = Algorithm::parse)]
    algorithm: Algorithm,

    #[command(flatten)]
    overlap: Overlap,

    #[command(flatten)]
    mutation: Mutation,
}

/// How long the key before is believed.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct Overlap {
    /// How long tokens that the keys before have signed go on working, at most
    #[arg(long, value_name = "DURATION", default_value = "30d", value_parser = some_time)]
    pub(super) overlap: Duration,
}

fn some_time(text: &str) -> Result<Duration, InvalidValue> {
    parse_duration(text)
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let (dry_run, overlap) = (self.mutation.dry_run, self.overlap.overlap);
        let operations = context.operations().await?;
        let key = rotate(&operations, self.algorithm, overlap, dry_run).await?;
        tell(context, &operations, &key, overlap, dry_run).await
    }
}

/// Shows the key that signs now.
pub(super) async fn tell(
    context: &mut Context,
    operations: &crate::core::operation::Context,
    key: &SigningKey,
    overlap: Duration,
    dry_run: bool,
) -> Result<Exit, CommandError> {
    context.tell_keeper(operations).await?;
    context.output.show(&View::new(key, key.created_at), |page| {
        let SigningKey { kid, algorithm, .. } = key;
        page.line(&if dry_run {
            format!("would sign with a new key, {algorithm}")
        } else {
            format!("tokens are signed with {kid} from now on, {algorithm}")
        });
        page.remark(&match overlap {
            Duration::ZERO if dry_run => "what was signed before would be believed no more".to_owned(),
            Duration::ZERO => "what was signed before is believed no more".to_owned(),
            _ if dry_run => {
                format!("what was signed before would be believed for {} still", format_duration(overlap))
            }
            _ => format!("what was signed before is believed for {} still", format_duration(overlap)),
        });
    })?;
    Ok(Exit::Success)
}
