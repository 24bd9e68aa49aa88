//! Reads the arguments of a session without building what commands take: that costs a session more memory and time than reading
//! the store does.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::Parser as _;

use super::arguments::{Color, Global};
use super::command::{Cli, Command};
use super::environment::Environment;
use super::stdio::StdioArgs;
use crate::core::model::ProfileName;

/// What `arguments` (with the program's name first) ask for.
pub(super) fn parse(arguments: &[OsString], environment: &Environment) -> Result<Cli, clap::Error> {
    // Help, mistakes and what is rare are of the whole tree.
    session(arguments, environment).map_or_else(|| Cli::try_parse_from(arguments), Ok)
}

/// A session, with nothing but what clients are told to say.
fn session(arguments: &[OsString], environment: &Environment) -> Option<Cli> {
    if ["MCPGW_FORMAT", "MCPGW_NO_INPUT"].into_iter().any(|name| environment.set(name).is_some()) {
        return None;
    }
    let (mut data_dir, mut config, mut token_file, mut profile) = (None, None, None, None);
    let mut is_session = false;
    let mut arguments = arguments.get(1..)?.iter();
    while let Some(argument) = arguments.next() {
        let place = match argument.to_str()? {
            "stdio" if !is_session => {
                is_session = true;
                continue;
            }
            "--data-dir" => &mut data_dir,
            "--config" => &mut config,
            "--token-file" => &mut token_file,
            "--profile" if is_session => &mut profile,
            _ => return None,
        };
        if place.replace(value(arguments.next()?)?).is_some() {
            return None;
        }
    }
    // One that is set to nothing is a mistake: whoever meant to name a store is not given another.
    let of_environment =
        |flag: Option<OsString>, name| match flag.as_deref().or_else(|| environment.set(name)) {
            Some(text) => Some(Some(PathBuf::from(value(text)?))),
            None => Some(None),
        };
    let profile = match profile {
        Some(name) => Some(ProfileName::parse(name.to_str()?).ok()?),
        None => None,
    };
    let global = Global {
        data_dir: of_environment(data_dir, "MCPGW_DATA_DIR")?,
        config: of_environment(config, "MCPGW_CONFIG")?,
        token_file: token_file.map(PathBuf::from),
        json: false,
        format: None,
        field: None,
        quiet: false,
        verbose: 0,
        color: Color::Auto,
        no_input: false,
        yes: false,
    };
    is_session.then(|| Cli { global, command: Some(Command::Stdio(StdioArgs { profile })) })
}

/// What nobody takes for a flag, or for nothing.
fn value(text: &OsStr) -> Option<OsString> {
    let first = text.as_encoded_bytes().first()?;
    (*first != b'-').then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_read_quickly_is_what_the_whole_tree_reads(
            words in proptest::collection::vec(
                prop::sample::select(vec![
                    "stdio", "stdio", "--data-dir", "--config", "--token-file", "--profile", "cursor", "/a", "-", "--", "",
                    "-v", "--json", "Not A Name", "status", "--data-dir=/b",
                ]),
                0..7,
            ),
        ) {
            let arguments: Vec<OsString> = ["mcpgw"].into_iter().chain(words).map(Into::into).collect();
            // Which the whole tree reads for itself.
            if let Some(quick) = session(&arguments, &Environment::read()) {
                let whole = Cli::try_parse_from(&arguments);
                prop_assert_eq!(format!("{quick:?}"), format!("{:?}", whole.expect("the same")));
            }
        }
    }

    #[test]
    fn what_clients_are_told_to_say_is_read_quickly() {
        let read = |line: &str| {
            let arguments: Vec<OsString> = line.split(' ').map(Into::into).collect();
            let Cli { global, command } = session(&arguments, &Environment::of(&[])).expect(line);
            let Some(Command::Stdio(StdioArgs { profile })) = command else { panic!("a session: {line}") };
            let named = |path: Option<PathBuf>| path.map(|path| path.display().to_string());
            let profile = profile.map(|name| name.as_str().to_owned());
            [named(global.data_dir), named(global.config), named(global.token_file), profile]
        };
        let said = |values: [&str; 4]| values.map(|value| (!value.is_empty()).then(|| value.to_owned()));
        assert_eq!(read("mcpgw stdio"), said(["", "", "", ""]));
        assert_eq!(read("mcpgw --data-dir /d stdio"), said(["/d", "", "", ""]));
        assert_eq!(read("mcpgw stdio --profile cursor"), said(["", "", "", "cursor"]));
        assert_eq!(read("mcpgw stdio --token-file /t --config /c"), said(["", "/c", "/t", ""]));
    }

    #[test]
    fn a_directory_may_stand_in_the_environment_where_a_flag_is_nearer_and_nothing_is_a_mistake() {
        let dir = |arguments: &[&str], text: &str| {
            let arguments: Vec<_> = arguments.iter().map(OsString::from).collect();
            session(&arguments, &Environment::of(&[("MCPGW_DATA_DIR", text)])).map(|cli| cli.global.data_dir)
        };
        assert_eq!(dir(&["mcpgw", "stdio"], "/e"), Some(Some("/e".into())));
        assert_eq!(dir(&["mcpgw", "stdio", "--data-dir", "/f"], "/e"), Some(Some("/f".into())));
        assert_eq!(dir(&["mcpgw", "stdio"], ""), None);
        for name in ["MCPGW_CONFIG", "MCPGW_FORMAT", "MCPGW_NO_INPUT"] {
            assert!(session(&["mcpgw".into(), "stdio".into()], &Environment::of(&[(name, "")])).is_none());
        }
    }
}
