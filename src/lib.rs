//! greffier keeps and publishes the minutes of meetings in French: records in TOML go in, HTML, Markdown and PDF come out,
//! through Tera templates, in the layout of a real document.
//!
//! ```
//! use greffier::config::Config;
//! use greffier::diagnostic::Source;
//! use greffier::minutes::{Minutes, Surroundings};
//! use greffier::record::{self, AnnexFile};
//! use greffier::templates::Templates;
//!
//! let source = Source { name: "2017-02-07.toml".into(), text: "date = 2017-02-07\nlieu = \"dans le bureau du PNUD\"".into() };
//! let reading = record::read(&source, &|_path| AnnexFile::Missing);
//! let meeting = reading.meeting.expect("a sound record");
//! let minutes = Minutes::new(&meeting, &Config::default(), &Surroundings::default());
//! assert_eq!(
//!     minutes.opening,
//!     "L’an deux mille dix-sept, le sept février, s’est tenue, dans le bureau du PNUD, la réunion.",
//! );
//! let templates = Templates::new(Default::default()).expect("the embedded templates are sound");
//! let page = templates.html(&minutes, &source.name).expect("they render any minutes");
//! assert!(page.contains("<html lang=\"fr\">"));
//! ```
//!
//! The program itself, `cli`, the server of `greffier serve`, `serve`, and the messages of `greffier send`, `send`, are features that are on
//! by default; who makes minutes from a program of their own does without, and builds a fifth fewer crates:
//!
//! ```toml
//! greffier = { git = "…", default-features = false }
//! ```
//!
//! Data flows one way: [`toml_source`] → [`record`] → [`minutes`] → [`templates`] → [`site`] → [`files`] (and [`document`], on the way to the PDF), led over a whole folder by
//! [`archive`]. `ARCHITECTURE.md` is the map.

pub mod archive;
pub mod authoring;
#[cfg(feature = "send")]
pub mod circulation;
#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
pub mod contacts;
pub mod diagnostic;
pub mod document;
mod escaping;
pub mod files;
pub mod follow_up;
pub mod french;
#[cfg(feature = "cli")]
pub mod guide;
mod keeper;
#[cfg(feature = "send")]
pub mod mailing;
pub mod markup;
pub mod minutes;
pub mod pdf;
pub mod picture;
pub mod print;
pub mod publication;
pub mod record;
pub mod search;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
pub mod templates;
mod texts;
pub mod toml_source;
