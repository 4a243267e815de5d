//! Texts that will not be printed as their author may expect: a refused link, what a formatted text cannot say, a line end in
//! a one-line field, a place that an online meeting does not have.

use super::unsaid;
use crate::diagnostic::{Diagnostic, Diagnostics, Source};
use crate::markup;
use crate::record::RecordDoubt;
use crate::record::raw::{Mode, RawMeeting, TextKind};
use crate::record::texts::locate;

pub(super) fn doubts(source: &Source, raw: &RawMeeting, doubts: &mut Diagnostics) {
    for (text, whole, kind) in raw.texts() {
        match kind {
            TextKind::Line => {
                if text.trim().contains(['\n', '\u{2028}']) {
                    doubts.push(
                        Diagnostic::new(RecordDoubt::LineOfLines, "ce texte doit tenir sur une ligne : le passage à la ligne devient une espace")
                            .at(whole, "")
                            .help("écrivez-le sur une seule ligne"),
                    );
                }
            }
            TextKind::Markup => {
                let read = markup::parse(text);
                unsaid::doubts(source, &whole, text, &read.unsaid, doubts);
                for address in read.refused {
                    if doubts.is_full() {
                        return;
                    }
                    let part = text
                        .find(&address)
                        .map(|start| start..start + address.len());
                    let span = part
                        .map_or_else(|| whole.clone(), |part| locate(source, &whole, text, part));
                    doubts.push(
                        Diagnostic::new(RecordDoubt::AddressUnlinked, "cette adresse ne devient pas un lien : elle est imprimée comme du texte")
                            .at(span, "")
                            .help("un lien commence par https://, http://, mailto: ou tel:"),
                    );
                }
            }
        }
    }
    if raw.mode.get() == Some(&Mode::Online)
        && let Some((_, span)) = raw.place.located()
    {
        doubts.push(
            Diagnostic::new(
                RecordDoubt::PlaceUnsaid,
                "ce lieu ne sera pas imprimé : la réunion est en ligne",
            )
            .at(span, "")
            .help("écrivez mode = \"hybride\" si la réunion s’est tenue aussi dans ce lieu"),
        );
    }
}
