//! Owners whose names are alike in an address are not one: each has a page, a calendar and a feed of their own.

use std::collections::BTreeSet;

use scraper::Html;

use crate::SETTINGS;
use crate::common::Project;
use crate::common::from_html::all;

/// Names that a slug does not tell apart: in other scripts, in part, of signs, and alike in their first 80 letters.
const ALIKE: [[&str; 3]; 6] = [
    ["Красный Крест", "Врачи мира", "Мэрия"],
    ["OIM", "OIM Москва", "OIM Минск"],
    ["الهلال الأحمر", "أطباء العالم", "البلدية"],
    ["红十字会", "世界医生组织", "市政府"],
    ["ⵜⴰⵏⴰⵎⴰⵜ", "ⴰⵣⴰⵡⴰⴷ", "ⵜⵉⴷⵉⵍⵍⴰ"],
    [
        "Direction nationale de la protection sociale et de l’économie solidaire du ministère de la santé, antenne régionale de Gao",
        "Direction nationale de la protection sociale et de l’économie solidaire du ministère de la santé, antenne régionale de Mopti",
        "Direction nationale de la protection sociale et de l’économie solidaire du ministère de la santé, antenne régionale de Ségou",
    ],
];

/// What each of them is to do.
const TASKS: [&str; 3] = ["creuser", "curer", "couvrir"];

fn record(date: &str, owners: &[&str]) -> String {
    let action = |(owner, task): (&&str, &&str)| {
        format!(
            "  {{ texte = \"Il faut {task}\", responsables = [\"{owner}\"], echeance = {date} }},\n"
        )
    };
    let actions: String = owners.iter().zip(&TASKS).map(action).collect();
    format!("date = {date}\n[[themes]]\ntitre = \"Les puits\"\nactions = [\n{actions}]\n")
}

fn project(owners: &[&str]) -> Project {
    Project::empty().file("greffier.toml", SETTINGS).file(
        "meetings/2026/2026-03-17.toml",
        &record("2026-03-17", owners),
    )
}

/// The files of the owners, without the ending of each.
fn addresses(project: &Project, ending: &str) -> BTreeSet<String> {
    let files = project.files("output").into_iter();
    let files = files.filter(|file| file.starts_with("responsable-"));
    files
        .filter_map(|file| file.strip_suffix(ending).map(str::to_owned))
        .collect()
}

#[test]
fn each_has_pages_of_their_own() {
    for owners in ALIKE {
        let project = project(&owners).build_texts();
        let pages = addresses(&project, ".html");
        assert_eq!(pages.len(), owners.len(), "{pages:?}");
        for ending in [".ics", ".xml"] {
            assert_eq!(addresses(&project, ending), pages, "{ending}");
        }
        let register = Html::parse_document(&project.read("output/actions-par-responsable.html"));
        let links: BTreeSet<&str> = all(&register, "h2 a")
            .into_iter()
            .filter_map(|link| link.attr("href"))
            .collect();
        let linked: BTreeSet<String> = pages.iter().map(|page| format!("{page}.html")).collect();
        assert_eq!(links, linked.iter().map(String::as_str).collect());
        let mut tasks = BTreeSet::new();
        for page in &pages {
            let told = ["html", "ics", "xml"].map(|ending| {
                let text = project.read(&format!("output/{page}.{ending}"));
                let told = TASKS.into_iter().filter(|task| text.contains(*task));
                told.collect::<Vec<_>>()
            });
            assert_eq!(told[0].len(), 1, "{page}: {told:?}");
            assert!(told.iter().all(|one| *one == told[0]), "{page}: {told:?}");
            tasks.extend(told[0].clone());
        }
        assert_eq!(tasks.len(), owners.len());
    }
}

/// The links of published pages stay: no address depends on who else there is, and one that a name fills is that name.
#[test]
fn no_address_depends_on_the_other_owners() {
    for owners in ALIKE {
        let all = addresses(&project(&owners).build_texts(), ".html");
        let mut each = BTreeSet::new();
        for owner in owners {
            let alone = addresses(&project(&[owner]).build_texts(), ".html");
            assert_eq!(alone.len(), 1, "{owner}");
            each.extend(alone);
        }
        assert_eq!(each, all);
    }
    let plain = addresses(&project(&["OIM", "PNUD / Gao"]).build_texts(), ".html");
    assert_eq!(
        plain,
        ["responsable-oim", "responsable-pnud-gao"]
            .map(str::to_owned)
            .into()
    );
}

