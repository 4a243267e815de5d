//! What a build is asked, which all its steps know.

use super::fingerprint::Base;
use super::options::BuildOptions;
use super::project::Project;

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
    /// Whether the site is built: it shows the whole archive.
    pub(super) fn has_site(&self) -> bool {
        self.is_whole && self.options.makes_pages()
    }
}
