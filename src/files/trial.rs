//! Faults of the disk on purpose, for the tests of what they leave behind: only in a program built for them.
//!
//! `GREFFIER_DISK_FAULT=refuse:7` refuses the seventh step that changes the disk, `full:7` it and all that follow, and `end:7` ends the
//! process there, as a power cut does.

#[cfg(not(debug_assertions))]
use std::io;

/// A step that changes the disk.
#[cfg(not(debug_assertions))]
pub(super) fn step() -> io::Result<()> {
    Ok(())
}

/// How much of a content is written.
#[cfg(not(debug_assertions))]
pub(super) fn part(bytes: &[u8]) -> &[u8] {
    bytes
}

#[cfg(debug_assertions)]
pub(super) use planned::{part, step};

#[cfg(debug_assertions)]
mod planned {
    use std::io::{self, ErrorKind};
    use std::sync::LazyLock;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// The name of the variable that asks for a fault.
    const VARIABLE: &str = "GREFFIER_DISK_FAULT";
    /// The exit code of a process that ended on purpose.
    const ENDED: i32 = 86;

    #[derive(Clone, Copy, PartialEq, Eq)]
    enum Kind {
        Refuse,
        Full,
        End,
    }

    static ASKED: LazyLock<Option<(Kind, usize)>> = LazyLock::new(|| {
        let asked = std::env::var(VARIABLE).ok()?;
        let (kind, number) = asked.split_once(':')?;
        let kind = match kind {
            "refuse" => Kind::Refuse,
            "full" => Kind::Full,
            "end" => Kind::End,
            _ => return None,
        };
        Some((kind, number.parse().ok()?))
    });
    static STEPS: AtomicUsize = AtomicUsize::new(0);

    /// A step that changes the disk.
    pub(in crate::files) fn step() -> io::Result<()> {
        let Some((kind, asked)) = *ASKED else {
            return Ok(());
        };
        let number = STEPS.fetch_add(1, Ordering::Relaxed) + 1;
        match kind {
            Kind::Refuse if number == asked => Err(ErrorKind::PermissionDenied.into()),
            Kind::Full if number >= asked => Err(ErrorKind::StorageFull.into()),
            Kind::End if number == asked => end(),
            _ => Ok(()),
        }
    }

    #[allow(clippy::exit, reason = "a power cut asks nobody")]
    fn end() -> ! {
        std::process::exit(ENDED)
    }

    /// How much of a content is written: half of it, where the process is to end at the next step.
    pub(in crate::files) fn part(bytes: &[u8]) -> &[u8] {
        match *ASKED {
            Some((Kind::End, asked)) if STEPS.load(Ordering::Relaxed) + 1 == asked => {
                bytes.get(..bytes.len() / 2).unwrap_or(bytes)
            }
            _ => bytes,
        }
    }
}
