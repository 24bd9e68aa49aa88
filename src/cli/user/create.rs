//! `mcpgw user create`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::login::{ask_email, secret};
use crate::core::identity::is_short;
use crate::core::model::{Email, RoleName, Secret, TeamSlug};
use crate::core::operation::Context as Operations;
use crate::core::operation::user::{
    Created, NewAccount, NewSecretWord, Who, change, create, founds, owner_is_unprepared, platform_admin,
    set_password,
};
use crate::core::platform::limits;
use crate::core::store::UserChange;

/// Arguments of `user create`.
///
/// Asks for the password at the terminal, unless it comes from stdin. As soon as there is a second user who can log in, everybody
/// has to, and who has used mcpgw alone so far chooses an email and a password first. In a store that nobody has used, an admin
/// is created in place of its owner.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "they are flags")]
#[command(after_help = "Examples:
  mcpgw user create ann@example.org --name 'Ann Example'
  mcpgw user create bob@example.org --no-password --pending
  mcpgw user create deploy@example.org --service --team web
  pass show bob | mcpgw user create bob@example.org --admin --password-stdin")]
pub(in crate::cli) struct Args {
    /// What they log in with
    #[arg(value_parser = Email::parse)]
    email: Email,

    /// Their name
    #[arg(long, default_value = "", hide_default_value = true)]
    name: String,

    /// Make them a platform admin
    #[arg(long, conflicts_with = "global_role")]
    admin: bool,

    /// Give them a role that holds everywhere: `platform_viewer`, `platform_admin`, or one that was made here
    #[arg(long, value_name = "ROLE", value_parser = RoleName::parse)]
    global_role: Option<RoleName>,

    /// Read the password from stdin
    #[arg(long, conflicts_with = "no_password")]
    password_stdin: bool,

    /// Give them no password: they can't log in before they have one
    #[arg(long)]
    no_password: bool,

    /// Let them act only after somebody approves them
    #[arg(long)]
    pending: bool,

    /// Make a service user, which never logs in and belongs to a team
    #[arg(long, requires = "team", conflicts_with_all = ["admin", "global_role", "password_stdin", "pending"])]
    service: bool,

    /// The team that the service user belongs to
    #[arg(long, value_name = "TEAM", value_parser = TeamSlug::parse, requires = "service")]
    team: Option<TeamSlug>,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        limits::no_core_dumps();
        let operations = context.operations().await?;
        let (email, dry_run) = (self.email, self.mutation.dry_run);
        let role = if self.admin { Some(platform_admin()?) } else { self.global_role };
        let password = if self.no_password || self.service {
            None
        } else {
            Some(secret::chosen(context, &format!("Password of {email}: "), self.password_stdin).await?)
        };
        let new = NewAccount {
            email,
            full_name: self.name,
            role,
            password,
            pending: self.pending,
            service_of: self.team.clone(),
        };
        let can_log_in = new.password.is_some() && !new.pending;
        if can_log_in && !dry_run && !founds(&operations, &new).await? {
            prepare_owner(context, &operations, self.password_stdin).await?;
        }
        let advised = new.password.as_ref().is_some_and(|password| is_short(password.reveal()));
        let created = create(&operations, new, dry_run).await?;
        show(context, &created, self.team.as_ref(), dry_run)?;
        if advised {
            context.output.note("12 characters or more make a better password")?;
        }
        Ok(Exit::Success)
    }
}

/// Has the person who used mcpgw alone so far choose what they log in with, if there is somebody to ask.
async fn prepare_owner(
    context: &mut Context,
    operations: &Operations,
    stdin_is_taken: bool,
) -> Result<(), CommandError> {
    if stdin_is_taken || context.asker().is_none() || !owner_is_unprepared(operations).await? {
        return Ok(());
    }
    context.output.note("with a second user everybody logs in, you too")?;
    let email = ask_email(context, "Your own email: ").await?;
    let word: Secret<String> = secret::chosen(context, "Your own password: ", false).await?;
    let wanted = UserChange { email: Some(email), ..UserChange::default() };
    change(operations, &Who::Me, wanted, false).await?;
    set_password(operations, &Who::Me, None, NewSecretWord { word, must_change: false }, false).await?;
    Ok(())
}

fn show(
    context: &Context,
    created: &Created,
    team: Option<&TeamSlug>,
    dry_run: bool,
) -> Result<(), CommandError> {
    let Created { user, took_over, switched } = created;
    let result = json!({
        "id": (!dry_run).then_some(user.id),
        "email": user.email,
        "name": user.full_name,
        "status": user.status,
        "service_of": user.service_of,
        "took_over": took_over,
        "login_required": switched,
        "dry_run": dry_run,
    });
    context.output.show(&result, |page| {
        let verb = if dry_run { "would create" } else { "created" };
        let email = user.email.as_ref().map_or("", Email::as_str);
        page.line(&match team {
            Some(team) => format!("{verb} the service user {email} of the team {team}"),
            None => format!("{verb} the user {email}"),
        });
        if let (Some(team), false) = (team, dry_run) {
            page.remark(&format!(
                "an owner of the team gives it a role: mcpgw team member add {team} {email}"
            ));
        }
        if *switched && !dry_run {
            page.remark("from now on everybody has to log in: mcpgw login");
        }
    })
}
