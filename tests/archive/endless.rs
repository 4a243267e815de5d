//! Templates that never end, or that make pages without end.

use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use greffier::archive::{Archive, BuildOptions, Follower, Format, Project as Opened, Rendering};
use snapbox::str;

use crate::common::Project;

/// Hands on what is stuck.
struct Told(Sender<Rendering>);

impl Follower for Told {
    fn planned(&self, _: usize) {}
    fn done(&self) {}
    fn stuck(&self, rendering: &Rendering) {
        let _ = self.0.send(rendering.clone());
    }
}

#[test]
fn a_template_that_never_ends_is_named_with_its_record() {
    let endless =
        "{% for a in range(end=100000) %}{% for b in range(end=100000) %}{% endfor %}{% endfor %}";
    let project = Project::of_dates(&["2026-03-17"]).file("templates/minutes.md", endless);
    let root = project.path("");
    let (sender, receiver) = channel();
    // It cannot be stopped: it ends with the test.
    thread::spawn(move || {
        let opened = Opened::open(&root).unwrap();
        let options = BuildOptions {
            output: root.join("output"),
            formats: vec![Format::Markdown],
            force: false,
            dry_run: false,
            partition: None,
            today: None,
            holder: String::new(),
            patience: Duration::from_millis(200),
        };
        let _ = Archive::discover(&opened).build(&opened, &options, &|_| true, &Told(sender));
    });
    let stuck = receiver.recv_timeout(Duration::from_secs(60)).unwrap();
    assert_eq!(
        stuck,
        Rendering {
            template: "minutes.md".to_owned(),
            made: "meetings/2026/2026-03-17.toml".to_owned(),
        }
    );
}

#[test]
fn a_page_without_end() {
    let text = "et encore cent caractères de texte pour que cela aille vite ".repeat(400);
    let long = format!("{{% for a in range(end=9000) %}}{{{{ titre }}}}{text}{{% endfor %}}");
    let project = Project::of_dates(&["2026-03-17"]).file("templates/minutes.md", &long);
    project.run(["build", "--formats", "md"]).is(str![[r#"
code 1
── stderr
erreur⍽: ce modèle, appliqué à meetings/2026/2026-03-17.toml, donne une page de plus de 64 Mio
--> templates/minutes.md
 = aide⍽: cherchez dans ce modèle une boucle trop longue

Rien à écrire dans output. 1 compte rendu laissé de côté à cause des erreurs ci-dessus.

"#]]);
}
