//! The properties of the file, said twice in step: for old readers and as XMP (ISO 16684-1).

use std::fmt::Write;

use lopdf::{Dictionary, Object, Stream};

use super::objects::{bytes, dictionary, name, text};
use crate::escaping::{Quotes, escaped};
use crate::print::Layout;

/// The program, in both places where a file names what made it.
const PROGRAM: &str = concat!("greffier ", env!("CARGO_PKG_VERSION"));

/// What both say.
pub(super) struct Properties {
    title: String,
    authors: Option<String>,
    subject: Option<String>,
    date: Option<jiff::civil::Date>,
    /// The language of the document.
    pub(super) language: String,
}

impl Properties {
    /// Those of a document. A title and a language are owed to readers who do not see the page: without any, the title is
    /// the first heading.
    pub(super) fn of(layout: &Layout) -> Self {
        let metadata = &layout.metadata;
        let filled = |text: &&str| !text.trim().is_empty();
        let title = Some(&*metadata.title).filter(filled);
        let heading = layout
            .outline
            .iter()
            .map(|entry| &*entry.title)
            .find(filled);
        let language = Some(&*layout.language).filter(filled);
        Self {
            title: title.or(heading).unwrap_or("Sans titre").to_owned(),
            // One text, not a list: the old dictionary knows no lists, and the two must agree (ISO 19005-1, 6.7.3).
            authors: Some(metadata.authors.join(", ")).filter(|authors| !authors.is_empty()),
            subject: metadata
                .subject
                .clone()
                .filter(|subject| !subject.is_empty()),
            date: metadata.date,
            language: language.unwrap_or("fr").to_owned(),
        }
    }

    /// The document information dictionary (ISO 32000-1, 14.3.3).
    pub(super) fn information(&self) -> Dictionary {
        let mut information = dictionary([
            ("Title", text(&self.title)),
            ("Creator", text(PROGRAM)),
            ("Producer", text(PROGRAM)),
        ]);
        for (key, value) in [("Author", &self.authors), ("Subject", &self.subject)] {
            if let Some(value) = value {
                information.set(key, text(value));
            }
        }
        if let Some(date) = self.date {
            let date = format!(
                "D:{:04}{:02}{:02}000000Z",
                date.year(),
                date.month(),
                date.day()
            );
            information.set("CreationDate", bytes(date.as_bytes()));
        }
        information
    }

    /// The XMP packet, uncompressed so that any program finds it. It claims both standards, and declares the second, which
    /// the first does not know, as it demands (ISO 19005-2, 6.6.2.3).
    pub(super) fn packet(&self) -> Stream {
        let mut xmp = String::from(
            "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
             <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
             <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
             <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
             xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
             xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
             <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\
             <pdfuaid:part>1</pdfuaid:part>",
        );
        let alternatives = |element: &str, text: &str| {
            let text = escape_xml(text);
            format!(
                "<{element}><rdf:Alt><rdf:li xml:lang=\"x-default\">{text}</rdf:li></rdf:Alt></{element}>"
            )
        };
        xmp += &alternatives("dc:title", &self.title);
        if let Some(authors) = &self.authors {
            let authors = escape_xml(authors);
            // Writing to a String cannot fail; likewise below.
            let _ = write!(
                xmp,
                "<dc:creator><rdf:Seq><rdf:li>{authors}</rdf:li></rdf:Seq></dc:creator>"
            );
        }
        if let Some(subject) = &self.subject {
            xmp += &alternatives("dc:description", subject);
        }
        let language = escape_xml(&self.language);
        let _ = write!(
            xmp,
            "<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
        );
        let _ = write!(
            xmp,
            "<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool><pdf:Producer>{PROGRAM}</pdf:Producer>"
        );
        if let Some(date) = self.date {
            let _ = write!(xmp, "<xmp:CreateDate>{date}T00:00:00Z</xmp:CreateDate>");
        }
        xmp += "</rdf:Description>";
        xmp += EXTENSION;
        xmp += "</rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>";
        let entries = dictionary([("Type", name("Metadata")), ("Subtype", name("XML"))]);
        Stream::new(entries, xmp.into_bytes()).with_compression(false)
    }

    /// The entry of the catalog.
    pub(super) fn language(&self) -> Object {
        text(&self.language)
    }
}

/// The declaration of `pdfuaid:part`.
const EXTENSION: &str = "<rdf:Description rdf:about=\"\" \
     xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
     xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
     xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\
     <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
     <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
     <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
     <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
     <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
     <pdfaProperty:name>part</pdfaProperty:name>\
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
     <pdfaProperty:category>internal</pdfaProperty:category>\
     <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\
     </rdf:li></rdf:Seq></pdfaSchema:property>\
     </rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>";

/// A text in XML, without the control characters that XML cannot hold.
fn escape_xml(text: &str) -> String {
    escaped(&text.replace(char::is_control, " "), Quotes::None)
}
