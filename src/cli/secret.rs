//! The password of who sends. It stands in no file of the project and in no message: the environment tells it, or a command, or the
//! user when asked.

use std::io::IsTerminal;
use std::process::{Command, Stdio};

use super::Stop;
use crate::diagnostic::visible;
use crate::mailing::Credentials;

/// The variable that holds it.
const PASSWORD: &str = "GREFFIER_MOT_DE_PASSE";
/// The variable that holds a command, whose first line is the password.
const COMMAND: &str = "GREFFIER_MOT_DE_PASSE_COMMANDE";

/// What the server is told of that user.
pub(super) fn credentials(user: &str) -> Result<Credentials, Stop> {
    let password = match (variable(PASSWORD), variable(COMMAND)) {
        (Some(password), _) => password,
        (None, Some(command)) => said_by(&command)?,
        (None, None) => asked(user)?,
    };
    Ok(Credentials::new(user.to_owned(), password))
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The first line that the command says. What it says aloud besides goes to the terminal.
fn said_by(command: &str) -> Result<String, Stop> {
    let output = shell(command).stderr(Stdio::inherit()).output();
    let Some(output) = output.ok().filter(|output| output.status.success()) else {
        return Err(Stop(format!(
            "la commande de {COMMAND} n’a pas donné le mot de passe ; essayez-la seule dans ce terminal"
        )));
    };
    let said = String::from_utf8_lossy(&output.stdout);
    let password = said.lines().next().unwrap_or_default();
    match password.is_empty() {
        false => Ok(password.to_owned()),
        true => Err(Stop(format!(
            "la commande de {COMMAND} ne dit rien ; sa première ligne doit être le mot de passe"
        ))),
    }
}

/// The command as the system's own shell reads it.
#[cfg(not(windows))]
fn shell(command: &str) -> Command {
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(command);
    shell
}

/// The same under Windows, whose shell takes off the outer quotes alone (`/S`) and knows no other way to quote a quote.
#[cfg(windows)]
fn shell(command: &str) -> Command {
    use std::os::windows::process::CommandExt;
    let mut shell = Command::new("cmd");
    shell.raw_arg(format!("/D /S /C \"{command}\""));
    shell
}

fn asked(user: &str) -> Result<String, Stop> {
    let none = || {
        Stop(format!(
            "il manque le mot de passe de {user} ; mettez-le dans la variable {PASSWORD}, ou une commande qui le dit dans {COMMAND}"
        ))
    };
    if !std::io::stdin().is_terminal() {
        return Err(none());
    }
    let question = format!("Mot de passe de {user} (il ne s’affiche pas)\u{a0}: ");
    // It goes to the terminal by itself.
    let password = rpassword::prompt_password(visible(&question));
    password
        .ok()
        .filter(|typed| !typed.is_empty())
        .ok_or_else(none)
}
