//! What each test of sending begins with: the series with a server, and a run that is in a hurry.

use super::server::{Does, Server};
use super::{CONTACTS, Project, series};
use crate::common::Run;

/// How the series sends, beside the server and its port.
pub(super) const PLAIN: &str =
    "securite = \"aucune\"\nnom = \"Greffe du Cluster Relèvement Rapide\"\n";

/// The series, whose messages go to that server.
pub(super) fn with_server(server: &Server, more: &str) -> Project {
    with_port(server.port, more)
}

/// The same with a server at that port of this computer.
pub(super) fn with_port(port: u16, more: &str) -> Project {
    // A certificate has a name; nothing else asks for one.
    let host = match more.contains("aucune") {
        true => "127.0.0.1",
        false => "localhost",
    };
    let outbox = format!(
        "{CONTACTS}\n[envoi]\nserveur = \"{host}\"\nport = {port}\nexpediteur = \"greffe@example.org\"\npar_minute = 6000\n{more}"
    );
    series().file("contacts.toml", &outbox)
}

/// Sends without a question and without much patience. What is told of the folder, always the same, is left out.
pub(super) fn post(project: &Project) -> Run {
    post_with(project, &[])
}

/// The same with more in the environment.
pub(super) fn post_with(project: &Project, environment: &[(&'static str, &str)]) -> Run {
    let run = project.greffier([
        "send",
        "2026-04-14",
        "--smtp",
        "--yes",
        "--timeout",
        "2",
        "--retry",
        "1",
    ]);
    let run = run.env("GREFFIER_MOT_DE_PASSE", "sésame");
    let run = environment
        .iter()
        .fold(run, |run, (key, value)| run.env(key, *value));
    let mut run = run.run();
    let is_of_sending = |line: &&str| {
        let of_folder = [
            "7 fichiers de ",
            "message.eml\u{a0}: ",
            "Sans adresse dans ",
        ];
        !of_folder.iter().any(|begins| line.starts_with(begins))
    };
    let lines = run.stderr.lines().filter(is_of_sending);
    run.stderr = lines.map(|line| format!("{line}\n")).collect();
    let files = run.stdout.lines();
    assert!(
        files
            .clone()
            .all(|file| file.starts_with("circulation/2026-04-14/")),
        "{}",
        run.text()
    );
    run.stdout.clear();
    run
}

/// What servers do.
pub(super) fn usual(_: &str, _: usize) -> Does {
    Does::AsUsual
}
