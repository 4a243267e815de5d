//! The help that the program carries: the documents of the repository, and pages of them that need nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::common::{Project, REPOSITORY};
use scraper::{Html, Selector};

/// Each page, and the document that it shows.
const PAGES: [(&str, &str); 4] = [
    ("guide", "docs/guide.md"),
    ("format", "meetings/README.md"),
    ("modeles", "templates/README.md"),
    ("messages", "docs/messages.md"),
];

fn document(path: &str) -> String {
    std::fs::read_to_string(Path::new(REPOSITORY).join(path)).unwrap()
}

/// What the program carries is what the repository holds.
#[test]
fn the_texts_are_those_of_the_repository() {
    let project = Project::empty();
    for (page, path) in PAGES {
        let run = project.run(["guide", page, "--print"]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{page}");
        assert_eq!(run.stdout, document(path), "{page}");
    }
    assert_eq!(
        project.run(["guide", "--print"]).stdout,
        document("docs/guide.md")
    );
}

fn select(page: &Html, selector: &str) -> Vec<scraper::ElementRef<'static>> {
    // The page outlives the test.
    let page: &'static Html = Box::leak(Box::new(page.clone()));
    page.select(&Selector::parse(selector).unwrap()).collect()
}

/// Each heading of the document stands on its page, and so does each of its words of code.
#[test]
fn a_page_says_what_its_document_says() {
    let project = Project::empty();
    let run = project.run(["guide", "--output", "aide"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(run.stdout.trim().replace('\\', "/"), "aide/guide.html");
    for (page, path) in PAGES {
        let html = Html::parse_document(&project.read(&format!("aide/{page}.html")));
        let said: String = select(&html, "main")
            .iter()
            .flat_map(|main| main.text())
            .collect();
        let words = |text: &str| -> Vec<String> {
            let is_mark = |sign: char| !sign.is_alphanumeric();
            let words = text.split(is_mark).filter(|word| !word.is_empty());
            words.map(str::to_owned).collect()
        };
        let said: BTreeSet<String> = words(&said).into_iter().collect();
        let mut text = document(path);
        // What stands between the brackets of a link is no word of the page.
        while let Some(start) = text.find("](") {
            let end = start + text[start..].find(')').unwrap();
            text.replace_range(start..=end, " ");
        }
        // Nor is the number of an item of a list.
        let unnumbered = |line: &str| {
            let bare = line
                .trim_start()
                .trim_start_matches(|sign: char| sign.is_ascii_digit());
            bare.strip_prefix(". ").unwrap_or(line).to_owned()
        };
        let text = text.lines().map(unnumbered).collect::<Vec<_>>().join("\n");
        let fences = [
            "sh", "toml", "console", "text", "yaml", "json", "html", "css", "code", "windows",
            "1252",
        ];
        let lost = words(&text).into_iter().filter(|word| !said.contains(word));
        let lost: Vec<String> = lost
            .filter(|word| !fences.contains(&word.as_str()))
            .collect();
        assert_eq!(lost, Vec::<String>::new(), "{page}");
    }
}

/// With the program alone, every link of the help leads to a place that is there.
#[test]
fn every_link_leads_somewhere() {
    let project = Project::empty();
    project.run(["guide", "--output", "aide"]);
    let files = project.files("aide");
    let mut anchors = BTreeMap::new();
    let mut links = Vec::new();
    for (name, _) in PAGES {
        let page = format!("{name}.html");
        let html = Html::parse_document(&project.read(&format!("aide/{page}")));
        let ids = select(&html, "[id]");
        let ids: Vec<String> = ids
            .iter()
            .filter_map(|one| one.attr("id"))
            .map(str::to_owned)
            .collect();
        let once: BTreeSet<String> = ids.iter().cloned().collect();
        assert_eq!(once.len(), ids.len(), "{page}: {ids:?}");
        for link in select(&html, "a") {
            links.push((page.clone(), link.attr("href").unwrap().to_owned()));
        }
        assert!(
            select(&html, "script, img, link, [src]").is_empty(),
            "{page} asks for other files"
        );
        anchors.insert(page, once);
    }
    for (page, link) in &links {
        if link.starts_with("https://") {
            continue;
        }
        let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
        let target = if path.is_empty() { page } else { path };
        assert!(
            files.iter().any(|file| file.ends_with(target)),
            "{page}: {link}"
        );
        if !anchor.is_empty() {
            assert!(anchors[target].contains(anchor), "{page}: {link}");
        }
    }
    let within = links
        .iter()
        .filter(|(_, link)| link.contains(".html#"))
        .count();
    assert!(within > 10, "{within} links from page to page");
}

/// Without a terminal nothing is opened: the path is told.
#[test]
fn the_pages_are_kept_among_what_can_be_made_again() {
    let project = Project::empty();
    let cache = project.path("cache").display().to_string();
    let run = project
        .greffier(["guide", "format"])
        .env("XDG_CACHE_HOME", cache.clone())
        .env("LOCALAPPDATA", cache)
        .run();
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.text());
    assert!(
        project.path("cache/greffier/aide/format.html").is_file(),
        "{}",
        run.text()
    );
}

/// The templates are copied once; what the user changed stays.
#[test]
fn the_templates_are_copied_to_be_changed() {
    let project =
        Project::of_dates(&["2026-03-17"]).file("templates/partials/closing.html", "<p>Fin</p>\n");
    let run = project.run(["init", "--modeles"]);
    run.speaks_french();
    assert_eq!(run.code, 0, "{}", run.text());
    assert!(run.stderr.contains("1 fichier existait"), "{}", run.text());
    assert_eq!(
        project.read("templates/partials/closing.html"),
        "<p>Fin</p>\n"
    );
    for name in [
        "minutes.html",
        "minutes.print.html",
        "site/style.css",
        "style.toml",
    ] {
        assert_eq!(
            project.read(&format!("templates/{name}")),
            document(&format!("templates/{name}")),
            "{name}"
        );
    }
    assert!(!project.path("greffier.toml").exists());
    let copied = project.tree("templates");
    let again = project.run(["init", "--modeles"]);
    assert_eq!(
        (again.code, again.stdout.as_str()),
        (0, ""),
        "{}",
        again.text()
    );
    assert_eq!(project.tree("templates"), copied);
    assert_eq!(project.run(["check", "--strict"]).code, 0);
}

/// Files of the same names that are no pages of the help stay, and nothing is written beside them.
#[test]
fn the_help_takes_the_place_of_nothing_else() {
    for (name, text) in [
        ("2026-04-14.toml", "date = 2026-04-14\n"),
        ("style.toml", "[styles.h2]\ncouleur = \"#7a1f3d\"\n"),
        ("guide.html", "<p>À moi</p>"),
    ] {
        let project = Project::empty().file(&format!("aide/{name}"), text);
        let run = project.run(["guide", "--output", "aide"]);
        assert_eq!(run.code, 2, "{}", run.text());
        assert!(run.stderr.contains(name), "{}", run.text());
        assert_eq!(project.read(&format!("aide/{name}")), text);
        let beside = std::fs::read_dir(project.path("aide")).unwrap();
        assert_eq!(beside.count(), 1);
    }
    // Its own pages, of whatever version, it makes anew.
    let project = Project::empty();
    assert_eq!(project.run(["guide", "--output", "aide"]).code, 0);
    let page = project.read("aide/guide.html");
    project.write("aide/guide.html", &page.replace("<h2", "<h2 class=\"x\""));
    assert_eq!(project.run(["guide", "--output", "aide"]).code, 0);
    assert_eq!(project.read("aide/guide.html"), page);
}
