//! `mcpgw key import`

use std::path::{Path, PathBuf};

use super::rotate::{Overlap, tell};
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::input;
use crate::core::model::{Algorithm, LONGEST_SECRET, Secret};
use crate::core::operation::key::import;
use crate::core::platform::limits;

/// Arguments of `key import`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw key import ed25519.pem
  mcpgw key import rsa.pem --algorithm PS256
  vault read -field=jwk secret/mcpgw | mcpgw key import -

The file holds a private key as PEM, or as a JWK: Ed25519, P-256, P-384, RSA (PEM only), or a secret (JWK only). Others may not \
be able to read it.")]
pub(in crate::cli) struct Args {
    /// The file, or - for stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// What it signs as; needed for RSA keys
    #[arg(long, value_name = "ALGORITHM", value_parser = Algorithm::parse)]
    algorithm: Option<Algorithm>,

    #[command(flatten)]
    overlap: Overlap,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        limits::no_core_dumps();
        let (dry_run, overlap) = (self.mutation.dry_run, self.overlap.overlap);
        let operations = context.operations().await?;
        let text = if self.file == Path::new("-") {
            Secret::new(input::all_of(LONGEST_SECRET).await?)
        } else {
            input::private_text("the key", &self.file)?
        };
        let key = import(&operations, text, self.algorithm, overlap, dry_run).await?;
        tell(context, &operations, &key, overlap, dry_run).await
    }
}
