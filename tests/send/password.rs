//! Where the password comes from: the environment, or a command, such as those that ask the keyring of each system.

use std::path::Path;

use super::Project;
use super::outbox::{PLAIN, post, usual, with_server};
use super::server::Server;

fn with_password(server: &Server) -> Project {
    with_server(server, &format!("{PLAIN}utilisateur = \"greffe\"\n"))
}

#[test]
fn the_password_comes_from_the_environment_or_a_command() {
    let said = "AUTH PLAIN AGdyZWZmZQBzw6lzYW1l";
    let server = Server::plain(usual);
    let project = with_password(&server);
    assert_eq!(post(&project).code, 0);
    assert!(
        server.heard().contains(&said.to_owned()),
        "{:?}",
        server.heard()
    );

    let send = ["send", "2026-04-14", "--smtp", "--yes", "--again"];
    let server = Server::plain(usual);
    let project = with_password(&server);
    let run = project.run(send);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("il manque le mot de passe de greffe"),
        "{}",
        run.text()
    );
    let command = project
        .greffier(send)
        .env("GREFFIER_MOT_DE_PASSE_COMMANDE", "echo secret");
    assert_eq!(command.run().code, 0);
    assert!(
        server
            .heard()
            .contains(&"AUTH PLAIN AGdyZWZmZQBzZWNyZXQ=".to_owned())
    );
    let command = project
        .greffier(send)
        .env("GREFFIER_MOT_DE_PASSE_COMMANDE", "exit 3");
    let run = command.run();
    assert_eq!(run.code, 0, "nothing is left to send: {}", run.text());
    for file in project.files("circulation") {
        let bytes = project.bytes(&format!("circulation/{file}"));
        assert!(
            !String::from_utf8_lossy(&bytes).contains("secret"),
            "{file}"
        );
    }
}

/// The commands of the guide that ask a keyring: the last one of each row of their table.
fn commands_of_the_guide() -> Vec<String> {
    let guide = Path::new(crate::common::REPOSITORY).join("docs/guide.md");
    let guide = std::fs::read_to_string(guide).unwrap();
    let table = guide.split("| La commande qui le demande |").nth(1);
    let table = table.expect("the table of keyrings").lines().skip(2);
    let rows = table.take_while(|line| line.starts_with('|'));
    rows.map(|row| row.split('`').rev().nth(1).unwrap().to_owned())
        .collect()
}

/// Programs of other systems are played by scripts that answer to their own words alone.
#[cfg(unix)]
#[test]
fn the_keyring_of_each_system_is_asked_by_the_command_of_the_guide() {
    use std::os::unix::fs::PermissionsExt;

    let keyrings = [
        ("secret-tool", "lookup service greffier"),
        ("security", "find-generic-password -s greffier -w"),
        (
            "powershell",
            "-NoProfile -Command (Get-StoredCredential -Target greffier).GetNetworkCredential().Password",
        ),
        ("pass", "show greffier"),
    ];
    let commands = commands_of_the_guide();
    assert_eq!(commands.len(), keyrings.len(), "{commands:?}");
    for (command, (program, words)) in commands.iter().zip(keyrings) {
        assert!(command.starts_with(program), "{command}");
        let server = Server::plain(usual);
        let project = with_password(&server);
        let script = format!("#!/bin/sh\n[ \"$*\" = '{words}' ] && echo sésame\n");
        project.write(&format!("bin/{program}"), &script);
        let script = project.path(&format!("bin/{program}"));
        std::fs::set_permissions(&script, PermissionsExt::from_mode(0o755)).unwrap();
        let path = format!("{}:/usr/bin:/bin", project.path("bin").display());
        let run = project
            .greffier(["send", "2026-04-14", "--smtp", "--yes"])
            .env("PATH", path)
            .env("GREFFIER_MOT_DE_PASSE_COMMANDE", command)
            .run();
        assert_eq!(
            (run.code, server.taken().len()),
            (0, 6),
            "{command}: {}",
            run.text()
        );
        let said = server.heard();
        assert!(
            said.contains(&"AUTH PLAIN AGdyZWZmZQBzw6lzYW1l".to_owned()),
            "{said:?}"
        );
    }
}

/// A keyring that is locked, or does not know: the server hears nothing.
#[test]
fn a_command_that_gives_no_password_sends_nothing() {
    for (command, told) in [
        ("exit 3", "n’a pas donné le mot de passe"),
        ("echo", "sa première ligne doit être le mot de passe"),
    ] {
        let server = Server::plain(usual);
        let project = with_password(&server);
        let run = project
            .greffier(["send", "2026-04-14", "--smtp", "--yes"])
            .env("GREFFIER_MOT_DE_PASSE_COMMANDE", command)
            .run();
        assert_eq!(run.code, 2);
        assert!(
            super::plain_spaces(&run.stderr).contains(told),
            "{}",
            run.text()
        );
        assert!(server.heard().is_empty());
    }
}
