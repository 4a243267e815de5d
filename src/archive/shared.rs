//! What belongs to no single meeting: the logo, the style sheet of all pages, the files of the site.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::fingerprint::Fingerprint;
use super::guard::{Step, guarded};
use super::keep::Content;
use super::make::{Knowledge, Made, Maker};
use super::plan::Verdict;
use super::schedule::{Planned, Planner};
use super::store::{Entry, Hash, OutputKind};
use crate::diagnostic::Report;
use crate::files::FileError;
use crate::minutes::logo_file_name;
use crate::site::{self, SitePage};

/// As many files are held in memory before they are written.
const BATCH: usize = 64;

/// The bytes of a file, or the fault of its template.
type Rendered = Result<Vec<u8>, Box<Report>>;

/// A file that belongs to no single meeting: what is to be done with it, and how it is made.
pub(super) struct Shared<'a> {
    pub(super) planned: Planned,
    make: Make<'a>,
}

/// A file to be made whole: its plan, the name of its template, how it is made.
type ToMake<'a> = (
    &'a Planned,
    &'static str,
    &'a Box<dyn Fn() -> Rendered + Send + Sync + 'a>,
);

/// How a file is made.
enum Make<'a> {
    /// It stands.
    Nothing,
    /// Whole, with the template of that name, if any.
    Whole(&'static str, Box<dyn Fn() -> Rendered + Send + Sync + 'a>),
    /// A file of the site that is written piece by piece.
    Stream(SitePage<'a>),
}

impl<'a> Shared<'a> {
    pub(super) fn new(
        planned: Planned,
        template: &'static str,
        make: impl Fn() -> Rendered + Send + Sync + 'a,
    ) -> Self {
        let make = Make::Whole(template, Box::new(make));
        Self { planned, make }
    }

    /// A file of the site.
    pub(super) fn of_page(planned: Planned, page: SitePage<'a>) -> Self {
        match page.stream() {
            None => Self::new(planned, page.template(), move || page.render()),
            Some(_) => Self {
                planned,
                make: Make::Stream(page),
            },
        }
    }

    /// A file that needs nothing done; `None` if it does.
    pub(super) fn standing(planned: Planned) -> Option<Self> {
        let make = Make::Nothing;
        (planned.verdict == Verdict::Fresh).then_some(Self { planned, make })
    }
}

impl<'a> Planner<'a> {
    /// The logo and the style sheet, if there is a page to show them.
    pub(super) fn dress(&self, has_pages: bool) -> Result<Vec<Shared<'a>>, FileError> {
        if !has_pages || !self.options.makes_pages() {
            return Ok(Vec::new());
        }
        let (config, templates) = (&self.project.config, &self.project.templates);
        let mut dress = Vec::new();
        if let Some(logo) = &config.logo {
            let made_from = Fingerprint::of_copy(Hash::of(&logo.bytes));
            let planned = self.planned("", OutputKind::Logo, logo_file_name(logo), made_from)?;
            dress.push(Shared::new(planned, "", || Ok(logo.bytes.to_vec())));
        }
        let (kind, name) = (OutputKind::Style, site::STYLE_FILE.to_owned());
        let planned = self.planned("", kind, name, self.base.of_site(Hash::default()))?;
        dress.push(Shared::new(planned, site::STYLE_TEMPLATE, || {
            site::style_sheet(config, templates)
        }));
        Ok(dress)
    }
}

impl Maker<'_> {
    /// Makes what is stale of these files. `state` is what the site is made of, if these are all of it.
    ///
    /// # Errors
    /// The disk refuses a file. A fault of a template is told in what is returned.
    pub(super) fn shared(
        &self,
        shared: &[Shared<'_>],
        state: Option<Hash>,
    ) -> Result<Made, FileError> {
        let known = self.store.entries.get("");
        let names: BTreeSet<&str> = shared
            .iter()
            .map(|shared| shared.planned.name.as_str())
            .collect();
        let before = known.map_or(&[][..], |entry| &entry.outputs);
        let mut entry = Entry {
            outputs: before
                .iter()
                .filter(|output| !names.contains(output.name.as_str()))
                .cloned()
                .collect(),
            ..Entry::default()
        };
        let mut made = Made::of(Knowledge::Nothing);
        let (mut whole, mut streamed) = (Vec::new(), Vec::new());
        for Shared { planned, make } in shared {
            match make {
                _ if planned.verdict == Verdict::Fresh => {
                    made.unchanged += 1;
                    entry.outputs.extend(planned.kept.clone());
                }
                Make::Nothing => {}
                Make::Whole(template, make) => whole.push((planned, *template, make)),
                Make::Stream(page) => {
                    streamed.extend(page.stream().map(|stream| (planned, stream)))
                }
            }
        }
        for batch in whole.chunks(BATCH) {
            self.make_batch(batch, &mut entry, &mut made)?;
        }
        for (planned, stream) in streamed {
            self.make_stream(planned, stream, &mut entry, &mut made)?;
        }
        let is_all = made.refused.is_empty() && made.left_alone.is_empty();
        entry.record.hash = match state {
            Some(state) if is_all => state,
            // The next build is to look at each page again.
            Some(_) => Hash::default(),
            // A part of the archive leaves the site as it is, and what is known of it.
            None => known.map_or_else(Hash::default, |entry| entry.record.hash),
        };
        made.knowledge = match known {
            Some(known) if *known == entry => Knowledge::AsBefore,
            None if entry.outputs.is_empty() => Knowledge::AsBefore,
            _ => Knowledge::New(entry),
        };
        Ok(made)
    }

    fn make_batch(
        &self,
        batch: &[ToMake<'_>],
        entry: &mut Entry,
        made: &mut Made,
    ) -> Result<(), FileError> {
        let rendered: Vec<(&Planned, Rendered)> = batch
            .par_iter()
            .map(|(planned, template, make)| (*planned, self.rendered(planned, template, make)))
            .collect();
        let mut files = Vec::new();
        for (planned, rendered) in &rendered {
            match rendered {
                Ok(bytes) => files.push((*planned, Content::Whole(bytes))),
                Err(report) => {
                    made.refused.push((**report).clone());
                    entry.outputs.extend(planned.kept.clone());
                }
            }
        }
        let kept = self.keeper().keep("", entry, &files)?;
        made.note(kept, None);
        Ok(())
    }

    fn make_stream(
        &self,
        planned: &Planned,
        stream: &site::Stream<'_>,
        entry: &mut Entry,
        made: &mut Made,
    ) -> Result<(), FileError> {
        let files = [(planned, Content::Stream(stream))];
        let kept = guarded(Step::Page, &planned.name, || {
            Ok(self.keeper().keep("", entry, &files))
        });
        match kept {
            Ok(kept) => made.note(kept?, None),
            Err(report) => {
                made.refused.push(*report);
                entry.outputs.extend(planned.kept.clone());
            }
        }
        Ok(())
    }

    fn rendered(
        &self,
        planned: &Planned,
        template: &str,
        make: &(dyn Fn() -> Rendered + Send + Sync),
    ) -> Rendered {
        let _watched = self.watch.rendering(template, &planned.name);
        guarded(Step::Page, &planned.name, make)
    }
}
