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
    "minutes.html",
    "minutes.md",
    "partials/action.html",
    "partials/attendance.html",
    "partials/attendance.md",
    "partials/closing.html",
    "partials/closing.md",
    "partials/discussion.html",
    "partials/footer.html",
    "partials/opening.html",
    "partials/owners.html",
    "partials/people.html",
    "partials/recommendations.html",
    "partials/style.css",
    "partials/theme-long.html",
    "partials/theme.html",
    "partials/theme.md",
    "partials/themes.html",
];

/// Whether a file of the user's `templates/` folder is a template: its path has an extension that an engine reads.
#[must_use]
pub fn is_template_name(name: &str) -> bool {
    let is_page = [".html", ".md", ".css"]
        .iter()
        .any(|extension| name.ends_with(extension));
    let is_formula = name.starts_with("formules/") && name.ends_with(".txt");
    (is_page && !name.ends_with("README.md")) || is_formula
}
