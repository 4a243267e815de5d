//! What a build is asked, which all its steps know.

use super::fingerprint::Base;
use super::options::BuildOptions;
use super::project::Project;
use crate::keeper::Owner;

/// Of which project, how, and what all that it makes is made from.
pub(super) struct Brief<'a> {
    pub(super) project: &'a Project,
    pub(super) options: &'a BuildOptions,
    pub(super) base: Base,
    /// Whether the whole archive is built.
    pub(super) is_whole: bool,
}

impl<'a> Brief<'a> {
    pub(super) fn new(project: &'a Project, options: &'a BuildOptions, is_whole: bool) -> Self {
        Self {
            project,
            options,
            base: Base::of(project),
            is_whole,
        }
    }

    /// Whether the files of that owner are this build's to care for: a share has its own alone.
    pub(super) fn is_concerned_with(&self, owner: &Owner) -> bool {
        let share = self.options.partition;
        share.is_none_or(|share| share.holds(owner))
    }

    /// Whether the site is built: it shows the whole archive.
    pub(super) fn has_site(&self) -> bool {
        self.is_whole && self.options.makes_pages()
    }
}
