//! What printpdf leaves to be said of a document.

use std::sync::OnceLock;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::content::Event;
use super::deflate::deflate;
use super::fault::PdfFault;
use super::metadata::Properties;
use super::objects::{dictionary, dictionary_mut, name, text};
use super::subset::Subsets;
use super::{file, fonts, icc, navigation, structure};
use crate::print::Layout;

/// Completes a document of printpdf's and writes it.
///
/// # Errors
/// [`PdfFault::UnknownAnchor`], [`PdfFault::Assembly`].
pub(super) fn finish(
    mut document: Document,
    layout: &Layout,
    subsets: &Subsets<'_>,
    events: &[Event<'_>],
) -> Result<Vec<u8>, PdfFault> {
    let pages: Vec<ObjectId> = document.page_iter().collect();
    if let Some(names) = share_resources(&mut document, &pages) {
        fonts::make_exact(&mut document, &names, subsets);
    }
    let links = navigation::add_links(&mut document, layout, events, &pages)?;
    let structure = structure::write(&mut document, &layout.elements, events, &pages, &links);
    for (number, (page, has_stretches)) in pages.iter().zip(&structure.has_stretches).enumerate() {
        if let Some(page) = dictionary_mut(&mut document, *page) {
            page.set("Tabs", name("S"));
            if *has_stretches {
                page.set("StructParents", number as i64);
            }
        }
    }
    describe(&mut document, layout, structure.root, &pages)?;
    pack(&mut document).map_err(assembly)?;
    file::write(&document).map_err(assembly)
}

fn assembly(reason: impl ToString) -> PdfFault {
    PdfFault::Assembly(reason.to_string())
}

/// Gives all pages the same resources, and takes away what is empty or says again what the paper's size says. Gives the
/// fonts by name.
fn share_resources(document: &mut Document, pages: &[ObjectId]) -> Option<Dictionary> {
    let mut shared = None;
    let mut fonts = None;
    for page in pages {
        let page = dictionary_mut(document, *page)?;
        page.remove(b"TrimBox");
        page.remove(b"CropBox");
        let own = page.get(b"Resources").and_then(Object::as_reference).ok()?;
        let first = *shared.get_or_insert(own);
        page.set("Resources", first);
        if first != own {
            document.objects.remove(&own);
            continue;
        }
        let mut resources = document.objects.remove(&own)?.as_dict().ok()?.clone();
        for key in ["ExtGState", "Shading", "XObject", "Font"] {
            let Some(list) = resources.remove(key.as_bytes()) else {
                continue;
            };
            let Some(Object::Dictionary(list)) =
                document.objects.remove(&list.as_reference().ok()?)
            else {
                continue;
            };
            if list.is_empty() {
                continue;
            }
            if key == "Font" {
                fonts = Some(list.clone());
            }
            resources.set(key, list);
        }
        document.objects.insert(own, Object::Dictionary(resources));
    }
    fonts
}

/// The catalog and the information dictionary.
fn describe(
    document: &mut Document,
    layout: &Layout,
    tree: ObjectId,
    pages: &[ObjectId],
) -> Result<(), PdfFault> {
    let properties = Properties::of(layout);
    let profile = profile().ok_or_else(|| assembly("sRGB"))?;
    let profile = document.add_object(profile);
    let intent = dictionary([
        ("Type", name("OutputIntent")),
        ("S", name("GTS_PDFA1")),
        ("OutputConditionIdentifier", text("sRGB")),
        ("Info", text("sRGB")),
        ("DestOutputProfile", profile.into()),
    ]);
    let packet = document.add_object(properties.packet());
    let outline = navigation::outline(document, layout, pages);
    let catalog = document.catalog_mut().map_err(assembly)?;
    catalog.remove(b"PageLayout");
    catalog.set("Lang", properties.language());
    catalog.set("MarkInfo", dictionary([("Marked", true.into())]));
    catalog.set("StructTreeRoot", tree);
    catalog.set(
        "ViewerPreferences",
        dictionary([("DisplayDocTitle", true.into())]),
    );
    catalog.set("Metadata", packet);
    catalog.set("OutputIntents", vec![intent.into()]);
    catalog.set("PageLabels", navigation::page_labels());
    catalog.set("PageMode", name("UseNone"));
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", name("UseOutlines"));
    }
    if let Some(destinations) = navigation::destinations(layout, pages) {
        catalog.set("Names", dictionary([("Dests", destinations.into())]));
    }
    let information = document
        .trailer
        .get(b"Info")
        .and_then(Object::as_reference)
        .map_err(assembly)?;
    document
        .objects
        .insert(information, properties.information().into());
    Ok(())
}

/// The profile of the output intent, the same in all documents.
fn profile() -> Option<Stream> {
    static PROFILE: OnceLock<Option<Vec<u8>>> = OnceLock::new();
    let packed = PROFILE
        .get_or_init(|| deflate(&icc::srgb()).ok())
        .as_ref()?;
    let entries = dictionary([("N", 3.into()), ("Filter", name("FlateDecode"))]);
    Some(Stream::new(entries, packed.clone()))
}

/// Compresses the streams, but for those that are so already and for the properties, which any program may look for.
fn pack(document: &mut Document) -> std::io::Result<()> {
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else {
            continue;
        };
        if stream.dict.has(b"Filter") || stream.dict.has_type(b"Metadata") {
            continue;
        }
        let packed = deflate(&stream.content)?;
        stream.set_content(packed);
        stream.dict.set("Filter", name("FlateDecode"));
    }
    Ok(())
}
