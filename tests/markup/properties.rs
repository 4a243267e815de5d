//! What holds for any text.

use greffier::markup::{parse, to_html, to_markdown_cell, to_own_markdown};
use proptest::prelude::*;

use crate::others::{escaped_everywhere, others_read_the_same};
use crate::random::{
    emphatic_text, lettered_text, listed_text, pasted_text, rich_text, table_text,
};

pub(crate) fn read_back(input: &str) -> Result<(), TestCaseError> {
    let markup = parse(input);
    let html = to_html(&markup.blocks);
    let markdown = to_own_markdown(&markup.blocks);
    let cell = to_markdown_cell(&markup.blocks);
    let back = parse(&markdown);
    prop_assert_eq!(&back.blocks, &markup.blocks, "markdown: {:?}", markdown);
    prop_assert_eq!(to_html(&back.blocks), html);
    prop_assert!(!cell.contains('\n'));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_reads_back(text in any::<String>()) {
        read_back(&text)?;
    }

    #[test]
    fn rich_text_reads_back(text in rich_text()) {
        read_back(&text)?;
    }

    #[test]
    fn emphatic_text_reads_back(text in emphatic_text()) {
        read_back(&text)?;
    }

    #[test]
    fn listed_text_reads_back(text in listed_text()) {
        read_back(&text)?;
    }

    #[test]
    fn pasted_text_reads_back(text in pasted_text()) {
        read_back(&text)?;
    }

    #[test]
    fn lettered_text_reads_back(text in lettered_text()) {
        read_back(&text)?;
    }

    #[test]
    fn table_text_reads_back(text in table_text()) {
        read_back(&text)?;
    }

    #[test]
    fn others_read_pasted_text_the_same(text in pasted_text()) {
        others_read_the_same(&text)?;
    }

    #[test]
    fn others_read_lettered_text_the_same(text in lettered_text()) {
        others_read_the_same(&text)?;
    }

    #[test]
    fn others_read_table_text_the_same(text in table_text()) {
        others_read_the_same(&text)?;
    }

    #[test]
    fn others_read_rich_text_the_same(text in rich_text()) {
        others_read_the_same(&text)?;
    }

    #[test]
    fn others_read_emphatic_text_the_same(text in emphatic_text()) {
        others_read_the_same(&text)?;
    }

    #[test]
    fn others_read_listed_text_the_same(text in listed_text()) {
        others_read_the_same(&text)?;
    }

    #[test]
    fn escaped_text_is_text_everywhere(text in rich_text()) {
        escaped_everywhere(&text)?;
    }

    #[test]
    fn any_escaped_text_is_text_everywhere(text in any::<String>()) {
        escaped_everywhere(&text)?;
    }
}
