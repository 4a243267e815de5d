//! What is served, and as what.

use std::fs;

use crate::common::Project;
use crate::served::Served;

#[test]
fn every_file_as_what_it_is() {
    let project = Project::example()
        .file("meetings/2026/2026-06-09.toml", "date = 2026-06-09\n[cloture]\nannexes = [{ titre = \"Liste\", fichier = \"annexes/Liste n° 1.csv\" }]\n")
        .file("meetings/2026/annexes/Liste n° 1.csv", "é;è\n");
    let served = Served::built(project);
    served
        .project
        .write("output/calendrier.ics", "BEGIN:VCALENDAR");
    served.project.write("output/flux.xml", "<feed/>");
    for (path, kind) in [
        ("/2017/2017-02-07/", "text/html; charset=utf-8"),
        ("/2017/2017-02-07/index.html", "text/html; charset=utf-8"),
        (
            "/2017/2017-02-07/compte-rendu-2017-02-07.md",
            "text/markdown; charset=utf-8",
        ),
        (
            "/2017/2017-02-07/compte-rendu-2017-02-07.pdf",
            "application/pdf",
        ),
        ("/calendrier.ics", "text/calendar; charset=utf-8"),
        ("/flux.xml", "application/xml; charset=utf-8"),
        (
            "/.greffier-serve/reload.js",
            "text/javascript; charset=utf-8",
        ),
    ] {
        let answer = served.get(path);
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (200, Some(kind)),
            "{path}"
        );
        assert_eq!(
            answer.header("x-content-type-options"),
            Some("nosniff"),
            "{path}"
        );
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), None, "{path}");
    }
    let annexes: Vec<String> = served.project.files("output");
    let annex = annexes.iter().find(|file| file.ends_with(".csv")).unwrap();
    let answer = served.get(&format!(
        "/{}",
        annex.replace(' ', "%20").replace('°', "%C2%B0")
    ));
    assert_eq!(
        answer.header("content-type"),
        Some("text/csv; charset=utf-8"),
        "{annex}"
    );
    assert_eq!(answer.text(), "é;è\n");
}

#[test]
fn a_folder_is_its_page() {
    let served = Served::built(Project::of_dates(&["2026-03-17"]));
    let answer = served.get("/2026/2026-03-17");
    assert_eq!(answer.status, 307);
    assert_eq!(answer.header("location"), Some("/2026/2026-03-17/"));
    let head = served.ask("HEAD", "/2026/2026-03-17/", "localhost");
    assert_eq!((head.status, head.body.len()), (200, 0));
}

/// The script is in what is served only; all else is served as it was built, and built as `greffier build` does.
#[test]
fn the_output_is_that_of_build() {
    let built = Project::example().build();
    let served = Served::built(Project::example());
    served.get("/2017/2017-02-07/");
    assert_eq!(served.project.tree("output"), built.tree("output"));
    for file in built.files("output") {
        let file = format!("output/{file}");
        let bytes = served.project.bytes(&file);
        assert!(bytes == built.bytes(&file), "{file}");
        let answer = served.get(file.trim_start_matches("output"));
        if file.ends_with(".html") {
            let text = answer.text();
            let script = text
                .find("<script src=\"/.greffier-serve/reload.js\"")
                .unwrap();
            let end = text[script..].find("</script>\n").unwrap() + script + "</script>\n".len();
            assert!(end == text.find("</head>").unwrap(), "{file}");
            let without_script = text[..script].to_owned() + &text[end..];
            let built = String::from_utf8(bytes).unwrap();
            assert_eq!(without_policy(&without_script), without_policy(&built));
        } else {
            assert!(answer.body == bytes, "{file}");
        }
    }
}

/// A page without its content security policy, which is another where it is served.
fn without_policy(page: &str) -> String {
    let Some((before, rest)) = page.split_once("<meta http-equiv=\"Content-Security-Policy\"")
    else {
        return page.to_owned();
    };
    before.to_owned() + rest.split_once('>').unwrap().1
}

#[test]
fn a_strict_policy_lets_our_script_run() {
    let page = "<!DOCTYPE html><html lang=\"fr\"><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; img-src &#39;self&#39;\"><title>a</title></head><body></body></html>\n";
    let project = Project::of_dates(&["2026-03-17"]).file("templates/minutes.html", page);
    let served = Served::built(project);
    let answer = served.get("/2026/2026-03-17/").text();
    let policy =
        "content=\"default-src 'none'; img-src 'self'; script-src 'self'; connect-src 'self'\"";
    assert!(answer.contains(policy), "{answer}");
    assert_eq!(
        served.project.read("output/2026/2026-03-17/index.html"),
        page
    );
}

#[test]
fn the_root_lists_the_pages_until_the_site_has_its_own() {
    let served = Served::built(Project::of_dates(&["2026-03-17", "2026-04-14"]));
    let _ = fs::remove_file(served.project.path("output/index.html"));
    let list = served.get("/").text();
    let place = |text: &str| list.find(text).unwrap_or_else(|| panic!("{text}: {list}"));
    assert!(place("href=\"/2026/2026-04-14/\"") < place("href=\"/2026/2026-03-17/\""));
    let own = "<html><head></head><body>Accueil";
    served.project.write("output/index.html", own);
    assert!(served.get("/").text().ends_with("<body>Accueil"));
}

#[test]
fn what_is_not_there() {
    let served = Served::built(Project::of_dates(&["2026-03-17"]));
    let _ = fs::remove_file(served.project.path("output/404.html"));
    let answer = served.get("/2027/");
    assert_eq!(answer.status, 404);
    assert!(answer.text().contains("Rien ne se trouve à cette adresse"));
    let own = "<html><head></head><body>Perdu";
    served.project.write("output/404.html", own);
    let answer = served.get("/2027/");
    assert_eq!(answer.status, 404);
    assert!(answer.text().ends_with("<body>Perdu"), "{}", answer.text());
}

#[test]
fn a_pdf_has_a_page_that_keeps_it_in_view() {
    let served = Served::built(Project::of_dates(&["2026-03-17"]));
    let pdf = "/2026/2026-03-17/compte-rendu-2026-03-17.pdf";
    let page = served.get(&format!("{pdf}?apercu"));
    assert_eq!(
        page.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    assert!(
        page.text().contains(&format!("<iframe src=\"{pdf}\"")),
        "{}",
        page.text()
    );
    assert!(served.get(pdf).body.starts_with(b"%PDF"));
    let hostile = served.get("/%22%3E%3Cscript%3E1.pdf?apercu").text();
    assert!(
        hostile.contains("n’existe pas encore") && !hostile.contains("<script>"),
        "{hostile}"
    );
    // Beside one that is there, whatever its name.
    let name = "output/a\"onload=\"b&.pdf";
    if cfg!(unix) {
        fs::write(served.project.path(name), b"%PDF").unwrap();
        let page = served.get("/a\"onload=\"b&.pdf?apercu").text();
        assert!(
            page.contains("src=\"/a&quot;onload=&quot;b&amp;.pdf\""),
            "{page}"
        );
    }
}
