//! The fixed sentences of the minutes (section FOR), as functions of small parameters.
//!
//! Nothing here knows a record. What a person typed passes [`tidy()`] before it enters a sentence, so that no sentence holds
//! two marks in a row, empty brackets or a preposition twice. A phrase that would break its sentence (a place without its
//! preposition) stands in brackets behind it: [`super::phrases`] judges that, and names the remedy.
//!
//! | file | says |
//! |---|---|
//! | `gathering` | the noun of the meeting, and what agrees with it |
//! | `tidy`, `lead`, `named`, `titled` | typed names cleaned and joined, titles with their article |
//! | `opening`, `place`, `body` | the opening formula, and the phrases inside it |
//! | `quorum`, `agenda`, `vote` (`result`, `groups`), `closing` | what was counted and decided |
//! | `attendance`, `labels`, `person` | who was there, in whose place, and since when |
//! | `follow_up` | a due date that moved, earlier minutes approved |
//! | `next_meeting` | the next meeting; one cancelled or postponed |
//! | `convocation` | what convenes a meeting to come |
//! | `titles`, `announced` | the names of the documents, and what they tell of the meeting |

mod agenda;
mod announced;
mod attendance;
mod body;
mod closing;
mod convocation;
mod follow_up;
mod gathering;
mod groups;
mod labels;
mod lead;
mod named;
mod next_meeting;
mod opening;
mod person;
mod place;
mod quorum;
mod result;
mod tidy;
mod titled;
mod titles;
mod vote;

pub use agenda::{Adoption, adoption};
pub use attendance::{HeadCount, attendance, counted_present};
pub use closing::{AgendaState, Closing, closing};
pub use convocation::{convocation, convocation_title, meeting_named};
pub use follow_up::{
    ApprovedMeeting, ApprovedMinutes, Changes, DueWords, approval_title, approved_minutes,
    approved_minutes_counted, put_off,
};
pub use gathering::Gathering;
pub use groups::GroupVote;
pub use labels::{absent_label, excused_label, proxies_label, represented_label};
pub use lead::without_lead;
pub(in crate::french) use lead::{subject, without_lead_behind_name};
pub use named::{Named, joined, role_line};
pub use next_meeting::{NextMeeting, cancelled, next_convened, next_meeting, postponed};
pub use opening::{Chair, NumberedIn, Opening, Rank, Setting, in_company, opening};
pub use person::{
    ONLINE, arrival, departure, entrusted_to, gender_of_title, gives_proxy_to, represented_by,
};
pub use place::with_online;
pub use quorum::{Counted, Quorum, deficient_quorum, quorum};
pub use tidy::{tidy, tidy_name};
pub use titled::after_par;
pub use titles::{
    DRAFT_MARK, DocumentName, cancelled_title, draft_title, postponed_title, titled_document,
};
pub use vote::{Ballot, Outcome, Vote, VoteNames, VoteOn, vote};

/// Adds the period, unless what was typed last already ends the sentence.
pub(super) fn end_sentence(text: &mut String) {
    if !text.ends_with(['.', '!', '?', '…']) {
        text.push('.');
    }
}
