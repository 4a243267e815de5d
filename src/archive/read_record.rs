//! What is kept in memory of a record, as the members of the series read it.

use super::discover::RecordFile;
use crate::follow_up::{Entry, Proceedings};
use crate::record::LeftOut;
use crate::site::Appointment;

/// What is kept in memory of a record.
#[derive(Debug)]
pub(super) struct Read<'a> {
    pub(super) record: &'a RecordFile,
    pub(super) proceedings: Proceedings,
    pub(super) appointment: Appointment,
    pub(super) has_decisions: bool,
    /// What the edition leaves out of it.
    pub(super) left_out: LeftOut,
    /// Whether the public edition shows something else.
    pub(super) has_marks: bool,
    /// Which of its blocks on action points the edition does not show.
    pub(super) dropped: Vec<usize>,
}

impl<'a> Read<'a> {
    pub(super) fn entry(&'a self) -> Entry<'a> {
        Entry {
            address: &self.record.address,
            proceedings: &self.proceedings,
        }
    }

    /// Whether it is what is kept of that record.
    pub(super) fn is_of(&self, record: &RecordFile) -> bool {
        self.record.address == record.address
    }
}
