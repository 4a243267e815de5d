//! What a theme and a part of a theme hold alike, seen as one.

use super::{Groups, RawAction, RawDecision, RawMeeting, RawPart, RawTheme, Text, Texts};

/// What a theme or a part of one holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RawContent<'a> {
    pub(crate) discussion: &'a Text,
    pub(crate) recommendations: &'a Texts,
    pub(crate) comments: &'a Text,
    pub(crate) decisions: &'a Groups<RawDecision>,
    pub(crate) actions: &'a Groups<RawAction>,
    pub(crate) owners: &'a Texts,
}

impl RawTheme {
    /// What the theme itself holds, without its parts.
    pub(crate) fn content(&self) -> RawContent<'_> {
        RawContent {
            discussion: &self.discussion,
            recommendations: &self.recommendations,
            comments: &self.comments,
            decisions: &self.decisions,
            actions: &self.actions,
            owners: &self.owners,
        }
    }

    /// What the theme holds, then each of its parts.
    pub(crate) fn contents(&self) -> impl Iterator<Item = RawContent<'_>> {
        let parts = self.parts.items().map(|(part, _)| part.content());
        std::iter::once(self.content()).chain(parts)
    }
}

impl RawPart {
    /// What the part holds.
    pub(crate) fn content(&self) -> RawContent<'_> {
        RawContent {
            discussion: &self.discussion,
            recommendations: &self.recommendations,
            comments: &self.comments,
            decisions: &self.decisions,
            actions: &self.actions,
            owners: &self.owners,
        }
    }
}

impl RawMeeting {
    /// What each theme and each part of one holds, in the order of the record.
    pub(crate) fn contents(&self) -> impl Iterator<Item = RawContent<'_>> {
        self.themes.items().flat_map(|(theme, _)| theme.contents())
    }
}
