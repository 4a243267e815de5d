//! A file that belongs to no single meeting, to be made or standing.

use std::collections::BTreeSet;

use super::brief::Brief;
use super::guard::Step;
use super::note::{Keeper, Note};
use super::options::Follower;
use super::work::{Bytes, Job, Made, Making, Workshop, do_all};
use crate::diagnostic::Report;
use crate::files::FileError;
use crate::keeper::{Owner, Planned};
use crate::site::SitePage;

/// The bytes of a file, or the fault of its template.
type Rendered = Result<Vec<u8>, Box<Report>>;

/// A file that belongs to no single meeting: what is to be done with it, and how it is made.
pub(super) struct SiteFile<'a> {
    /// This one file.
    planned: [Planned; 1],
    make: Make<'a>,
}

/// Files of the site that are to be made or stand.
#[derive(Default)]
pub(super) struct SiteFiles<'a> {
    pub(super) files: Vec<SiteFile<'a>>,
    /// Files that were made as soon as it was known what they hold, by name: there are too many to hold them all.
    pub(super) placed: Vec<(String, Made)>,
    /// Of files, or of meetings in them, that are lacking: what stands of them stays.
    pub(super) faults: Vec<Report>,
    /// The addresses of the meetings whose records have faults and of which something that was kept is lost.
    pub(super) lost: BTreeSet<String>,
}

impl<'a> SiteFiles<'a> {
    pub(super) fn add(&mut self, other: SiteFiles<'a>) {
        self.files.extend(other.files);
        self.placed.extend(other.placed);
        self.faults.extend(other.faults);
        self.lost.extend(other.lost);
    }

    /// Makes those that are not in their places; what they are made of goes with that.
    ///
    /// # Errors
    /// As those of [`do_all`].
    pub(super) fn make(
        self,
        brief: &Brief<'_>,
        keeper: &Keeper,
        follower: &dyn Follower,
    ) -> Result<Vec<Made>, FileError> {
        let mut made = do_all(brief, keeper, &self.files, follower, || {})?;
        made.extend(self.placed.into_iter().map(|(_, made)| made));
        Ok(made)
    }

    /// The names of all files.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let placed = self.placed.iter().map(|(name, _)| name.as_str());
        self.files.iter().map(SiteFile::name).chain(placed)
    }
}

/// How a file is made.
enum Make<'a> {
    /// It stands.
    Nothing,
    /// Whole, with the template of that name, if any.
    Whole(&'static str, Box<dyn Fn() -> Rendered + Send + Sync + 'a>),
    /// A file of the site that is written piece by piece.
    Stream(SitePage<'a>),
}

impl<'a> SiteFile<'a> {
    pub(super) fn new(
        planned: Planned,
        template: &'static str,
        make: impl Fn() -> Rendered + Send + Sync + 'a,
    ) -> Self {
        Self {
            planned: [planned],
            make: Make::Whole(template, Box::new(make)),
        }
    }

    /// A file of the site.
    pub(super) fn of_page(planned: Planned, page: SitePage<'a>) -> Self {
        match page.stream() {
            None => Self::new(planned, page.template(), move || page.render()),
            Some(_) => Self {
                planned: [planned],
                make: Make::Stream(page),
            },
        }
    }

    /// A file that needs nothing done; `None` if it does.
    pub(super) fn standing(planned: Planned) -> Option<Self> {
        planned.is_fresh().then_some(Self {
            planned: [planned],
            make: Make::Nothing,
        })
    }

    pub(super) fn name(&self) -> &str {
        let [planned] = &self.planned;
        &planned.name
    }
}

impl Job for SiteFile<'_> {
    fn owner(&self) -> &Owner {
        &Owner::Site
    }

    /// While files of the site are written, it is not made of any one state.
    fn note(&self) -> Option<Note> {
        None
    }

    fn planned(&self) -> &[Planned] {
        &self.planned
    }

    fn step(&self) -> (Step, &str) {
        (Step::Page, self.name())
    }

    fn make(&self, workshop: &Workshop<'_>) -> Result<Making<'_>, Box<Report>> {
        let content = match &self.make {
            Make::Nothing => None,
            Make::Whole(template, make) => {
                let _watched = workshop.watch.rendering(template, self.name());
                Some(Bytes::Whole(make()?))
            }
            Make::Stream(page) => page.stream().map(Bytes::Stream),
        };
        Ok(Making {
            contents: vec![content],
            ..Making::default()
        })
    }
}
