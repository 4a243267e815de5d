//! The command line: arguments in, French messages out. The only place that prints.
//!
//! Results go to stdout, messages to stderr. Exit codes: 0 done, 1 faults in records (the sound ones were still made),
//! 2 misuse, a failed disk or an answer that could not be written. `send --smtp`: 0 all went out, 1 somebody has not the message, 2 the run stopped.

mod arguments;
mod build;
mod check;
mod choices;
mod create;
mod fix;
mod folders;
mod guide;
mod json;
mod messages;
mod misuse;
mod named;
mod placed;
mod post;
mod progress;
mod publish;
mod secret;
mod selection;
mod send;
mod serve;

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use arguments::{Arguments, Command};
use choices::SchemaOf;
use messages::{ended, result, say};

use crate::archive;
use crate::authoring::schema_text;
use crate::print::style;
use crate::{config, contacts, files, record, site};

/// Something that ends the program with code 2.
#[derive(Debug)]
struct Stop(String);

impl<E: std::error::Error> From<E> for Stop {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// The folder one is in.
fn current_folder() -> Result<PathBuf, Stop> {
    std::env::current_dir().map_err(|cause| {
        Stop(match cause.kind() {
            ErrorKind::NotFound => {
                "le dossier où vous êtes n’existe plus : allez dans celui du projet".to_owned()
            }
            _ => format!(
                "impossible de lire le dossier où vous êtes : {}",
                files::said(&cause)
            ),
        })
    })
}

/// What the command line takes, for who writes a manual of it.
#[must_use]
pub fn arguments() -> clap::Command {
    Arguments::command()
}

/// Runs the program with these arguments, the first being its own name.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let parsed = Arguments::command()
        .try_get_matches_from(arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    ended(match parsed {
        Ok(arguments) => done(arguments),
        Err(error) => misuse::answer(&error),
    })
}

/// Does what was asked, and says why where it cannot.
fn done(arguments: Arguments) -> ExitCode {
    archive::note_faults();
    let done = archive::caught(|| command(arguments));
    done.unwrap_or_else(|place| {
        Err(Stop(format!(
            "le programme est en défaut ({place})\u{a0}; envoyez ce message et vos comptes rendus à ceux qui le tiennent, pour qu’ils le corrigent"
        )))
    })
    .unwrap_or_else(|Stop(message)| {
        say(&format!("erreur : {message}"));
        ExitCode::from(2)
    })
}

/// Does what was asked.
fn command(arguments: Arguments) -> Result<ExitCode, Stop> {
    match arguments.command {
        None => {
            welcome();
            Ok(ExitCode::SUCCESS)
        }
        Some(Command::Build(arguments)) => build::build(&arguments),
        Some(Command::Check(arguments)) => check::check(&arguments),
        Some(Command::Serve(arguments)) => serve::serve(&arguments),
        Some(Command::Send(arguments)) => send::send(&arguments),
        Some(Command::Publish(arguments)) => publish::publish(&arguments),
        Some(Command::New(arguments)) => create::new(&arguments),
        Some(Command::Init(arguments)) => create::init(&arguments),
        Some(Command::Guide(arguments)) => guide::guide(&arguments),
        Some(Command::Schema(arguments)) => {
            let schema = match arguments.of {
                SchemaOf::Record => record::schema(),
                SchemaOf::Config => config::schema(),
                SchemaOf::Contacts => contacts::schema(),
                SchemaOf::Style => style::schema(),
                SchemaOf::Minutes => site::minutes_schema(),
                SchemaOf::Actions => site::actions_schema(),
            };
            result(schema_text(&schema).trim_end());
            Ok(ExitCode::SUCCESS)
        }
        Some(Command::Completions(arguments)) => {
            let mut script = Vec::new();
            clap_complete::generate(
                arguments.shell,
                &mut Arguments::command(),
                "greffier",
                &mut script,
            );
            result(String::from_utf8_lossy(&script).trim_end());
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// What `greffier` alone says: where one is, and the next step.
fn welcome() {
    let here = std::env::current_dir().unwrap_or_default();
    let root = archive::Project::root_of(&here);
    let next = if files::is_folder(&root.join(archive::MEETINGS_FOLDER)) {
        "« greffier check » vérifie les comptes rendus de ce dossier, « greffier build » en fait les pages."
    } else {
        "« greffier init » crée ici un projet, avec un compte rendu d’exemple."
    };
    say("greffier tient et publie les comptes rendus de réunions.");
    say(next);
    say("« greffier --help » montre toutes les commandes.");
}
