//! The subsets as printpdf takes them, and what it then says of them made exact.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};
use printpdf::{
    Codepoint, FontId, FontMetrics, Op, ParsedFont, PdfFont, PdfFontHandle, Pt, TextItem,
};

use super::deflate::{Matter, deflate};
use super::fault::PdfFault;
use super::misshapen::{Misshapen, Part};
use super::objects::{Entries, check_count, kind, name, number, reference, replace_stream};
use super::serialize::fixed;
use super::subset::{Subset, Subsets};
use crate::print::fonts::Said;

/// Flags of a font descriptor (ISO 32000-1, table 123).
const FIXED_PITCH: i64 = 1;
const SYMBOLIC: i64 = 1 << 2;
const ITALIC: i64 = 1 << 6;

/// The fonts that the pages call by name.
pub(super) fn resources(subsets: &Subsets<'_>) -> BTreeMap<FontId, PdfFont> {
    let resource = |subset: &Subset<'_>| (FontId(subset.id.clone()), PdfFont::new(parsed(subset)));
    subsets.iter().map(resource).collect()
}

/// The operations that use each font once: printpdf leaves out a font that nothing is written in.
pub(super) fn uses(subsets: &Subsets<'_>) -> Vec<Op> {
    let font = |subset: &Subset<'_>| Op::SetFont {
        font: PdfFontHandle::External(FontId(subset.id.clone())),
        size: Pt(1.0),
    };
    let glyph = || Op::ShowText {
        items: vec![TextItem::GlyphIds(vec![Codepoint::new(1, 0.0)])],
    };
    let fonts = subsets.iter().flat_map(|subset| [font(subset), glyph()]);
    [Op::StartTextSection].into_iter().chain(fonts).collect()
}

fn parsed(subset: &Subset<'_>) -> ParsedFont {
    let [left, bottom, right, top] = subset
        .face
        .bounding_box
        .map(|length| scaled(subset, length) as i16);
    let metrics = FontMetrics {
        ascent: scaled(subset, subset.face.ascent) as i16,
        descent: scaled(subset, subset.face.descent) as i16,
    };
    let mut font = ParsedFont::with_glyph_data(
        subset.cut.program().to_vec(),
        0,
        Some(subset.name.clone()),
        // What is said of glyphs is written over.
        BTreeMap::new(),
        BTreeMap::new(),
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

/// Says of the fonts what printpdf cannot know without parsing them: the height of capitals, the slope, widths in fractions; and packs them.
///
/// # Errors
/// Another font than those of the subsets, or one that is not written as printpdf did.
pub(super) fn make_exact(
    document: &mut Document,
    fonts: &Dictionary,
    subsets: &Subsets<'_>,
) -> Result<(), PdfFault> {
    check_count(
        Part::OfResources("Font"),
        subsets.iter().count(),
        fonts.len(),
    )?;
    for subset in subsets.iter() {
        let part = Part::Font(subset.which);
        let font = fonts.get(subset.id.as_bytes());
        let font = reference(font.map_err(|_| Misshapen::Missing(part))?, part)?;
        let (descriptor, texts) = describe(document, font, subset)?;
        let program = describe_face(document, descriptor, subset)?;
        pack(document, texts, Said::Texts, subset)?;
        pack(document, program, Said::Program, subset)?;
    }
    Ok(())
}

/// Completes the dictionaries of a font; gives the numbers of its descriptor and of what its glyphs stand for.
fn describe(
    document: &mut Document,
    font: ObjectId,
    subset: &Subset<'_>,
) -> Result<(ObjectId, ObjectId), Misshapen> {
    let mut font = Entries::of(document, font, Part::Font(subset.which))?;
    let to_unicode = font.reference("ToUnicode")?;
    let [descendant] = font.array("DescendantFonts", 1)? else {
        return Err(Misshapen::Missing(Part::Glyphs(subset.which)));
    };
    let mut descendant = Entries::within(descendant, Part::Glyphs(subset.which))?;
    descendant.replace("W", widths(subset))?;
    descendant.take("DW")?;
    let descriptor = descendant.reference("FontDescriptor")?;
    let part = Part::OfFont(subset.which, "ToUnicode");
    replace_stream(document, to_unicode, part, character_map(subset))?;
    Ok((descriptor, to_unicode))
}

fn describe_face(
    document: &mut Document,
    descriptor: ObjectId,
    subset: &Subset<'_>,
) -> Result<ObjectId, Misshapen> {
    let mut descriptor = Entries::of(document, descriptor, Part::Descriptor(subset.which))?;
    let face = subset.face;
    let pitch = if face.is_fixed_pitch { FIXED_PITCH } else { 0 };
    let slope = if face.italic_angle == 0.0 { 0 } else { ITALIC };
    // Its glyphs are reached by number, and they go beyond the Latin set that a nonsymbolic font promises.
    descriptor.replace("Flags", SYMBOLIC | pitch | slope)?;
    descriptor.replace("CapHeight", scaled(subset, face.cap_height))?;
    descriptor.add("XHeight", scaled(subset, face.x_height))?;
    descriptor.replace("ItalicAngle", number(face.italic_angle))?;
    descriptor.reference(program_key(subset))
}

/// Where the descriptor names the program (ISO 32000-1, table 122).
fn program_key(subset: &Subset<'_>) -> &'static str {
    match subset.face.is_cff {
        true => "FontFile3",
        false => "FontFile2",
    }
}

/// Packs a stream of a font, or takes what was packed for another document with the same cut.
fn pack(
    document: &mut Document,
    id: ObjectId,
    said: Said,
    subset: &Subset<'_>,
) -> Result<(), PdfFault> {
    let (part, matter) = match said {
        Said::Texts => (Part::OfFont(subset.which, "ToUnicode"), Matter::Repetitive),
        Said::Program => (
            Part::OfDescriptor(subset.which, program_key(subset)),
            Matter::Outlines,
        ),
    };
    let stream = match document.objects.get_mut(&id) {
        Some(Object::Stream(stream)) => stream,
        Some(other) => return Err(kind(part, "Stream", other).into()),
        None => return Err(Misshapen::Missing(part).into()),
    };
    let pack = |bytes: &[u8]| deflate(matter, bytes);
    let packed = subset.cut.packed(said, &stream.content, pack)?;
    stream.set_content(packed);
    stream.dict.set("Filter", name("FlateDecode"));
    Ok(())
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
fn character_map(subset: &Subset<'_>) -> Vec<u8> {
    let mut map = b"/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n\
         /CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        .to_vec();
    for block in subset.glyphs.chunks(100) {
        fixed(block.len() as i64, 0, &mut map);
        map.extend_from_slice(b" beginbfchar\n");
        for glyph in block {
            write_code([glyph.number], &mut map);
            map.push(b' ');
            write_code(glyph.text.encode_utf16(), &mut map);
            map.push(b'\n');
        }
        map.extend_from_slice(b"endbfchar\n");
    }
    map.extend_from_slice(b"endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend");
    map
}

/// Writes units of sixteen bits between angle brackets.
fn write_code(units: impl IntoIterator<Item = u16>, map: &mut Vec<u8>) {
    map.push(b'<');
    for unit in units {
        let digits = [12, 8, 4, 0].map(|shift| unit >> shift & 0xF);
        map.extend(digits.map(|digit| b"0123456789ABCDEF"[usize::from(digit)]));
    }
    map.push(b'>');
}
