//! `[envoi]`: the server that messages go through. A password stands in no file.

use super::ContactFault;
use super::address::{is_address, is_host};
use super::raw::RawOutbox;
use super::security::Security;
use super::texts::{line, not_an_address};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::toml_source::Field;

/// As many as servers of offices and providers let pass.
const PER_MINUTE: u32 = 30;
/// At most a hundred a second.
const MOST_PER_MINUTE: u32 = 6000;

/// The server that messages go through, and who sends them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outbox {
    /// Its name, or its address.
    pub server: String,
    /// Its port.
    pub port: u16,
    /// How what goes to it is protected.
    pub security: Security,
    /// The address of who sends.
    pub sender: String,
    /// The name of who sends.
    pub sender_name: Option<String>,
    /// The name under which the server knows who sends; it is given no password without.
    pub user: Option<String>,
    /// How many messages go to it in a minute, at most.
    pub per_minute: u32,
}

/// The server, sound only if no fault was added.
pub(super) fn outbox(raw: &RawOutbox, span: &Span, faults: &mut Diagnostics) -> Option<Outbox> {
    for (key, is_absent, example) in [
        ("serveur", raw.server.is_absent(), "smtp.example.org"),
        (
            "expediteur",
            raw.sender.is_absent(),
            "coordination@example.org",
        ),
    ] {
        if is_absent {
            let title = format!("il manque la clé `{key}` de l’envoi");
            let fault = Diagnostic::new(ContactFault::OutboxIncomplete, title).at(span.clone(), "");
            faults.push(fault.help(format!("ajoutez sous [envoi] : {key} = \"{example}\"")));
        }
    }
    let security = raw.security.get().copied().unwrap_or_default();
    let port = number(&raw.port, "un port", u16::MAX.into(), faults);
    let per_minute = number(
        &raw.per_minute,
        "le nombre de messages par minute",
        MOST_PER_MINUTE,
        faults,
    );
    let server = server(&raw.server, security, faults);
    let sender = sender(&raw.sender, faults);
    let sender_name = line(&raw.sender_name, faults);
    let user = line(&raw.user, faults);
    Some(Outbox {
        server: server?,
        port: port
            .and_then(|port| u16::try_from(port).ok())
            .unwrap_or_else(|| security.port()),
        security,
        sender: sender?,
        sender_name,
        user,
        per_minute: per_minute.unwrap_or(PER_MINUTE),
    })
}

fn number(field: &Field<i64>, what: &str, most: u32, faults: &mut Diagnostics) -> Option<u32> {
    let (number, span) = field.located()?;
    let number = u32::try_from(*number).ok();
    let number = number.filter(|number| (1..=most).contains(number));
    if number.is_none() {
        let title = format!("{what} va de 1 à {most}");
        let fault = Diagnostic::new(ContactFault::OutboxRange, title).at(span, "");
        faults.push(fault.help("corrigez ce nombre, ou supprimez la ligne"));
    }
    number
}

fn server(field: &Field<String>, security: Security, faults: &mut Diagnostics) -> Option<String> {
    let span = field.span()?;
    let name = line(field, faults)?;
    if !is_host(&name) {
        let title = "ceci n’est pas le nom d’un serveur";
        let fault = Diagnostic::new(ContactFault::OutboxServer, title).at(span, "");
        faults.push(
            fault.help("écrivez son nom seul, comme smtp.example.org ; le port va dans port = 587"),
        );
        return None;
    }
    if security == Security::None && !is_this_computer(&name) {
        let title = "les messages et le mot de passe iraient sans protection à un autre ordinateur";
        let fault = Diagnostic::new(ContactFault::OutboxUnprotected, title).at(span, "");
        faults.push(fault.help("supprimez la ligne `securite` : elle n’admet \"aucune\" qu’avec serveur = \"localhost\""));
        return None;
    }
    Some(name)
}

fn is_this_computer(name: &str) -> bool {
    ["localhost", "127.0.0.1", "::1"].contains(&name)
}

fn sender(field: &Field<String>, faults: &mut Diagnostics) -> Option<String> {
    let span = field.span()?;
    let sender = line(field, faults)?;
    if !is_address(&sender) {
        faults.push(not_an_address(&sender, span));
        return None;
    }
    Some(sender)
}
