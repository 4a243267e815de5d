//! What each output is made from: the program, the settings, templates and style of the series, the record, what is around it.

use super::project::Project;
use crate::config::Published;
use crate::follow_up::Told;
use crate::keeper::{Fingerprint, Hash, OutputKind};
use crate::minutes::{NAMES_OF_FILES, NAMES_OF_NEIGHBOURS, NAMES_OF_REGISTERS, Surroundings};
use crate::print::fonts::Face;
use crate::templates::Page;

/// What all records of a build are made from.
pub(super) struct Base {
    /// The program, by what it is made of.
    pub(super) program: u64,
    settings: u64,
    /// How much of persons is published.
    pub(super) published: u64,
    logo: Option<Hash>,
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
    /// Whether a template asks which registers the site has.
    asks_for_registers: bool,
}

impl Base {
    pub(super) fn of(project: &Project) -> Self {
        let engine = |page| {
            let texts = project.templates.texts_of(page);
            let parts = texts
                .iter()
                .flat_map(|(name, text)| [name.as_bytes(), text.as_bytes()]);
            Engine {
                templates: Hash::of_parts(parts).short(),
                asks_for_neighbours: project.templates.may_ask_for(page, &NAMES_OF_NEIGHBOURS),
                asks_for_registers: project.templates.may_ask_for(page, &NAMES_OF_REGISTERS),
                asks_for_files: project.templates.may_ask_for(page, &NAMES_OF_FILES),
            }
        };
        // The embedded fonts are part of the program.
        let own_fonts = Face::ALL
            .into_iter()
            .filter(|face| project.style.fonts.of(*face).is_some())
            .map(|face| Hash::of(project.fonts.face(face).bytes()));
        let own_fonts: Vec<Hash> = own_fonts.collect();
        Self {
            program: Hash::of(env!("GREFFIER_PROGRAM").as_bytes()).short(),
            settings: settings(project).short(),
            published: how_much(project.config.site.participants),
            logo: project
                .config
                .logo
                .as_ref()
                .map(|logo| Hash::of(&logo.bytes)),
            style: Hash::of_value(&(&project.style, own_fonts)).short(),
            html: engine(Page::Html),
            markdown: engine(Page::Markdown),
            print: engine(Page::Print),
        }
    }

    /// All of it, as one: what the records and what goes with them are made into rests on nothing else.
    pub(super) fn of_all(&self) -> Hash {
        let engines = [&self.html, &self.markdown, &self.print];
        let templates = engines.map(|engine| engine.templates);
        let settings = (self.program, self.settings, self.published, self.logo);
        Hash::of_value(&(settings, self.style, templates))
    }

    /// The program and the settings, which tell what a record is read as.
    pub(super) fn reader(&self) -> u64 {
        Hash::of_value(&(self.program, self.settings)).short()
    }

    /// What is made from nothing but a record and the settings.
    pub(super) fn of_source(&self, source: Hash) -> Fingerprint {
        Fingerprint {
            program: self.program,
            settings: self.settings,
            published: self.published,
            source: source.short(),
            ..Fingerprint::default()
        }
    }

    /// The same with what other records tell of it.
    pub(super) fn of_record(&self, source: Hash, told: Hash) -> Fingerprint {
        Fingerprint {
            surroundings: told.short(),
            ..self.of_source(source)
        }
    }

    /// What is made from several meetings and the settings.
    pub(super) fn of_meetings(&self, content: Hash) -> Fingerprint {
        Fingerprint {
            program: self.program,
            settings: self.settings,
            published: self.published,
            meetings: content.short(),
            ..Fingerprint::default()
        }
    }

    /// What the style sheet of all pages is made from.
    pub(super) fn of_style_sheet(&self) -> Fingerprint {
        Fingerprint {
            program: self.program,
            settings: self.settings,
            published: self.published,
            templates: self.html.templates,
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
            OutputKind::Pdf | OutputKind::Print | OutputKind::Presence => &self.print,
            OutputKind::Data => return self.of_record(source, of_told(&surroundings.told)),
            OutputKind::Annex | OutputKind::Logo => return Fingerprint::of_copy(source),
            OutputKind::Style => return self.of_style_sheet(),
            OutputKind::Site => return self.of_site(source),
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
        Fingerprint {
            program: self.program,
            settings: self.settings,
            published: self.published,
            templates: Hash::of_value(&templates).short(),
            style: match matches!(kind, OutputKind::Pdf | OutputKind::Presence) || pdf {
                true => self.style,
                false => 0,
            },
            source: source.short(),
            surroundings: engine.part_of(surroundings),
            meetings: 0,
        }
    }
}

/// What tells the settings of the series, with the organisations that it knows. Where its editions go no page shows, but no annex may come
/// from there.
fn settings(project: &Project) -> Hash {
    let folder_of_editions = &project.config.editions.folder;
    Hash::of_value(&(&project.config, &project.directory, folder_of_editions))
}

/// What tells what other records tell of one.
pub(super) fn of_told(told: &Told) -> Hash {
    Hash::of_value(told)
}

/// What is made of no settings tells nothing of persons.
fn how_much(published: Published) -> u64 {
    match published {
        Published::Organisations => 1,
        Published::Names => 2,
    }
}

impl Engine {
    /// What its templates may show of what is around a record.
    fn part_of(&self, surroundings: &Surroundings) -> u64 {
        let neighbours = [&surroundings.previous, &surroundings.next];
        let files = [surroundings.has_markdown, surroundings.has_pdf];
        let shown = (
            &surroundings.told,
            self.asks_for_neighbours.then_some(neighbours),
            self.asks_for_files.then_some(files),
            self.asks_for_registers
                .then_some(surroundings.has_decisions),
        );
        Hash::of_value(&shown).short()
    }
}