/// Case, accents, signs and spaces make no other owner, nor does another name in the contacts.
#[test]
fn a_name_spelt_otherwise_is_the_same_owner() {
    let contacts =
        "[[organisations]]\nnom = \"Красный Крест\"\nautres_noms = [\"Croix-Rouge russe\"]\n";
    for (owners, contacts) in [
        (["Красный Крест", "КРАСНЫЙ  крест"], ""),
        (["Santé – Москва", "SANTE, москва"], ""),
        (["Красный Крест", "Croix-Rouge russe"], contacts),
        (["O.I.M.", "OIM"], ""),
        (["ONU-Femmes", "ONUFemmes"], ""),
    ] {
        let project = project(&owners).file("contacts.toml", contacts);
        let pages = addresses(&project.build_texts(), ".html");
        assert_eq!(pages.len(), 1, "{owners:?}: {pages:?}");
    }
}

/// At the head of a page or of a group a name has a capital, as in a message to who bears it.
#[test]
fn a_name_opens_a_page_with_a_capital() {
    let project = project(&["le PNUD", "les membres du cluster", "OIM"]).build_texts();
    for (page, title) in [
        ("responsable-le-pnud.html", "Le PNUD, points d’action"),
        (
            "responsable-les-membres-du-cluster.html",
            "Les membres du cluster, points d’action",
        ),
        ("responsable-oim.html", "OIM, points d’action"),
    ] {
        let page = project.read(&format!("output/{page}"));
        assert!(page.contains(&format!("<h1>{title}</h1>")), "{page}");
    }
    let all = project.read("output/actions-par-responsable.html");
    assert!(
        all.contains("<a href=\"responsable-le-pnud.html\">Le PNUD</a>"),
        "{all}"
    );
}

/// An owner is shown as the series writes it most often, with a capital where it is as often without one, at the address of that
/// spelling; the organisations likewise.
#[test]
fn a_name_is_shown_as_it_is_written_most_often() {
    for (names, page, shown) in [
        (["O.I.M.", "OIM", "OIM"], "responsable-oim", "OIM"),
        (["O.I.M.", "OIM", "O.I.M."], "responsable-o-i-m", "O.I.M."),
        (["OIM", "O.I.M.", "OIM"], "responsable-oim", "OIM"),
        (["OIM", "oim", "OIM"], "responsable-oim", "OIM"),
        (["OIM", "OIM", "O.I.M."], "responsable-oim", "OIM"),
    ] {
        let records = names.iter().zip(["2026-01-13", "2026-02-13", "2026-03-13"]);
        let project = records.fold(
            Project::empty().file("greffier.toml", SETTINGS),
            |project, (name, day)| {
                let present = format!("participants = [{{ organisation = \"{name}\" }}]\n");
                let text = record(day, &[*name]).replacen('\n', &format!("\n{present}"), 1);
                project.file(&format!("meetings/2026/{day}.toml"), &text)
            },
        );
        let project = project.build_texts();
        assert_eq!(addresses(&project, ".html"), [page.to_owned()].into());
        let own = project.read(&format!("output/{page}.html"));
        assert!(
            own.contains(&format!("<h1>{shown}, points d’action</h1>")),
            "{own}"
        );
        let all = project.read("output/actions-par-responsable.html");
        assert!(
            all.contains(&format!("<a href=\"{page}.html\">{shown}</a>")),
            "{all}"
        );
        let organisations = project.read("output/organisations.html");
        let rows = organisations.matches("<th scope=\"row\">").count();
        assert_eq!(rows, 1, "{organisations}");
        assert!(
            organisations.contains(&format!("<th scope=\"row\">{shown}</th>")),
            "{organisations}"
        );
    }
}

/// One that is written once more moves no page of those who had theirs: of two that are written as often, the older has it.
#[test]
fn a_page_is_at_the_address_of_the_commonest_spelling() {
    for (names, page) in [
        (&["D.N.H.", "DNH", "DNH", "DNH"][..], "responsable-dnh"),
        (&["DNH", "DNH", "D.N.H."], "responsable-dnh"),
        (&["D.N.H.", "DNH"], "responsable-d-n-h"),
        (&["DNH", "D.N.H."], "responsable-dnh"),
        (&["D.N.H.", "DNH", "DNH", "D.N.H."], "responsable-d-n-h"),
        (&["DNH", "D.N.H.", "D.N.H.", "DNH"], "responsable-dnh"),
    ] {
        let records = names.iter().zip(1..);
        let project = records.fold(
            Project::empty().file("greffier.toml", SETTINGS),
            |project, (name, month)| {
                let day = format!("2026-{month:02}-13");
                let path = format!("meetings/2026/{day}.toml");
                project.file(&path, &record(&day, &[*name]))
            },
        );
        let project = project.build_texts();
        for ending in [".html", ".ics"] {
            let found = addresses(&project, ending);
            assert_eq!(found, [page.to_owned()].into(), "{names:?}");
        }
    }
}
