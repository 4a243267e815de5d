//! What nobody gets.

use std::net::TcpStream;

use crate::common::Project;
use crate::served::Served;

#[test]
fn nothing_outside_the_output_and_nothing_hidden() {
    let project = Project::of_dates(&["2026-03-17"])
        .file("secret.txt", "SECRET")
        .file("output/.cache/secret.txt", "SECRET");
    let served = Served::built(project);
    assert!(served.project.path("output/.greffier/manifeste").is_file());
    for path in [
        "/../secret.txt",
        "/2026/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%252e%252e/secret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/.../secret.txt",
        "//secret.txt",
        "//etc/passwd",
        "///etc/passwd",
        "/%2fetc/passwd",
        "/2026//../../secret.txt",
        "/file:///etc/passwd",
        "/.cache/secret.txt",
        "/%2ecache/secret.txt",
        "/.greffier/manifeste",
        "/.greffier/",
        "/.greffier-serve/",
        "/2026/2026-03-17/index.html%00.txt",
        "/2026/2026-03-17/index.html/",
    ] {
        let answer = served.get(path);
        assert!(
            [400, 404].contains(&answer.status),
            "{path}: {}",
            answer.status
        );
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(
            !text.contains("SECRET") && !text.contains("root:"),
            "{path}"
        );
    }
    // No address of ours leads to another site.
    for path in [
        "//example.org",
        "//example.org/..",
        "/%5cexample.org",
        "/\\example.org",
    ] {
        assert_eq!(served.get(path).header("location"), None, "{path}");
    }
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_out() {
    use std::os::unix::fs::symlink;
    let project = Project::of_dates(&["2026-03-17"]).file("secret.txt", "SECRET");
    let served = Served::built(project);
    let path = |name: &str| served.project.path(name);
    symlink(path("secret.txt"), path("output/lien.txt")).unwrap();
    symlink(path(""), path("output/dossier")).unwrap();
    symlink(path("output/.greffier"), path("output/visible")).unwrap();
    symlink(path("output/2026"), path("output/annee")).unwrap();
    for link in [
        "/lien.txt",
        "/dossier/secret.txt",
        "/dossier",
        "/visible/manifeste",
    ] {
        assert_eq!(served.get(link).status, 404, "{link}");
    }
    assert_eq!(served.get("/annee/2026-03-17/").status, 200);
}

#[test]
fn other_names_and_other_methods() {
    let served = Served::built(Project::of_dates(&["2026-03-17"]));
    let port = served.address.port();
    for host in [
        "example.org".to_owned(),
        format!("example.org:{port}"),
        "localhost.example.org".to_owned(),
        "192.168.1.20".to_owned(),
        String::new(),
        "localhost, example.org".to_owned(),
    ] {
        for path in [
            "/",
            "/2026/2026-03-17/",
            "/.greffier-serve/evenements",
            "/.greffier-serve/reload.js",
        ] {
            let answer = served.ask("GET", path, &host);
            assert!(
                [400, 403].contains(&answer.status),
                "{host} {path}: {}",
                answer.status
            );
        }
    }
    assert_eq!(
        served.ask("GET", "http://example.org/", "localhost").status,
        403
    );
    for host in ["localhost", "LOCALHOST:80", "127.0.0.1", "[::1]:8080"] {
        assert_eq!(served.ask("GET", "/", host).status, 200, "{host}");
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"] {
        let answer = served.ask(method, "/2026/2026-03-17/", "localhost");
        assert_eq!(
            (answer.status, answer.header("allow")),
            (405, Some("GET, HEAD")),
            "{method}"
        );
    }
}

/// On Linux every address that begins with 127 is this computer's: one of them that is not asked for is not heard.
#[cfg(target_os = "linux")]
#[test]
fn only_the_address_that_is_asked_for_is_heard() {
    let served = Served::built(Project::of_dates(&["2026-03-17"]));
    assert!(served.address.ip().is_loopback());
    assert!(TcpStream::connect(("127.0.0.2", served.address.port())).is_err());
    assert!(TcpStream::connect(("127.0.0.1", served.address.port())).is_ok());
    assert!(!served.said().contains("réseau"), "{}", served.said());
}
