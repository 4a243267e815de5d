//! How heavy a message is to those who read it on a slow line.

/// From 1 MB on, the user hears of it: an hour of a satellite line is dear.
const HEAVY: usize = 1_000_000;
/// From 10 MB on, most mail servers refuse a message.
const TOO_HEAVY: usize = 10_000_000;

/// How heavy a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Nobody will mind.
    Light,
    /// The user hears of it.
    Heavy,
    /// It is not made unless that is asked for.
    TooHeavy,
}

/// How heavy a message of that many bytes is.
#[must_use]
pub fn weight(bytes: usize) -> Weight {
    match bytes {
        _ if bytes > TOO_HEAVY => Weight::TooHeavy,
        _ if bytes > HEAVY => Weight::Heavy,
        _ => Weight::Light,
    }
}

#[cfg(test)]
mod tests {
    use super::{Weight, weight};

    #[test]
    fn a_message_has_its_weight() {
        assert_eq!(weight(1_000_000), Weight::Light);
        assert_eq!(weight(1_000_001), Weight::Heavy);
        assert_eq!(weight(10_000_000), Weight::Heavy);
        assert_eq!(weight(10_000_001), Weight::TooHeavy);
    }
}
