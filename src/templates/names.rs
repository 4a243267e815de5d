//! Files of the user's `templates/` that take the place of no template, and which was probably meant.

use std::collections::BTreeMap;

use super::embedded::{ADDED_SHEET, EMBEDDED, Kind, is_template_name};
use super::kinds::TemplateDoubt;
use crate::diagnostic::{Diagnostic, Report, slips};
use crate::french::folding::slug;

/// What else than a template has its place in the folder: the style sheet of the PDF, and one added to that of the pages.
const OTHERS: [&str; 2] = ["style.toml", ADDED_SHEET];

/// Words that French users name a page by, and the name it has.
const FRENCH_NAMES: &[(&str, &str)] = &[
    ("accueil", "home"),
    ("annee", "year"),
    ("compte-rendu", "minutes"),
    ("cr", "minutes"),
    ("entete", "head"),
    ("en-tete", "head"),
    ("index", "home"),
    ("introuvable", "not-found"),
    ("pied", "footer"),
    ("pied-de-page", "footer"),
    ("proces-verbal", "minutes"),
    ("pv", "minutes"),
    ("recherche", "search"),
    ("responsable", "owner"),
    ("reunion", "minutes"),
];

/// Endings that stand for another: of old systems, of editors of templates, of Windows, which hides the last one.
const OTHER_ENDINGS: &[(&str, &str)] = &[
    (".html.txt", ".html"),
    (".md.txt", ".md"),
    (".css.txt", ".css"),
    (".toml.txt", ".toml"),
    (".tera", ""),
    (".j2", ""),
    (".jinja", ""),
    (".xhtml", ".html"),
    (".htm", ".html"),
    (".markdown", ".md"),
];

/// A doubt about a file that nothing uses, if it looks like one that something should. `texts` are all templates, by name.
pub(super) fn doubt_of_name(name: &str, texts: &BTreeMap<String, String>) -> Option<Report> {
    let file = name.rsplit('/').next().unwrap_or(name);
    let is_aside = file.starts_with(['.', '~', '#']) || file.ends_with('~');
    let is_known = OTHERS.contains(&name) || EMBEDDED.iter().any(|(known, _)| *known == name);
    let is_asked_for = || texts.values().any(|text| asks_for(text, name));
    if is_aside || is_known || is_asked_for() {
        return None;
    }
    let doubt = Diagnostic::new(
        TemplateDoubt::Unused,
        "ce fichier ne prend la place d’aucun modèle : il n’est pas employé",
    );
    let doubt = match meant_by(name) {
        Some(meant) => doubt.help(format!("vouliez-vous dire templates/{meant} ?")),
        None if is_template_name(name) && Kind::of(name) != Some(Kind::Markdown) => {
            doubt.help("« greffier guide modeles » donne la liste des modèles")
        }
        None => return None,
    };
    Some(Report::of_file(format!("templates/{name}"), doubt))
}

/// Whether a template takes another in by that name; a page of that address, which it links to, is none.
fn asks_for(text: &str, name: &str) -> bool {
    let tags = text.split("{%").skip(1);
    let mut tags = tags.filter_map(|from| from.split("%}").next());
    tags.any(|tag| {
        let mut quoted = ['"', '\'', '`'].iter();
        quoted.any(|mark| tag.contains(&format!("{mark}{name}{mark}")))
    })
}

/// What the folder of templates is called by who does not look: these, where they hold a file that would be one in the right folder.
const OTHER_FOLDERS: [&str; 6] = [
    "template",
    "modeles",
    "modèles",
    "modele",
    "gabarits",
    "Templates",
];

/// The folder that was probably meant to be that of templates, by what `is_there` says of paths of the project.
pub fn folder_meant(is_there: impl Fn(&str) -> bool) -> Option<&'static str> {
    let mut near = OTHER_FOLDERS.into_iter().filter(|folder| is_there(folder));
    near.find(|folder| {
        let known = EMBEDDED.iter().map(|(name, _)| *name).chain(OTHERS);
        known
            .into_iter()
            .any(|name| is_there(&format!("{folder}/{name}")))
    })
}

/// A doubt about such a folder.
pub fn doubt_of_folder(name: &str) -> Report {
    let title = "ce dossier n’est pas celui des modèles : ils ne sont pas employés";
    let doubt = Diagnostic::new(TemplateDoubt::Unused, title);
    Report::of_file(name.to_owned(), doubt.help("renommez-le en templates"))
}

/// The name that was probably meant: that of the same file elsewhere or otherwise written, else the nearest.
fn meant_by(name: &str) -> Option<&'static str> {
    let typed = Parts::of(name);
    let stem = slug(typed.stem);
    let french = FRENCH_NAMES.iter().find(|(french, _)| *french == stem);
    let stem = french.map_or(stem.as_str(), |(_, name)| name);
    let known = EMBEDDED.iter().map(|(name, _)| *name).chain(OTHERS);
    let alike = known.filter_map(|name| {
        let known = Parts::of(name);
        let is_alike = known.ending == typed.ending;
        let slips = is_alike.then(|| slips(stem, known.stem))??;
        // A page is changed more often than a message.
        let is_of_message = known.folder == "message";
        Some((slips, known.folder != typed.folder, is_of_message, name))
    });
    alike.min().map(|(.., name)| name)
}

/// `partials/`, `footer`, `.print.html`.
struct Parts<'a> {
    folder: &'a str,
    stem: &'a str,
    ending: String,
}

impl<'a> Parts<'a> {
    fn of(name: &'a str) -> Self {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let (stem, ending) = file.split_at(file.find('.').unwrap_or(file.len()));
        let mut ending = ending.to_lowercase();
        for (other, usual) in OTHER_ENDINGS {
            if let Some(before) = ending.strip_suffix(other) {
                ending = format!("{before}{usual}");
            }
        }
        Self {
            folder,
            stem,
            ending,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_is_linked_to_is_no_template_that_is_asked_for() {
        let text = "<a href=\"actions.html\">{{ \"un.html\" }}</a>{% include \"deux.html\" %}{% extends 'trois.html' %}";
        let asked = ["actions.html", "un.html", "deux.html", "trois.html"];
        let asked = asked.map(|name| asks_for(text, name));
        assert_eq!(asked, [false, false, true, true]);
    }

    #[test]
    fn the_template_that_was_meant_is_found() {
        for (typed, meant) in [
            ("partials/foter.html", Some("partials/footer.html")),
            ("footer.html", Some("partials/footer.html")),
            ("partials/Footer.html", Some("partials/footer.html")),
            (
                "partials/closing.print.htm",
                Some("partials/closing.print.html"),
            ),
            ("compte-rendu.htm", Some("minutes.html")),
            ("Compte rendu.html", Some("minutes.html")),
            ("minutes.html.txt", Some("minutes.html")),
            ("minutes.html.tera", Some("minutes.html")),
            ("minutes.print.html.j2", Some("minutes.print.html")),
            ("style.css", Some("site/style.css")),
            ("actions.html", Some("site/actions.html")),
            ("styles.toml", Some("style.toml")),
            ("site/ajouts.css", Some("site/ajout.css")),
            ("site/accueil.html", Some("site/home.html")),
            ("formules/ouvertures.txt", Some("formules/ouverture.txt")),
            ("formule/ouverture.txt", Some("formules/ouverture.txt")),
            ("partials/carte-des-zones.html", None),
            ("fonts/Inter.ttf", None),
            ("LISEZMOI.txt", None),
        ] {
            assert_eq!(meant_by(typed), meant, "{typed}");
        }
    }
}
