//! Files for the user to complete: a new record, a new project. Written as commented TOML that builds at once.
//!
//! Entry points: [`new_record`], [`new_config`], [`EXAMPLE_RECORD`]. Texts are quoted by `toml_edit`, which this module alone
//! names, so that what is copied from an older record is read back as it was.

mod people;
mod place;
mod record;
mod toml_text;

pub use place::takes_place;
pub use record::{Beginning, new_record};

/// The configuration of a new project.
const NEW_CONFIG: &str = include_str!("greffier.toml");
/// The zone that it has where no other is known.
const USUAL_ZONE: &str = "\"Africa/Bamako\"";
/// The first record of a new project, and the path it is written to.
pub const EXAMPLE_RECORD: (&str, &str) = (
    "meetings/2026/2026-03-17.toml",
    include_str!("exemple.toml"),
);
/// The name of the record's schema, at the root of a project.
pub const RECORD_SCHEMA_FILE: &str = "compte-rendu.schema.json";
/// The name of the configuration's schema, at the root of a project.
pub const CONFIG_SCHEMA_FILE: &str = "greffier.schema.json";
/// The name of the style sheet's schema, at the root of a project.
pub const STYLE_SCHEMA_FILE: &str = "style.schema.json";

/// The configuration of a new project, whose meetings are held in that time zone.
#[must_use]
pub fn new_config(zone: Option<&str>) -> String {
    match zone {
        Some(zone) => NEW_CONFIG.replacen(USUAL_ZONE, &format!("\"{zone}\""), 1),
        None => NEW_CONFIG.to_owned(),
    }
}

/// A JSON Schema as the text of its file.
#[must_use]
pub fn schema_text(schema: &serde_json::Value) -> String {
    format!("{schema:#}\n")
}
