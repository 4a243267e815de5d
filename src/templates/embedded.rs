//! The templates that the binary carries.

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../templates/", $name)))),*]
    };
}

/// Name and text of every embedded template.
pub const EMBEDDED: &[(&str, &str)] = embedded![
    "formules/adoption.txt",
    "formules/levee.txt",
    "formules/ouverture.txt",
    "formules/prochaine-reunion.txt",
    "formules/quorum.txt",
    "message-responsable.html",
    "message-responsable.txt",
    "message.html",
    "message.txt",
    "message/actions.html",
    "message/actions.txt",
    "message/head.html",
    "minutes.html",
    "minutes.md",
    "minutes.print.html",
    "partials/absent.html",
    "partials/absent.md",
    "partials/absent.print.html",
    "partials/action.html",
    "partials/action.print.html",
    "partials/actions-in-text.html",
    "partials/actions-in-text.print.html",
    "partials/actions.md",
    "partials/attendance.html",
    "partials/attendance.md",
    "partials/attendance.print.html",
    "partials/cell.html",
    "partials/cell.print.html",
    "partials/closing.html",
    "partials/closing.md",
    "partials/closing.print.html",
    "partials/content.md",
    "partials/decisions.html",
    "partials/decisions.md",
    "partials/decisions.print.html",
    "partials/due-line.html",
    "partials/due-line.print.html",
    "partials/follow-up.html",
    "partials/follow-up.md",
    "partials/follow-up.print.html",
    "partials/footer.html",
    "partials/grid.html",
    "partials/groups.html",
    "partials/groups.md",
    "partials/groups.print.html",
    "partials/heading.html",
    "partials/heading.print.html",
    "partials/letterhead.print.html",
    "partials/opening.html",
    "partials/opening.print.html",
    "partials/owners.html",
    "partials/owners.print.html",
    "partials/people.html",
    "partials/people.print.html",
    "partials/recommendations.html",
    "partials/recommendations.print.html",
    "partials/role.html",
    "partials/role.md",
    "partials/role.print.html",
    "partials/roles.html",
    "partials/rows.html",
    "partials/rows.print.html",
    "partials/section-content.html",
    "partials/section-content.print.html",
    "partials/section.html",
    "partials/section.print.html",
    "partials/signatures.html",
    "partials/signatures.md",
    "partials/signatures.print.html",
    "partials/table.html",
    "partials/table.print.html",
    "partials/themes.html",
    "partials/themes.print.html",
    "partials/wide.html",
    "partials/wide.print.html",
    "presence.print.html",
    "site/action-table.html",
    "site/actions.html",
    "site/atom.xml",
    "site/decision-table.html",
    "site/decisions.html",
    "site/foot.html",
    "site/head.html",
    "site/home.html",
    "site/meeting.html",
    "site/menu.html",
    "site/not-found.html",
    "site/organisations.html",
    "site/owner.html",
    "site/parts.html",
    "site/rss.xml",
    "site/search.html",
    "site/sitemap.xml",
    "site/style.css",
    "site/year.html",
];

/// A style sheet of the user's own, linked after that of the pages: what it holds stays as it is.
pub const ADDED_SHEET: &str = "site/ajout.css";

/// What a template makes, by the end of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Html,
    Print,
    Markdown,
    Style,
    Xml,
    Formula,
    MessageText,
    MessageHtml,
}

impl Kind {
    pub(super) fn of(name: &str) -> Option<Self> {
        let of_message = name.strip_prefix("message");
        if of_message.is_some_and(|rest| rest.starts_with(['.', '-', '/'])) {
            return match name.rsplit_once('.')?.1 {
                "txt" => Some(Self::MessageText),
                "html" => Some(Self::MessageHtml),
                _ => None,
            };
        }
        let endings = [
            (".print.html", Self::Print),
            (".html", Self::Html),
            (".md", Self::Markdown),
            (".css", Self::Style),
            (".xml", Self::Xml),
            (".txt", Self::Formula),
        ];
        let (_, kind) = endings.iter().find(|(ending, _)| name.ends_with(ending))?;
        Some(*kind)
    }
}

/// Whether a file of the user's `templates/` folder is a template: its path has an extension that an engine reads.
#[must_use]
pub fn is_template_name(name: &str) -> bool {
    match Kind::of(name) {
        None => false,
        Some(Kind::Formula) => name.starts_with("formules/"),
        Some(Kind::Markdown) => !name.ends_with("README.md"),
        Some(_) => true,
    }
}
