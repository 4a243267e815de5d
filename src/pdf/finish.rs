//! What printpdf leaves to be said of a document.

use std::sync::OnceLock;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use rayon::prelude::*;

use super::content::Content;
use super::deflate::{Matter, deflate};
use super::fault::PdfFault;
use super::metadata::Properties;
use super::misshapen::{Misshapen, Part};
use super::objects::{
    Entries, check_count, dictionary, name, reference, replace_stream, take_dictionary, text,
};
use super::structure::Structure;
use super::subset::Subsets;
use super::{file, fonts, icc, navigation};
use crate::print::Layout;

/// Completes a document of printpdf's, whose pages are to show that content, and writes it.
///
/// # Errors
/// [`PdfFault::UnknownAnchor`], [`PdfFault::Misshapen`], [`PdfFault::Assembly`].
pub(super) fn finish(
    mut document: Document,
    layout: &Layout,
    subsets: &Subsets<'_>,
    content: Content<'_>,
) -> Result<Vec<u8>, PdfFault> {
    let Content {
        streams,
        events,
        pictures,
    } = content;
    let pages: Vec<ObjectId> = document.page_iter().collect();
    check_count(Part::Pages, streams.len(), pages.len())?;
    let shared = share_resources(&mut document, &pages)?;
    check_count(
        Part::OfResources("XObject"),
        pictures.len(),
        shared.pictures,
    )?;
    draw(&mut document, &pages, streams)?;
    fonts::make_exact(&mut document, &shared.fonts, subsets)?;
    let links = navigation::add_links(&mut document, layout, &events, &pages)?;
    let root = document.new_object_id();
    let structure = Structure::of(root, &layout.elements, &events, &pages, &links)?;
    for (number, id) in pages.iter().enumerate() {
        let mut page = Entries::of(&mut document, *id, Part::Page(number + 1))?;
        page.add("Tabs", name("S"))?;
        if structure.has_stretches(number) {
            page.add("StructParents", number as i64)?;
        }
    }
    describe(&mut document, layout, root, &pages)?;
    pack(&mut document)?;
    file::write(&document, &structure)
}

/// Puts on the pages what they show.
fn draw(
    document: &mut Document,
    pages: &[ObjectId],
    streams: Vec<Vec<u8>>,
) -> Result<(), Misshapen> {
    for (number, (id, stream)) in (1..).zip(pages.iter().zip(streams)) {
        let part = Part::Page(number);
        let shown = Entries::of(document, *id, part)?.reference("Contents")?;
        replace_stream(document, shown, part.entry("Contents"), stream)?;
    }
    Ok(())
}

/// What all pages share.
#[derive(Default)]
struct Shared {
    /// The fonts by name.
    fonts: Dictionary,
    /// How many pictures there are.
    pictures: usize,
}

/// Gives all pages the same resources, and takes away what is empty or says again what the paper's size says.
///
/// # Errors
/// A page that has other resources than the first, or whose boxes are not its paper.
fn share_resources(document: &mut Document, pages: &[ObjectId]) -> Result<Shared, Misshapen> {
    let mut first: Option<(ObjectId, Dictionary)> = None;
    for (number, id) in (1..).zip(pages) {
        let part = Part::Page(number);
        let mut page = Entries::of(document, *id, part)?;
        for key in ["TrimBox", "CropBox"] {
            if page.take(key)? != *page.get("MediaBox")? {
                return Err(other_than(part.entry(key), "MediaBox"));
            }
        }
        let own = page.reference("Resources")?;
        page.replace("Resources", first.as_ref().map_or(own, |(id, _)| *id))?;
        let resources = take_dictionary(document, own, part.entry("Resources"))?;
        match &first {
            None => first = Some((own, resources)),
            Some((_, of_first)) if *of_first == resources => {}
            Some(_) => return Err(other_than(part.entry("Resources"), "page 1")),
        }
    }
    let mut shared = Shared::default();
    let Some((id, resources)) = first else {
        return Ok(shared);
    };
    let mut resources = Object::Dictionary(resources);
    let mut entries = Entries::within(&mut resources, Part::Resources)?;
    for key in ["ExtGState", "Shading", "XObject", "Font"] {
        let part = Part::OfResources(key);
        let list = reference(&entries.take(key)?, part)?;
        let list = take_dictionary(document, list, part)?;
        match key {
            "Font" => shared.fonts = list.clone(),
            "XObject" => shared.pictures = list.len(),
            _ => {}
        }
        if !list.is_empty() {
            entries.add(key, list)?;
        }
    }
    document.objects.insert(id, resources);
    Ok(shared)
}

