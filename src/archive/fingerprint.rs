//! What an output is made from, each part apart, so that it can be told which one changed.

use serde::{Deserialize, Serialize};

use super::store::{Hash, OutputKind};
use super::{Project, Reason};
use crate::config::Config;
use crate::minutes::Surroundings;
use crate::print::fonts::Face;
use crate::templates::Page;

/// The parts that an output is made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Fingerprint {
    program: u64,
    settings: u64,
    templates: u64,
    style: u64,
    source: u64,
    surroundings: u64,
    /// Of a page of the site: what it shows of the meetings.
    meetings: u64,
}

impl Fingerprint {
    /// The first part in which two differ, the nearest to the user first.
    pub(super) fn difference(&self, other: &Self) -> Option<Reason> {
        let parts = [
            (self.source == other.source, Reason::Source),
            (
                self.surroundings == other.surroundings,
                Reason::Surroundings,
            ),
            (self.settings == other.settings, Reason::Settings),
            (self.templates == other.templates, Reason::Templates),
            (self.style == other.style, Reason::Style),
            (self.program == other.program, Reason::Program),
            (self.meetings == other.meetings, Reason::Meetings),
        ];
        let mut different = parts.into_iter().filter(|(is_same, _)| !is_same);
        different.next().map(|(_, reason)| reason)
    }

    /// Of a file that is copied.
    pub(super) fn of_copy(content: Hash) -> Self {
        Self {
            source: content.short(),
            ..Self::default()
        }
    }
}

/// What all records of a build are made from.
pub(super) struct Base {
    /// The program, by what it is made of.
    pub(super) program: u64,
    settings: u64,
    style: u64,
    html: Engine,
    markdown: Engine,
    print: Engine,
}

/// The templates of one engine.
struct Engine {
    templates: u64,
    /// Whether a template asks for the meetings before or after.
    asks_for_neighbours: bool,
    /// Whether a template asks for the other files of the meeting.
    asks_for_files: bool,
}

impl Base {
    pub(super) fn of(project: &Project) -> Self {
        let engine = |page| {
            let texts = project.templates.texts_of(page);
            let parts = texts
                .iter()
                .flat_map(|(name, text)| [name.as_bytes(), text.as_bytes()]);
            // A template that prints the whole context asks for all.
            let asks_for = |name: &str| {
                let mut texts = texts.iter();
                texts.any(|(_, text)| text.contains(name) || text.contains("__tera_context"))
            };
            Engine {
                templates: Hash::of_parts(parts).short(),
                asks_for_neighbours: asks_for("reunion_precedente") || asks_for("reunion_suivante"),
                asks_for_files: asks_for("fichier_") || asks_for("taille_"),
            }
        };
        // The embedded fonts are part of the program.
        let own_fonts = Face::ALL
            .into_iter()
            .filter(|face| project.style.fonts.of(*face).is_some())
            .map(|face| project.fonts.face(face).bytes());
        let style = format!("{:?}", project.style);
        Self {
            program: Hash::of(env!("GREFFIER_PROGRAM").as_bytes()).short(),
            settings: settings(&project.config),
            style: Hash::of_parts([style.as_bytes()].into_iter().chain(own_fonts)).short(),
            html: engine(Page::Html),
            markdown: engine(Page::Markdown),
            print: engine(Page::Print),
        }
    }

    /// What is made from nothing but a source and the settings.
    pub(super) fn without_templates(&self, source: Hash) -> Fingerprint {
        Fingerprint {
            program: self.program,
            settings: self.settings,
            source: source.short(),
            ..Fingerprint::default()
        }
    }

    /// What is made from several meetings and the settings.
    pub(super) fn of_meetings(&self, content: Hash) -> Fingerprint {
        Fingerprint {
            program: self.program,
            settings: self.settings,
            meetings: content.short(),
            ..Fingerprint::default()
        }
    }

    /// What a page of the site is made from, of that content.
    pub(super) fn of_site(&self, content: Hash) -> Fingerprint {
        Fingerprint {
            templates: self.html.templates,
            ..self.of_meetings(content)
        }
    }

    /// What a rendered output of one record is made from.
    pub(super) fn fingerprint(
        &self,
        kind: OutputKind,
        source: Hash,
        surroundings: &Surroundings,
    ) -> Fingerprint {
        let engine = match kind {
            OutputKind::Html => &self.html,
            OutputKind::Markdown => &self.markdown,
            OutputKind::Pdf | OutputKind::Print => &self.print,
            OutputKind::Data => return self.without_templates(source),
            OutputKind::Annex | OutputKind::Logo => return Fingerprint::of_copy(source),
            OutputKind::Style | OutputKind::Site => return self.of_site(source),
        };
        // A page tells the size of the files that it offers, and so is made from all that they are.
        let offers =
            |is_there: bool| kind == OutputKind::Html && is_there && self.html.asks_for_files;
        let (markdown, pdf) = (
            offers(surroundings.has_markdown),
            offers(surroundings.has_pdf),
        );
        let templates = [
            Some(engine.templates),
            markdown.then_some(self.markdown.templates),
            pdf.then_some(self.print.templates),
        ];
        let templates = templates.into_iter().flatten();
        Fingerprint {
            program: self.program,
            settings: self.settings,
            templates: templates.fold(0, |all, one| all.rotate_left(1) ^ one),
            style: match kind == OutputKind::Pdf || pdf {
                true => self.style,
                false => 0,
            },
            source: source.short(),
            surroundings: engine.part_of(surroundings),
            meetings: 0,
        }
    }
}

impl Engine {
    fn part_of(&self, surroundings: &Surroundings) -> u64 {
        let mut shown = Vec::new();
        if self.asks_for_neighbours {
            for neighbour in [&surroundings.previous, &surroundings.next] {
                shown.push(format!("{neighbour:?}"));
            }
        }
        if self.asks_for_files {
            shown.push(format!(
                "{} {}",
                surroundings.has_markdown, surroundings.has_pdf
            ));
        }
        Hash::of_parts(shown.iter().map(String::as_bytes)).short()
    }
}

/// The logo counts by its bytes, which would be long to tell.
fn settings(config: &Config) -> u64 {
    let logo = config.logo.as_ref().map(|logo| &*logo.bytes);
    let without_logo = Config {
        logo: None,
        ..config.clone()
    };
    Hash::of_parts([
        format!("{without_logo:?}").as_bytes(),
        logo.unwrap_or_default(),
    ])
    .short()
}
