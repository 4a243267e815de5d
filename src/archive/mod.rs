//! The whole archive: finds the records, reads what each page needs of the others, and lists every output that is to be made.
//!
//! A build looks at each record (`observe`): one that is as the last build left it is not even read. What there is to make is
//! listed: of each record (`records`), for all pages (`page_files`), of the site (`website`) and its index (`search`). What each is
//! made from (`fingerprint`) tells the room `keeper` what is stale; that is made (`work`, with `make` and `site_file`), one
//! record in memory a thread, and kept there. A broken record never holds back a sound one. Entry points: [`Project::open`],
//! [`Archive::discover`], [`Archive::build`], [`Archive::check`]. Here nothing but the modules is said: each file imports those it
//! needs, and none of them imports it.

mod assets;
mod batches;
mod brief;
mod build;
mod build_error;
mod check;
mod circulated;
mod contacts;
mod copies;
mod discover;
mod fingerprint;
mod format;
mod guard;
mod held;
mod indiscreet;
mod kinds;
mod latest;
mod lessened;
mod lesser;
mod make;
mod neighbours;
mod note;
mod observe;
mod open_actions;
mod options;
mod outcome;
mod outputs;
mod page_files;
mod printed;
mod project;
mod read_record;
mod reading;
mod reason;
mod records;
mod retold;
mod retouch;
mod search;
mod series;
mod settled;
mod shown;
mod site_file;
mod standing;
mod summaries;
mod texts;
mod to_come;
mod today;
mod unwanted;
mod watch;
mod website;
mod work;

pub use crate::keeper::{Partition, Reason};
pub use build_error::BuildError;
pub use circulated::{Circulated, Circulation, MembersSeries};
pub use discover::{Archive, RecordFile, address_of};
pub use format::Format;
pub use guard::{caught, note_faults};
pub use kinds::{ArchiveFault, may_pass};
pub use latest::{Announced, Latest, Told};
pub use open_actions::OpenAction;
pub use options::{BuildOptions, Follower};
pub use outcome::{Outcome, Written};
pub use project::{CONFIG_FILE, MEETINGS_FOLDER, OUTPUT_FOLDER, Project};
pub use standing::{FaultyRecord, Withheld, said_of_standing};
pub use texts::TEMPLATES_FOLDER;
pub use unwanted::records_left;
pub use watch::{Rendering, watched};
