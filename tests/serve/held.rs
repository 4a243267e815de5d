//! Hands that are slow, many, or that take things away: the others are answered, and the last save is built.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::common::Project;
use crate::served::{Served, wait};

const PAGE: &str = "/2026/2026-03-17/";

/// Longer than a build takes on the slowest machine, and shorter than anything that waits for somebody slow.
const SOON: Duration = Duration::from_secs(9);

/// More than may be connected at once, none of which ends its question.
#[test]
fn a_thousand_slow_callers_keep_nobody_out() {
    let served = Served::built(Project::of_dates(&["2026-03-17"]));
    let callers: Vec<TcpStream> = (0..1_000)
        .filter_map(|_| {
            let mut stream = TcpStream::connect(served.address).ok()?;
            stream.write_all(b"GET / HTTP/1.1\r\nHost: loc").ok()?;
            Some(stream)
        })
        .collect();
    assert!(callers.len() > 400, "{}", callers.len());
    let since = Instant::now();
    assert_eq!(served.get(PAGE).status, 200);
    assert!(since.elapsed() < SOON, "{:?}", since.elapsed());
    // And a save is built meanwhile.
    served.project.write(
        "meetings/2026/2026-03-17.toml",
        "date = 2026-03-17\nlieu = \"à Gao\"\n",
    );
    served.wait_until_page(PAGE, |page| page.text().contains("à Gao"));
}

/// Who does not ask in time is let go.
#[test]
fn a_caller_who_never_asks_is_let_go() {
    let served = Served::built(Project::of_dates(&["2026-03-17"]));
    let mut silent = TcpStream::connect(served.address).unwrap();
    let mut slow = TcpStream::connect(served.address).unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nHost: loc").unwrap();
    for caller in [&mut silent, &mut slow] {
        caller
            .set_read_timeout(Some(Duration::from_secs(90)))
            .unwrap();
        let mut answer = Vec::new();
        caller.read_to_end(&mut answer).unwrap();
        assert!(!answer.starts_with(b"HTTP/1.1 200"));
    }
}

/// Each page that is open holds a connection.
#[test]
fn two_hundred_open_pages() {
    let served = Served::built(Project::of_dates(&["2026-03-17"]));
    let pages: Vec<_> = (0..200).map(|_| served.listen(PAGE)).collect();
    for page in &pages {
        assert_eq!(page.any().0, "sain");
    }
    assert_eq!(served.get(PAGE).status, 200);
    served
        .project
        .write("meetings/2026/2026-03-17.toml", "date = \n");
    for page in &pages {
        assert_eq!(page.any().0, "fautes");
    }
}

#[test]
fn parts_of_a_file() {
    let annex: Vec<u8> = (0..300_000_u32)
        .map(|number| (number % 251) as u8)
        .collect();
    let project = Project::empty().file(
        "meetings/2026/2026-03-17.toml",
        "date = 2026-03-17\n[cloture]\nannexes = [{ titre = \"Film\", fichier = \"annexes/film.mp4\" }]\n",
    );
    std::fs::create_dir_all(project.path("meetings/2026/annexes")).unwrap();
    std::fs::write(project.path("meetings/2026/annexes/film.mp4"), &annex).unwrap();
    let served = Served::built(project);
    let file = "/2026/2026-03-17/annexes/film.mp4";
    let whole = served.get(file);
    assert_eq!((whole.status, whole.body == annex), (200, true));
    assert_eq!(whole.header("accept-ranges"), Some("bytes"));
    let tag = whole.header("etag").unwrap().to_owned();
    for (asked, status, part, told) in [
        ("bytes=0-9", 206, 0..10, Some("bytes 0-9/300000")),
        (
            "bytes=-100000",
            206,
            200_000..300_000,
            Some("bytes 200000-299999/300000"),
        ),
        (
            "bytes=299999-",
            206,
            299_999..300_000,
            Some("bytes 299999-299999/300000"),
        ),
        ("bytes=300000-", 416, 0..0, Some("bytes */300000")),
        ("bytes=0-1,4-5", 200, 0..300_000, None),
        ("lignes=0-1", 200, 0..300_000, None),
    ] {
        let answer = served.ask_with("GET", file, &[("Range", asked)]);
        assert_eq!(
            (answer.status, answer.header("content-range")),
            (status, told),
            "{asked}"
        );
        assert!(answer.body == annex[part], "{asked}");
    }
    for (version, status) in [(tag.as_str(), 206), ("\"autre\"", 200)] {
        let headers = [("Range", "bytes=0-9"), ("If-Range", version)];
        assert_eq!(
            served.ask_with("GET", file, &headers).status,
            status,
            "{version}"
        );
    }
    let head = served.ask_with("HEAD", file, &[("Range", "bytes=0-9")]);
    assert_eq!(
        (head.status, head.body.len(), head.header("content-length")),
        (200, 0, Some("300000"))
    );
    // A page is sent with its script, and whole.
    let page = served.ask_with("GET", PAGE, &[("Range", "bytes=0-9")]);
    assert_eq!((page.status, page.header("accept-ranges")), (200, None));
}

