//! What the user is told, and how it begins and ends.

use std::net::TcpListener;

use snapbox::str;

use crate::common::Project;
use crate::served::{Served, wait};

#[test]
fn a_port_that_is_taken() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let project = Project::of_dates(&["2026-03-17"]);
    let run = project.run(["serve", "--port", &port.to_string()]);
    assert_eq!(run.code, 2);
    let said = format!("le port {port} est pris");
    assert!(
        run.stderr.contains(&said) && run.stderr.contains("--port"),
        "{}",
        run.stderr
    );
    assert!(!project.path("output").exists());
}

#[test]
fn a_folder_that_is_no_project() {
    Project::empty()
        .run(["serve", "--port", "0"])
        .is(str![[r#"
code 2
── stderr
erreur⍽: ce dossier n’est pas un projet⍽: il n’a pas de dossier meetings⍽; allez dans celui du projet, ou créez-en un avec «⍽greffier init⍽»

"#]]);
}

#[test]
fn options_that_mean_nothing() {
    let project = Project::of_dates(&["2026-03-17"]);
    project.run(["serve", "--port", "70000"]).is(str![[r#"
code 2
── stderr
erreur⍽: «⍽70000⍽» n’est pas admis pour --port <PORT>⍽: c’est un nombre de 0 à 65535
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]]);
    project.run(["serve", "--host", "bureau"]).is(str![[r#"
code 2
── stderr
erreur⍽: «⍽bureau⍽» n’est pas admis pour --host <ADRESSE>⍽: c’est l’adresse IP d’une carte réseau de cet ordinateur, comme 192.168.1.20
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]]);
    project.run(["serve", "--help"]).is(str![[r#"
code 0
── stdout
Voir les pages dans le navigateur, refaites à chaque enregistrement

Utilisation⍽: greffier serve [OPTIONS]

Options⍽:
      --port <PORT>     Port où écouter⍽; sans cette option, 1111⍽; 0 en prend un qui est libre
      --host <ADRESSE>  Adresse où écouter⍽; sans cette option, 127.0.0.1⍽: les pages ne se voient
                        que de cet ordinateur
      --poll            Relire les dates des fichiers toutes les deux secondes⍽; pour un dossier
                        partagé en réseau, qui n’annonce pas ses changements
  -h, --help            Afficher cette aide

"#]]);
}

#[test]
fn other_computers_are_let_in_on_request_only() {
    let project = Project::of_dates(&["2026-03-17"]);
    let served = Served::start_with(project, ["serve", "--host", "0.0.0.0", "--port", "0"]);
    served.wait_until_said("tous ceux qui sont sur ce réseau peuvent lire ces pages");
    assert_eq!(served.ask("GET", "/", "192.168.1.20:1111").status, 200);
    assert_eq!(served.ask("GET", "/", "example.org").status, 403);
}

/// ^C.
#[cfg(unix)]
#[test]
fn the_end() {
    let mut served = Served::built(Project::of_dates(&["2026-03-17"]));
    // A page that is open holds nothing up.
    let _page = served.listen("/2026/2026-03-17/");
    let id = served.program.id().to_string();
    let sent = std::process::Command::new("kill")
        .args(["-INT", &id])
        .status();
    assert!(sent.unwrap().success());
    let mut status = None;
    wait("the program ends", || {
        status = served.program.try_wait().unwrap();
        status.is_some()
    });
    assert_eq!(status.unwrap().code(), Some(0));
    served.wait_until_said("Arrêté. Les pages restent dans le dossier output.");
}

/// A build that another keeps out is tried again.
#[test]
fn another_build_is_waited_for() {
    use greffier::files::{Lock, Locking};
    let project = Project::of_dates(&["2026-03-17"]).build();
    let lock = Lock::alone(&project.path("output/.greffier/verrou")).unwrap();
    assert!(matches!(lock, Locking::Ours(_)));
    project.write(
        "meetings/2026/2026-03-17.toml",
        "date = 2026-03-17\nlieu = \"à Gao\"\n",
    );
    let served = Served::start(project);
    served.wait_until_said("; celle-ci attend qu’elle finisse");
    assert_eq!(served.get("/2026/2026-03-17/").status, 200);
    drop(lock);
    served.wait_until_page("/2026/2026-03-17/", |page| page.text().contains("à Gao"));
}
