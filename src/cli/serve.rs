//! `greffier serve`.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Stop;
use super::arguments::ServeArguments;
use super::build::{
    NO_RECORD, PATIENCE, SITE_LEFT, holder, said_of_left, summary, warn_of_old_pdfs,
};
use super::messages::{result, say, show_all, shown};
use super::progress::Progress;
use super::selection::project_folder;
use crate::archive::{Follower, OUTPUT_FOLDER, Outcome, Rendering, said_of_standing};
use crate::serve::{self, News, Server, Site, Teller};

pub(super) fn serve(arguments: &ServeArguments) -> Result<ExitCode, Stop> {
    let root = project_folder()?;
    let address = SocketAddr::new(arguments.host, arguments.port);
    let server = Server::bind(address).map_err(|error| Stop(refusal(address, &error)))?;
    let output = root.join(OUTPUT_FOLDER);
    let site = Site {
        output,
        root,
        holder: holder(),
        patience: PATIENCE,
        polls: arguments.poll,
    };
    let address = server.address();
    result(&format!("http://{}/", seen_from_here(address)));
    if !address.ip().is_loopback() {
        say("avis : tous ceux qui sont sur ce réseau peuvent lire ces pages, les projets aussi.");
    }
    say("Ouvrez cette adresse : les pages suivent ce que vous enregistrez. Ctrl+C arrête.");
    serve::serve(server, site, Box::new(Terminal::default()))?;
    say("Arrêté. Les pages restent dans le dossier output.");
    Ok(ExitCode::SUCCESS)
}

/// An address that a browser on this computer can open.
fn seen_from_here(address: SocketAddr) -> SocketAddr {
    match address.ip() {
        ip if ip.is_unspecified() => SocketAddr::new(Ipv4Addr::LOCALHOST.into(), address.port()),
        _ => address,
    }
}

fn refusal(address: SocketAddr, error: &std::io::Error) -> String {
    let port = address.port();
    match error.kind() {
        ErrorKind::AddrInUse => {
            let other = port.checked_add(1).unwrap_or(1111);
            format!(
                "le port {port} est pris, sans doute par un autre « greffier serve » ; essayez : greffier serve --port {other}"
            )
        }
        ErrorKind::PermissionDenied => {
            format!(
                "le port {port} est réservé par le système ; essayez : greffier serve --port 1111"
            )
        }
        ErrorKind::AddrNotAvailable => {
            format!("{} n’est pas une adresse de cet ordinateur", address.ip())
        }
        _ => format!("impossible d’écouter à l’adresse {address} (réponse du système : {error})"),
    }
}

/// Tells what happens, with a progress bar for each long build.
#[derive(Default)]
struct Terminal(Mutex<Option<Progress>>);

impl Terminal {
    fn progress(&self) -> MutexGuard<'_, Option<Progress>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Follower for Terminal {
    fn planned(&self, records: usize) {
        let progress = Progress::new(true);
        progress.planned(records);
        *self.progress() = Some(progress);
    }

    fn done(&self) {
        self.progress().iter().for_each(Follower::done);
    }

    fn stuck(&self, rendering: &Rendering) {
        self.progress()
            .iter()
            .for_each(|progress| progress.stuck(rendering));
    }
}

impl Teller for Terminal {
    fn tell(&self, news: &News<'_>) {
        self.progress().take().iter().for_each(Progress::clear);
        match news {
            News::Built(outcome, doubts) => {
                show_all(doubts);
                built(outcome);
            }
            News::Refused(reports) => {
                show_all(reports);
                say("Corrigez d’abord cela ; les pages restent celles d’avant.");
            }
            News::Empty(output) => say(&said_of_left(output.to_path_buf())
                .map_or_else(|| NO_RECORD.to_owned(), |left| format!("avis : {left}."))),
            News::Failed(said) => say(said),
            News::Polling => say(
                "avis : le système ne peut plus annoncer les changements de fichiers ; greffier regarde donc toutes les deux secondes.",
            ),
        }
    }
}

fn built(outcome: &Outcome) {
    show_all(&outcome.reports);
    for path in &outcome.left_alone {
        say(&format!(
            "avis : {} n’est pas tel que greffier l’a fait, et reste ainsi",
            shown(path)
        ));
    }
    say(&summary(outcome, false, OUTPUT_FOLDER));
    if outcome.is_site_left {
        say(SITE_LEFT);
    }
    said_of_standing(&outcome.standing)
        .iter()
        .for_each(|line| say(line));
    warn_of_old_pdfs(&outcome.old_pdfs);
}
