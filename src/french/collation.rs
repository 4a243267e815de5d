//! The Unicode collation of CLDR's French, which is that of the root: of Unicode's data this alone goes into the program, without the
//! 0.9 MB of what other languages sort otherwise.

use std::sync::LazyLock;

use icu_collator::options::{AlternateHandling, CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::provider::{
    Baked, CollationDiacriticsV1, CollationJamoV1, CollationMetadataV1, CollationReorderingV1,
    CollationRootV1, CollationSpecialPrimariesV1, CollationTailoringV1,
};
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;
use icu_normalizer::provider::{
    Baked as Normalization, NormalizerNfdDataV1, NormalizerNfdTablesV1,
};
use icu_provider::{DataError, DataErrorKind, DataMarker, DataProvider, DataRequest, DataResponse};

/// Built at the first text that is sorted, once for the process.
static COLLATOR: LazyLock<Option<Collator>> =
    LazyLock::new(|| Collator::try_new_unstable(&UntailoredData, preferences(), options()).ok());

/// French, strength tertiary, alternate handling «shifted», digits by value (TRI-R1).
pub(super) fn collator() -> Option<CollatorBorrowed<'static>> {
    COLLATOR.as_ref().map(Collator::as_borrowed)
}

fn preferences() -> CollatorPreferences {
    let mut preferences = CollatorPreferences::from(&locale!("fr"));
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    preferences
}

fn options() -> CollatorOptions {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Tertiary);
    options.alternate_handling = Some(AlternateHandling::Shifted);
    options
}

/// The data that the library has, but for what a language sorts otherwise than the root.
struct UntailoredData;

macro_rules! taken {
    ($($from:ident: $($marker:ident)+;)+) => {$($(
        impl DataProvider<$marker> for UntailoredData {
            fn load(&self, asked: DataRequest<'_>) -> Result<DataResponse<$marker>, DataError> {
                $from.load(asked)
            }
        }
    )+)+};
}

macro_rules! left_out {
    ($($marker:ident)+) => {$(
        impl DataProvider<$marker> for UntailoredData {
            fn load(&self, _: DataRequest<'_>) -> Result<DataResponse<$marker>, DataError> {
                Err(DataErrorKind::IdentifierNotFound.with_marker($marker::INFO))
            }
        }
    )+};
}

taken! {
    Baked: CollationDiacriticsV1 CollationJamoV1 CollationMetadataV1 CollationRootV1 CollationSpecialPrimariesV1;
    Normalization: NormalizerNfdDataV1 NormalizerNfdTablesV1;
}
left_out! { CollationReorderingV1 CollationTailoringV1 }

#[cfg(test)]
mod tests {
    use super::{Collator, collator, options, preferences};

    /// A French that had data of its own would have no collator here.
    #[test]
    fn what_is_left_out_changes_no_key() {
        let whole = Collator::try_new(preferences(), options()).unwrap();
        let own = collator().unwrap();
        let words = "cote côte Coté côté cœur coeur Çà ca œuvre Ÿ y 9 10 ß ss ñ n æ ø å ł đ ð þ ı Ә غ ا ߊ א ह 中 한 、 – ’ '";
        for word in words.split(' ') {
            let [mut expected, mut found] = [Vec::new(), Vec::new()];
            let Ok(()) = whole.write_sort_key_to(word, &mut expected);
            let Ok(()) = own.write_sort_key_to(word, &mut found);
            assert_eq!(found, expected, "{word}");
        }
    }
}