fn other_than(part: Part, expected: &'static str) -> Misshapen {
    Misshapen::OtherKind {
        part,
        expected,
        found: "Other",
    }
}

/// The catalog and the information dictionary.
fn describe(
    document: &mut Document,
    layout: &Layout,
    tree: ObjectId,
    pages: &[ObjectId],
) -> Result<(), PdfFault> {
    let properties = Properties::of(layout);
    let profile = document.add_object(profile()?);
    let intent = dictionary([
        ("Type", name("OutputIntent")),
        ("S", name("GTS_PDFA1")),
        ("OutputConditionIdentifier", text("sRGB")),
        ("Info", text("sRGB")),
        ("DestOutputProfile", profile.into()),
    ]);
    let packet = document.add_object(properties.packet());
    let outline = navigation::outline(document, layout, pages)?;
    let destinations = navigation::destinations(layout, pages)?;
    let root = named_by_trailer(document, "Root")?;
    let mut catalog = Entries::of(document, root, Part::Catalog)?;
    catalog.take("PageLayout")?;
    catalog.add("Lang", properties.language())?;
    catalog.add("MarkInfo", dictionary([("Marked", true.into())]))?;
    catalog.add("StructTreeRoot", tree)?;
    catalog.add(
        "ViewerPreferences",
        dictionary([("DisplayDocTitle", true.into())]),
    )?;
    catalog.add("Metadata", packet)?;
    catalog.add("OutputIntents", vec![intent.into()])?;
    catalog.add("PageLabels", navigation::page_labels())?;
    catalog.replace("PageMode", name("UseNone"))?;
    if let Some(outline) = outline {
        catalog.add("Outlines", outline)?;
        catalog.replace("PageMode", name("UseOutlines"))?;
    }
    if let Some(destinations) = destinations {
        catalog.add("Names", dictionary([("Dests", destinations.into())]))?;
    }
    let information = named_by_trailer(document, "Info")?;
    take_dictionary(document, information, Part::Information)?;
    document
        .objects
        .insert(information, properties.information().into());
    Ok(())
}

fn named_by_trailer(document: &Document, key: &'static str) -> Result<ObjectId, Misshapen> {
    let part = Part::OfTrailer(key);
    let object = document.trailer.get(key.as_bytes());
    reference(object.map_err(|_| Misshapen::Missing(part))?, part)
}

/// The profile of the output intent, the same in all documents.
fn profile() -> Result<Stream, PdfFault> {
    static PROFILE: OnceLock<Result<Vec<u8>, String>> = OnceLock::new();
    let packed = PROFILE.get_or_init(|| {
        deflate(Matter::Repetitive, &icc::srgb()).map_err(|error| error.to_string())
    });
    let packed = packed.clone().map_err(PdfFault::Assembly)?;
    let entries = dictionary([("N", 3.into()), ("Filter", name("FlateDecode"))]);
    Ok(Stream::new(entries, packed))
}

/// Compresses the streams, but for those that are so already and for the properties, which any program may look for.
fn pack(document: &mut Document) -> std::io::Result<()> {
    let streams = document
        .objects
        .values_mut()
        .filter_map(|object| match object {
            Object::Stream(stream) => Some(stream),
            _ => None,
        });
    let mut streams: Vec<&mut Stream> = streams
        .filter(|stream| !stream.dict.has(b"Filter") && !stream.dict.has_type(b"Metadata"))
        .collect();
    // A record that is made alone has all cores for itself.
    let packed = streams
        .par_iter()
        .map(|stream| deflate(Matter::Repetitive, &stream.content));
    let packed: Vec<std::io::Result<Vec<u8>>> = packed.collect();
    for (stream, packed) in streams.iter_mut().zip(packed) {
        stream.set_content(packed?);
        stream.dict.set("Filter", name("FlateDecode"));
    }
    Ok(())
}
