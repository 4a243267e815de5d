//! What a formatted text cannot say, and is printed with its signs: images, footnotes, quotations, code, HTML.

use std::collections::BTreeMap;

use super::at_all;
use crate::diagnostic::{Diagnostic, Diagnostics, Source, Span};
use crate::markup::{Unsaid, UnsaidKind, is_between_angles};
use crate::record::RecordDoubt;
use crate::record::texts::locate;

/// At most 300 places are reported of one text: nobody reads on, and finding each takes its time.
const MOST_PLACES: usize = 300;

/// One doubt for each kind of thing that the text `whole` holds, with its places.
pub(super) fn doubts(
    source: &Source,
    whole: &Span,
    text: &str,
    unsaid: &[Unsaid],
    doubts: &mut Diagnostics,
) {
    let mut places: BTreeMap<UnsaidKind, Vec<Span>> = BTreeMap::new();
    // Where the last thing of each kind ends: the same signs may stand in a text twice.
    let mut reached: BTreeMap<UnsaidKind, usize> = BTreeMap::new();
    for one in unsaid.iter().take(MOST_PLACES) {
        let from = reached.entry(one.kind).or_default();
        let span = match place(text, *from, one) {
            Some(part) => {
                *from = part.end;
                locate(source, whole, text, part)
            }
            None => whole.clone(),
        };
        places.entry(one.kind).or_default().push(span);
    }
    for (kind, mut spans) in places {
        if doubts.is_full() {
            return;
        }
        spans.dedup();
        doubts.push(at_all(doubt(kind), spans));
    }
}

/// The first place from there on where that thing stands.
fn place(text: &str, from: usize, one: &Unsaid) -> Option<Span> {
    let found = text.get(from..)?.match_indices(&one.text);
    let mut places = found.map(|(start, _)| from + start..from + start + one.text.len());
    // The same word may stand before it between `<<` and `>>`, where it is no tag.
    let is_tag = |place: &Span| one.kind != UnsaidKind::Html || !is_between_angles(text, place);
    places.find(is_tag)
}

fn doubt(kind: UnsaidKind) -> Diagnostic {
    match kind {
        UnsaidKind::Image => Diagnostic::new(
            RecordDoubt::ImageUnsaid,
            "une image ne s’imprime pas ici : ces signes sont imprimés tels quels",
        )
        .help("joignez l’image en annexe, et supprimez ces signes"),
        UnsaidKind::Footnote => Diagnostic::new(
            RecordDoubt::FootnoteUnsaid,
            "une note de bas de page ne se fait pas ici : ces signes sont imprimés tels quels",
        )
        .help("mettez la note entre parenthèses, dans la phrase"),
        UnsaidKind::Quotation => Diagnostic::new(
            RecordDoubt::QuotationUnsaid,
            "une citation ne se met pas en retrait ici : le signe > est imprimé",
        )
        .help("écrivez la citation entre guillemets : « … »"),
        UnsaidKind::Code => Diagnostic::new(
            RecordDoubt::CodeUnsaid,
            "un bloc de code ne se fait pas ici : ses signes sont imprimés tels quels",
        )
        .help("supprimez les signes qui ouvrent et ferment le bloc"),
        UnsaidKind::Html => Diagnostic::new(
            RecordDoubt::HtmlUnsaid,
            "une balise HTML reste sans effet ici : elle est imprimée telle quelle",
        )
        .help("supprimez-la ; le gras s’écrit **ainsi**, l’italique *ainsi*"),
    }
}