#[test]
fn an_output_that_is_taken_away_is_made_again() {
    let served = Served::built(Project::of_dates(&["2026-03-17"]));
    std::fs::remove_dir_all(served.project.path("output")).unwrap();
    assert!([200, 404].contains(&served.get(PAGE).status));
    assert_eq!(served.get("/").status, 200);
    served.wait_until_page(PAGE, |page| page.status == 200);
}

#[cfg(unix)]
mod unix {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    use std::process::Command;

    use super::*;

    /// Opened, it would be waited for until somebody writes into it.
    #[test]
    fn a_pipe_is_not_opened() {
        let served = Served::built(Project::of_dates(&["2026-03-17"]));
        let pipe = served.project.path("output/tube.pdf");
        assert!(
            Command::new("mkfifo")
                .arg(&pipe)
                .status()
                .unwrap()
                .success()
        );
        let device = served.project.path("output/zero.pdf");
        std::os::unix::fs::symlink("/dev/zero", device).unwrap();
        for _ in 0..40 {
            assert_eq!(served.get("/tube.pdf").status, 404);
        }
        assert_eq!(served.get("/zero.pdf").status, 404);
        assert_eq!(served.get(PAGE).status, 200);
    }

    /// Callers who hold all that may be open keep the save back, told once in French, and not for good.
    #[test]
    fn once_files_can_be_opened_again_the_last_save_is_built() {
        let project = Project::of_dates(&["2026-03-17"]);
        let program = project.greffier(["serve", "--port", "0"]).command();
        let mut few = Command::new("sh");
        few.args(["-c", "ulimit -n 48 && exec \"$0\" \"$@\""])
            .arg(program.get_program())
            .args(program.get_args())
            .current_dir(project.path(""));
        let served = Served::spawn(project, few);
        served.wait_until_said("dans output");
        let mut callers: Vec<TcpStream> = Vec::new();
        wait("nothing can be opened any more", || {
            for _ in 0..20 {
                let mut caller = TcpStream::connect(served.address).unwrap();
                caller.write_all(b"GET / HTTP/1.1\r\nHost: loc").unwrap();
                callers.push(caller);
            }
            let record = "date = 2026-03-17\nlieu = \"à Kidal\"\n";
            served
                .project
                .write("meetings/2026/2026-03-17.toml", record);
            served
                .said()
                .contains("trop de fichiers sont ouverts à la fois")
        });
        drop(callers);
        served.wait_until_page(PAGE, |page| page.text().contains("à Kidal"));
        assert!(!served.said().contains("os error"), "{}", served.said());
    }

    /// What nobody may read for a moment is read once it can be, though nothing announces it.
    #[test]
    fn what_cannot_be_read_for_a_moment_is_tried_again() {
        let as_root = Command::new("id").arg("-u").output().unwrap();
        if as_root.stdout.starts_with(b"0\n") {
            // Nothing is closed to the superuser: a link to what will be there stands for it.
            return a_link_that_leads_nowhere_for_a_moment();
        }
        let served = Served::built(Project::of_dates(&["2026-03-17"]));
        for (file, text) in [
            ("greffier.toml", "instance = \"Cluster de Kidal\"\n"),
            (
                "meetings/2026/2026-03-17.toml",
                "date = 2026-03-17\nlieu = \"à Kidal\"\n",
            ),
            ("templates/minutes.html", "<p>Kidal</p>\n"),
        ] {
            let path = served.project.path(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            let beside = served.project.path("output/attente");
            std::fs::write(&beside, text).unwrap();
            set_permissions(&beside, Permissions::from_mode(0o000)).unwrap();
            std::fs::rename(&beside, &path).unwrap();
            served.wait_until_said("l’accès est refusé");
            set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
            served.wait_until_page(PAGE, |page| page.text().contains("Kidal"));
        }
    }

    fn a_link_that_leads_nowhere_for_a_moment() {
        let elsewhere = Project::empty();
        let project = Project::of_dates(&["2026-03-17"]);
        let target = elsewhere.path("greffier.toml");
        std::os::unix::fs::symlink(elsewhere.path(""), project.path("ailleurs")).unwrap();
        std::fs::write(&target, "instance = \n").unwrap();
        std::os::unix::fs::symlink(&target, project.path("greffier.toml")).unwrap();
        let served = Served::start(project);
        served.wait_until_said("les pages restent celles d’avant");
        // Outside the project: nothing of it is announced.
        std::fs::write(&target, "instance = \"Cluster de Kidal\"\n").unwrap();
        wait("the settings are read again", || {
            let page = served.get(PAGE);
            page.status == 200 && page.text().contains("Cluster de Kidal")
        });
    }
}
