//! The subsets as printpdf takes them, and what it then says of them made exact.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, Stream};
use printpdf::{FontId, FontMetrics, ParsedFont, PdfFont};

use super::objects::{dictionary_mut, number};
use super::subset::{Subset, Subsets};

/// Flags of a font descriptor (ISO 32000-1, table 123).
const FIXED_PITCH: i64 = 1;
const SYMBOLIC: i64 = 1 << 2;
const ITALIC: i64 = 1 << 6;

/// The fonts that the operations of the pages call by name.
pub(super) fn resources(subsets: &Subsets<'_>) -> BTreeMap<FontId, PdfFont> {
    let resource = |subset: &Subset<'_>| (FontId(subset.id.clone()), PdfFont::new(parsed(subset)));
    subsets.iter().map(resource).collect()
}

fn parsed(subset: &Subset<'_>) -> ParsedFont {
    let glyphs = &subset.glyphs;
    let typed = glyphs
        .iter()
        .filter_map(|glyph| Some((u32::from(glyph.typed?), glyph.number)));
    let widths = glyphs
        .iter()
        .map(|glyph| (glyph.number, (glyph.width / 100) as u16));
    let [left, bottom, right, top] = subset
        .face
        .bounding_box
        .map(|length| scaled(subset, length) as i16);
    let metrics = FontMetrics {
        ascent: scaled(subset, subset.face.ascent) as i16,
        descent: scaled(subset, subset.face.descent) as i16,
    };
    let mut font = ParsedFont::with_glyph_data(
        subset.program.clone(),
        0,
        Some(subset.name.clone()),
        typed.collect(),
        widths.collect(),
        1000,
        metrics,
    );
    font.pdf_font_metrics.x_min = left;
    font.pdf_font_metrics.y_min = bottom;
    font.pdf_font_metrics.x_max = right;
    font.pdf_font_metrics.y_max = top;
    font.pdf_font_metrics.us_weight_class = subset.face.weight;
    font
}

/// A length of the font in thousandths of an em.
fn scaled(subset: &Subset<'_>, length: i16) -> i64 {
    let em = f64::from(subset.face.units_per_em.max(1));
    (f64::from(length) * 1000.0 / em).round() as i64
}

/// Says of the fonts what printpdf cannot know without parsing them: the height of capitals, the slope, widths in fractions.
pub(super) fn make_exact(document: &mut Document, fonts: &Dictionary, subsets: &Subsets<'_>) {
    for subset in subsets.iter() {
        let font = fonts
            .get(subset.id.as_bytes())
            .and_then(Object::as_reference);
        let Ok(font) = font else { continue };
        if let Some(descriptor) = describe(document, font, subset) {
            describe_face(document, descriptor, subset);
        }
    }
}

/// Completes the dictionaries of a font; gives the number of its descriptor.
fn describe(
    document: &mut Document,
    font: lopdf::ObjectId,
    subset: &Subset<'_>,
) -> Option<lopdf::ObjectId> {
    let font = dictionary_mut(document, font)?;
    let to_unicode = font.get(b"ToUnicode").and_then(Object::as_reference).ok()?;
    let descendants = font
        .get_mut(b"DescendantFonts")
        .and_then(Object::as_array_mut)
        .ok()?;
    let descendant = descendants.first_mut()?.as_dict_mut().ok()?;
    descendant.set("W", widths(subset));
    descendant.remove(b"DW");
    let descriptor = descendant
        .get(b"FontDescriptor")
        .and_then(Object::as_reference)
        .ok()?;
    let map = Stream::new(Dictionary::new(), character_map(subset).into_bytes());
    document.objects.insert(to_unicode, Object::Stream(map));
    Some(descriptor)
}

fn describe_face(document: &mut Document, descriptor: lopdf::ObjectId, subset: &Subset<'_>) {
    let Some(descriptor) = dictionary_mut(document, descriptor) else {
        return;
    };
    let face = subset.face;
    let pitch = if face.is_fixed_pitch { FIXED_PITCH } else { 0 };
    let slope = if face.italic_angle == 0.0 { 0 } else { ITALIC };
    // Its glyphs are reached by number, and they go beyond the Latin set that a nonsymbolic font promises.
    descriptor.set("Flags", SYMBOLIC | pitch | slope);
    descriptor.set("CapHeight", scaled(subset, face.cap_height));
    descriptor.set("XHeight", scaled(subset, face.x_height));
    descriptor.set("ItalicAngle", number(face.italic_angle));
}

/// The widths of the glyphs, which are numbered without a gap from 1.
fn widths(subset: &Subset<'_>) -> Object {
    let widths = subset
        .glyphs
        .iter()
        .map(|glyph| number(f64::from(glyph.width) / 100.0));
    Object::Array(vec![1.into(), Object::Array(widths.collect())])
}

/// What each glyph stands for (ISO 32000-1, 9.10.3; the spaces are those of its example, some readers want them), in blocks of no more than 100 lines.
fn character_map(subset: &Subset<'_>) -> String {
    let mut map = String::from(
        "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n\
         /CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    for block in subset.glyphs.chunks(100) {
        map.push_str(&format!("{} beginbfchar\n", block.len()));
        for glyph in block {
            map.push_str(&format!("<{:04X}> <", glyph.number));
            for unit in glyph.text.encode_utf16() {
                map.push_str(&format!("{unit:04X}"));
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend");
    map
}
