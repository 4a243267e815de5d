//! The few pages that the server has of its own.

use std::fmt::Write;

use super::inject::script_tag;
use crate::escaping::{Quotes, escaped};

/// What these pages may do: show a file of the site in a frame, run the script of the site.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; \
     style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The page that keeps a PDF in view: a PDF cannot load itself anew.
pub(super) fn preview(path: &str, is_there: bool, version: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    let name = escaped(
        &percent_encoding::percent_decode_str(name).decode_utf8_lossy(),
        Quotes::Any,
    );
    let body = match is_there {
        true => format!(
            "<iframe src=\"{}\" title=\"{name}\"></iframe>",
            escaped(path, Quotes::Any)
        ),
        false => "<main><p>Ce PDF n’existe pas encore ; il paraîtra ici.</p></main>".to_owned(),
    };
    page(&format!("Aperçu\u{a0}: {name}"), &body, version)
}

/// What stands at the root where the site has no page of its own there: the pages of the records.
pub(super) fn start(addresses: &[String], version: &str) -> String {
    let mut body = "<main><h1>Comptes rendus</h1>\n<ul>\n".to_owned();
    for address in addresses {
        let address = escaped(address, Quotes::Any);
        let _ = writeln!(body, "<li><a href=\"/{address}/\">{address}</a></li>");
    }
    body.push_str("</ul>\n");
    if addresses.is_empty() {
        body.push_str("<p>Aucune page pour l’instant ; elles paraîtront ici.</p>");
    }
    page("Comptes rendus", &(body + "</main>"), version)
}

/// What stands where there is nothing.
pub(super) fn missing(version: &str) -> String {
    let body = "<main><h1>Page introuvable</h1>\n<p>Rien ne se trouve à cette adresse. \
        <a href=\"/\">Voir tous les comptes rendus</a></p></main>";
    page("Page introuvable", body, version)
}

fn page(title: &str, body: &str, version: &str) -> String {
    let script = script_tag(version);
    format!(
        "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <style>body {{ margin: 0; font: 1rem/1.6 sans-serif }} main {{ margin: 2rem auto; max-width: 40rem; padding: 0 1rem }} \
         iframe {{ border: 0; height: 100vh; width: 100%; display: block }}</style>\n{script}</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
}
