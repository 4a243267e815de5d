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

/// Seven columns have no room on a sheet held upright.
#[test]
fn many_columns_are_printed_sideways() {
    let all = [
        "themes",
        "discussion",
        "recommandations",
        "decisions",
        "actions",
        "responsables",
        "delai",
    ];
    for (count, is_sideways) in [(6, false), (7, true)] {
        let record = format!(
            "date = 2026-03-17\ncolonnes = {:?}\n[[themes]]\ntitre = \"T\"\ndiscussion = \"D\"\n\
             recommandations = [\"R\"]\ndecisions = [\"V\"]\n[[themes.actions]]\ntexte = \"A\"\n\
             responsables = [\"B\"]\necheance = 2026-03-31\n",
            &all[..count]
        );
        let project = Project::empty().file("meetings/2026-03-17.toml", &record);
        project.run(["build", "--formats", "print"]);
        let print = project.read("output/2026-03-17/compte-rendu-2026-03-17.print.html");
        assert!(print.contains("<h3"), "{count} columns: {print}");
        assert_eq!(
            print.contains("<section class=\"paysage\">"),
            is_sideways,
            "{count} columns"
        );
    }
}

/// Whatever columns are asked for, the owners of a whole theme stand in the three outputs.
#[test]
fn owners_of_a_theme_have_a_place_in_any_columns() {
    let themes = [
        "titre = \"Forages\"\nresponsables = [\"Direction régionale\"]\n",
        "titre = \"Forages\"\nresponsables = [\"Direction régionale\"]\ndiscussion = \"D\"\n",
        "titre = \"Forages\"\nresponsables = [\"Direction régionale\"]\ndecisions = [\"V\"]\n",
        "titre = \"Forages\"\nresponsables = [\"Direction régionale\"]\nactions = [{ texte = \"A\" }]\n",
    ];
    for columns in [
        "[\"themes\", \"discussion\"]",
        "[\"themes\", \"recommandations\", \"decisions\"]",
        "[\"themes\", \"decisions\"]",
        "[\"themes\", \"discussion\", \"actions\"]",
        "[\"themes\", \"discussion\", \"delai\"]",
        "[\"themes\", \"responsables\"]",
        "[\"themes\"]",
    ] {
        for theme in themes {
            let record = format!(
                "date = 2026-03-17\ncolonnes = {columns}\n[[themes]]\n{theme}\
                 [[themes]]\ntitre = \"Autre\"\ndiscussion = \"Texte\"\ndecisions = [\"Oui\"]\n"
            );
            let project = Project::empty()
                .file("meetings/2026-03-17.toml", &record)
                .build_texts();
            let pages = Pages::of(&project, "2026-03-17");
            hold_all(
                &pages,
                &["Direction régionale".to_owned()],
                &format!("{columns} {theme}"),
            );
        }
    }
}
