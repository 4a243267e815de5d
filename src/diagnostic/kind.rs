//! What sort of thing a diagnostic says, whatever its words: the name of a rule, as the rules of a linter have one.
//!
//! Each room declares the sorts of its own with [`kinds!`], in one table; this room knows none of them.

use super::Severity;

/// The sorts of fault or of doubt of a room.
pub trait Kind: Copy + 'static {
    /// All of them, in the order of their table.
    const ALL: &'static [Self];
    /// How much each weighs.
    const SEVERITY: Severity;

    /// The name that the user sees, and that never changes: `cle-inconnue`.
    fn code(self) -> &'static str;

    /// What it means, in one French sentence, for the reference.
    fn meaning(self) -> &'static str;
}

/// The name of a kind. There is no other way to one than through a [`Kind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(&'static str);

impl Code {
    pub(super) fn of(kind: impl Kind) -> Self {
        Self(kind.code())
    }

    /// The name itself.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

/// Declares the kinds of a room, all faults or all doubts: a variant, its code and its meaning a line.
macro_rules! kinds {
    ($(#[$about:meta])* $name:ident: $severity:ident { $($variant:ident $code:literal $meaning:literal)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $(#[doc = concat!("`", $code, "`.")] $variant,)+
        }

        impl $crate::diagnostic::Kind for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const SEVERITY: $crate::diagnostic::Severity = $crate::diagnostic::Severity::$severity;

            fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            fn meaning(self) -> &'static str {
                match self {
                    $(Self::$variant => $meaning,)+
                }
            }
        }
    };
}
pub(crate) use kinds;
