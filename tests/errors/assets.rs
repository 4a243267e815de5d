//! Faults of the logo and of the fonts, which take a file beside the one that names it.

use super::project::{Project, RECORD, check};

/// The cases of this file.
pub(crate) const NAMES: &[&str] = &[
    "logo-behind-link",
    "logo-damaged",
    "logo-other-format",
    "logo-outside",
    "logo-cut-short",
    "logo-too-large",
    "logo-too-many-pixels",
    "logo-unprintable",
    "style-font-collection",
    "style-font-not-a-font",
    "style-font-outside",
    "style-doubt-fonts-mixed",
];

/// A project with a logo of these bytes.
fn with_logo(bytes: impl AsRef<[u8]>) -> Project {
    Project::new()
        .with(RECORD, "date = 2017-02-07\n")
        .with("greffier.toml", "logo = \"logo.png\"\n")
        .with("logo.png", bytes)
}

#[test]
fn a_logo_that_is_no_picture() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    check("logo-other-format", &with_logo(svg).greffier(&["check"]));
    let cut = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0";
    check("logo-damaged", &with_logo(cut).greffier(&["check"]));
    let without_pixels =
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55";
    check(
        "logo-unprintable",
        &with_logo(without_pixels).greffier(&["check"]),
    );
    let photograph = [cut.as_slice(), &vec![0; 2 * 1024 * 1024]].concat();
    check(
        "logo-too-large",
        &with_logo(photograph).greffier(&["check"]),
    );
}

#[test]
fn a_logo_that_is_less_than_it_says() {
    let photograph = include_bytes!("../pdf/jpeg/noise.jpg");
    let half = &photograph[..photograph.len() / 2];
    check("logo-cut-short", &with_logo(half).greffier(&["check"]));
    // 50 000 on 50 000 pixels.
    let vast = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xc3\x50\0\0\xc3\x50\x08\x02\0\0\0";
    check(
        "logo-too-many-pixels",
        &with_logo(vast).greffier(&["check"]),
    );
}

#[test]
fn a_logo_out_of_the_project() {
    let project = Project::new().with(RECORD, "date = 2017-02-07\n").with(
        "greffier.toml",
        "logo = \"../../../../../../../etc/passwd\"\n",
    );
    check("logo-outside", &project.greffier(&["check"]));
}

#[cfg(unix)]
#[test]
fn a_logo_behind_a_link() {
    let elsewhere = Project::new().with("logo.png", "");
    let project = Project::new()
        .with(RECORD, "date = 2017-02-07\n")
        .with("greffier.toml", "logo = \"lien.png\"\n");
    let target = elsewhere.root().join("logo.png");
    std::os::unix::fs::symlink(target, project.root().join("lien.png")).unwrap();
    check("logo-behind-link", &project.greffier(&["check"]));
}

/// A project whose style sheet names that file for its bold face, and one of ours for the upright one.
fn with_fonts(sheet: &str, bytes: impl AsRef<[u8]>) -> Project {
    let inter = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/fonts/Inter-Regular.otf"
    ));
    Project::new()
        .with(RECORD, "date = 2017-02-07\n")
        .with("templates/style.toml", sheet)
        .with("polices/Inter.otf", inter.unwrap())
        .with("polices/gras.ttf", bytes)
}

#[test]
fn fonts_that_cannot_serve() {
    let sheet = "[polices]\nnormal = \"polices/Inter.otf\"\ngras = \"polices/gras.ttf\"\nitalique = \"polices/Inter.otf\"\ngras_italique = \"polices/Inter.otf\"\n";
    for (case, bytes) in [
        ("style-font-not-a-font", b"bonjour".as_slice()),
        ("style-font-collection", b"ttcf\0\x01\0\0"),
    ] {
        check(case, &with_fonts(sheet, bytes).greffier(&["check"]));
    }
    let sheet = sheet.replace("polices/gras.ttf", "../../../../../../../etc/passwd");
    check(
        "style-font-outside",
        &with_fonts(&sheet, "").greffier(&["check"]),
    );
}

#[test]
fn fonts_of_two_families() {
    let sheet = "[polices]\nnormal = \"polices/Inter.otf\"\n";
    check(
        "style-doubt-fonts-mixed",
        &with_fonts(sheet, "").greffier(&["check"]),
    );
}
