//! Records of every shape, with any of the columns in any order: nothing is lost, and the three outputs agree.

use rayon::prelude::*;

use super::Pages;
use super::records::{hold_all, no_column_is_empty};
use crate::common::document::Heads;
use crate::common::{Project, sound, varied};

const SEED: u64 = 2026;

#[test]
fn in_any_columns() {
    let records = varied::records(SEED, 80);
    let project = records.iter().fold(Project::empty(), |project, record| {
        project.file(&record.path, &record.toml)
    });
    let project = project.build_texts();
    let faults: Vec<String> = records
        .par_iter()
        .filter_map(|record| {
            let address = &record.path["meetings/".len()..record.path.len() - ".toml".len()];
            let pages = Pages::of(&project, address);
            let check = || {
                pages.sound_in_columns(&Heads::default());
                hold_all(&pages, &record.texts, address);
                no_column_is_empty(&scraper::Html::parse_document(&pages.html), address);
                assert_eq!(sound::stray_blanks(&pages.markdown), [""; 0]);
            };
            let fault = std::panic::catch_unwind(check).err()?;
            let fault = fault.downcast_ref::<String>().cloned().unwrap_or_default();
            let fault: String = fault.chars().take(6000).collect();
            Some(format!("{address}: {fault}"))
        })
        .collect();
    assert!(
        faults.is_empty(),
        "{} records:\n\n{}",
        faults.len(),
        faults.join("\n\n")
    );
}
