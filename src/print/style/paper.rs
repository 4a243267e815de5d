//! The sheet of paper: its format, its margins, and room enough between them.

use super::PageStyle;
use super::raw::{Orientation, PaperFormat, RawMargins, RawPage};
use super::values::{MARGIN, SIDE, TIGHTENING, mm, percent};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::print::style::StyleFault;
use crate::print::units::Pt;
use crate::toml_source::Field;

/// The least width and height of the text, in millimetres: narrower columns hold no word.
const LEAST_TEXT_MM: f64 = 40.0;

impl PageStyle {
    /// The same sheet held sideways, each margin on the side of its name. None where the sheet is wider than high already, or
    /// where its margins would leave the text too little of the height.
    pub(in crate::print) fn sideways(self) -> Option<Self> {
        let turned = Self {
            width: self.height,
            height: self.width,
            ..self
        };
        let room = turned.height - turned.top - turned.bottom;
        (turned.width > turned.height && room >= least_text()).then_some(turned)
    }
}

/// The least width and height of the text. Sums of rounded numbers: 80 less twice 20 is a little less than 40.
fn least_text() -> Pt {
    Pt::from_mm(LEAST_TEXT_MM) - Pt(0.001)
}

/// The page that was asked for, over another. `held` wins over the orientation of the sheet.
pub(super) fn page(
    raw: &RawPage,
    held: Option<Orientation>,
    base: PageStyle,
    faults: &mut Diagnostics,
) -> PageStyle {
    let (width, height) = sheet(raw, held, (base.width, base.height), faults);
    let none = RawMargins::default();
    let margins = raw.margins.get().unwrap_or(&none);
    let mut margin = |field: &Field<f64>, base| mm(field, MARGIN, faults).unwrap_or(base);
    let page = PageStyle {
        width,
        height,
        top: margin(&margins.top, base.top),
        right: margin(&margins.right, base.right),
        bottom: margin(&margins.bottom, base.bottom),
        left: margin(&margins.left, base.left),
        header: margin(&raw.header, base.header),
        footer: margin(&raw.footer, base.footer),
        tightening: percent(&raw.tightening, TIGHTENING, faults).unwrap_or(base.tightening),
    };
    // A number out of its bounds has been told: what follows from it is no second fault.
    if faults.is_empty() {
        room_for_text(raw, margins, page, faults);
        room_for_running_heads(raw, margins, page, faults);
    }
    page
}

fn sheet(
    raw: &RawPage,
    held: Option<Orientation>,
    base: (Pt, Pt),
    faults: &mut Diagnostics,
) -> (Pt, Pt) {
    let format = raw.format.get().map(|format| {
        let (width, height) = match format {
            PaperFormat::A3 => (297.0, 420.0),
            PaperFormat::A4 => (210.0, 297.0),
            PaperFormat::A5 => (148.0, 210.0),
            PaperFormat::Letter => (215.9, 279.4),
        };
        (Pt::from_mm(width), Pt::from_mm(height))
    });
    let side = raw.width.located().or(raw.height.located());
    if let (Some((_, format)), Some((_, side))) = (raw.format.located(), side) {
        faults.push(
            Diagnostic::new(
                StyleFault::FormatAndSides,
                "une feuille a un format ou des dimensions, pas les deux",
            )
            .at(side, "")
            .at(format, "")
            .help("gardez le format, ou largeur et hauteur"),
        );
    }
    let (width, height) = format.unwrap_or(base);
    let width = mm(&raw.width, SIDE, faults).unwrap_or(width);
    let height = mm(&raw.height, SIDE, faults).unwrap_or(height);
    let (short, long) = (width.min(height), width.max(height));
    match held.or(raw.orientation.get().copied()) {
        Some(Orientation::Portrait) => (short, long),
        Some(Orientation::Landscape) => (long, short),
        None => (width, height),
    }
}

fn room_for_text(raw: &RawPage, margins: &RawMargins, page: PageStyle, faults: &mut Diagnostics) {
    let least = least_text();
    let across = [&margins.left, &margins.right, &raw.width];
    let down = [&margins.top, &margins.bottom, &raw.height];
    let rooms = [
        (page.width - page.left - page.right, across, "de large"),
        (page.height - page.top - page.bottom, down, "de haut"),
    ];
    for (room, fields, direction) in rooms {
        if room < least {
            let title =
                format!("ces marges ne laissent pas au texte {LEAST_TEXT_MM} mm {direction}");
            faults.push(
                Diagnostic::new(StyleFault::NarrowText, title)
                    .at(place(raw, fields), "")
                    .help("réduisez les marges, ou prenez une feuille plus grande"),
            );
        }
    }
}

fn room_for_running_heads(
    raw: &RawPage,
    margins: &RawMargins,
    page: PageStyle,
    faults: &mut Diagnostics,
) {
    let heads = [
        (
            page.header >= page.top,
            [&raw.header, &margins.top],
            StyleFault::HeaderTouches,
            "l’en-tête courant toucherait le texte",
            "donnez à en_tete moins que la marge du haut",
        ),
        (
            page.footer >= page.bottom,
            [&raw.footer, &margins.bottom],
            StyleFault::FooterTouches,
            "le pied de page toucherait le texte",
            "donnez à pied moins que la marge du bas",
        ),
    ];
    for (touches, [head, margin], kind, title, help) in heads {
        if touches {
            let place = place(raw, [head, margin, margin]);
            faults.push(Diagnostic::new(kind, title).at(place, "").help(help));
        }
    }
}

/// The first of the numbers that was typed; one of them, or the format, has caused the fault.
fn place(raw: &RawPage, fields: [&Field<f64>; 3]) -> Span {
    let typed = fields.into_iter().find_map(Field::span);
    let typed = typed.or(raw.format.span()).or(raw.orientation.span());
    typed.or(raw.margins.span()).unwrap_or_default()
}
