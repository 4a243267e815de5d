//! clap's answers in French, rebuilt from what it found: its own English sentences never reach the user.

use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::messages::{result, say};
use crate::diagnostic::no_break_spaces;

/// Prints a help page or a version on stdout, or what is wrong with the command on stderr.
pub(super) fn answer(error: &Error) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        let page = error.render().to_string().replace("...", "…");
        result(no_break_spaces(&page).trim_end());
        return ExitCode::SUCCESS;
    }
    say(&format!("erreur : {}", sentence(error)));
    if let Some(near) = context(error, ContextKind::SuggestedArg)
        .or_else(|| context(error, ContextKind::SuggestedSubcommand))
    {
        say(&format!("  aide : vouliez-vous dire {near} ?"));
    }
    say("  aide : « greffier --help » montre les commandes et leurs options");
    ExitCode::from(2)
}

fn sentence(error: &Error) -> String {
    let argument = context(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = context(error, ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!(
                "la commande « {} » n’existe pas",
                context(error, ContextKind::InvalidSubcommand).unwrap_or_default()
            )
        }
        ErrorKind::UnknownArgument => format!("« {argument} » n’est pas admis ici"),
        ErrorKind::InvalidValue if value.is_empty() => format!("il manque la valeur de {argument}"),
        ErrorKind::InvalidValue => match context(error, ContextKind::ValidValue) {
            Some(valid) => format!("« {value} » n’est pas admis ; choisissez parmi : {valid}"),
            None => format!("« {value} » n’est pas admis pour {argument}"),
        },
        // Only our own parsers refuse a value so, and they say why in French.
        ErrorKind::ValueValidation => format!(
            "« {value} » n’est pas admis pour {argument} : {}",
            std::error::Error::source(error).map_or_else(String::new, ToString::to_string)
        ),
        ErrorKind::TooManyValues => format!("{argument} ne prend pas de valeur"),
        ErrorKind::MissingRequiredArgument => {
            format!("il manque {}", argument.trim_end_matches("..."))
        }
        ErrorKind::ArgumentConflict => {
            format!("{argument} est donné deux fois, ou avec une option contraire")
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{argument} n’a pas le bon nombre de valeurs")
        }
        ErrorKind::InvalidUtf8 => "un des mots de la commande n’est pas lisible".into(),
        other => format!("cette commande n’est pas comprise ({other})"),
    }
}

fn context(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        ContextValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
