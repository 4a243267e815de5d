//! One guard for all that is done for a record or a page: a fault of the program itself costs that alone, and says where it lies.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::sync::Once;

use super::discover::RecordFile;
use super::kinds::ArchiveFault;
use crate::diagnostic::{Diagnostic, Report};

/// Set to anything, it shows what the system tells of a fault of the program: its words and the way to it.
const TRACE_VARIABLE: &str = "GREFFIER_TRACE";

thread_local! {
    /// Where the program last failed on this thread.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Has faults of the program noted, for the whole process, rather than shown.
pub fn note_faults() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        let is_traced = std::env::var_os(TRACE_VARIABLE).is_some();
        std::panic::set_hook(Box::new(move |fault: &PanicHookInfo<'_>| {
            let place = fault.location().map(ToString::to_string);
            PLACE.with(|last| *last.borrow_mut() = place);
            if is_traced {
                usual(fault);
            }
        }));
    });
}

/// What is done in a build for one record or one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A record is read.
    Read,
    /// The files of a record are made.
    Make,
    /// The site's share of a record is gathered.
    Gather,
    /// What a record says is indexed.
    Index,
    /// A page of the site, or a part of the index, is planned.
    Plan,
    /// A page of the site is made.
    Page,
}

/// Does a step for the record or the page of that name.
///
/// # Errors
/// What the work itself reports, or that the program failed, and where.
pub(super) fn guarded<T>(
    step: Step,
    name: &str,
    work: impl FnOnce() -> Result<T, Box<Report>>,
) -> Result<T, Box<Report>> {
    caught(|| {
        plant(step);
        work()
    })
    .unwrap_or_else(|place| Err(Box::new(internal_fault(step, name, &place))))
}

/// What a work returns, or where in the program it failed.
///
/// # Errors
/// The file and the line of the source, as far as they are known.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let place = PLACE.with(|place| place.borrow_mut().take());
        place.unwrap_or_else(|| "lieu inconnu".to_owned())
    })
}

/// A fault of ours: that record's or that page's as far as the others are concerned.
fn internal_fault(step: Step, name: &str, place: &str) -> Report {
    let (what, which) = match step {
        Step::Read | Step::Make | Step::Gather | Step::Index => {
            ("ce compte rendu met", "envoyez ce fichier")
        }
        Step::Plan | Step::Page => ("cette page met", "envoyez ce message et vos comptes rendus"),
    };
    let fault = Diagnostic::new(
        ArchiveFault::Internal,
        format!("{what} le programme en défaut ({place})"),
    )
    .help(format!(
        "le reste est fait ; {which} à ceux qui tiennent le programme, pour qu’ils le corrigent"
    ));
    Report::of_file(name.to_owned(), fault)
}

impl RecordFile {
    /// As [`guarded`], for this record.
    pub(super) fn guarded<T>(
        &self,
        step: Step,
        work: impl FnOnce() -> Result<T, Box<Report>>,
    ) -> Result<T, Box<Report>> {
        guarded(step, &self.name, work)
    }
}

#[cfg(not(debug_assertions))]
fn plant(_: Step) {}

/// A fault on purpose, in a program built for the tests: `GREFFIER_FAULT=Index` fails wherever a record is indexed.
#[cfg(debug_assertions)]
fn plant(step: Step) {
    use std::sync::LazyLock;
    static ASKED: LazyLock<Option<String>> = LazyLock::new(|| std::env::var("GREFFIER_FAULT").ok());
    if ASKED.as_deref() == Some(&format!("{step:?}")) {
        #[allow(clippy::panic, reason = "that is what it is for")]
        {
            panic!("a fault on purpose");
        }
    }
}
