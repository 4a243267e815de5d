//! What there is to make for all pages together: the logo and the style sheets.

use super::brief::Brief;
use super::note::Keeper;
use super::shown::Shown;
use super::site_file::{SiteFile, SiteFiles};
use crate::files::FileError;
use crate::keeper::{Fingerprint, Hash, OutputKind, Owner};
use crate::minutes::logo_file_name;
use crate::site;
use crate::templates::ADDED_SHEET;

/// The logo and the style sheets, if there is any page to show them.
pub(super) fn page_files<'a>(
    brief: &Brief<'a>,
    keeper: &Keeper,
    shown: &[Shown<'_>],
) -> Result<SiteFiles<'a>, FileError> {
    let mut page_files = SiteFiles::default();
    if shown.is_empty() || !brief.options.makes_pages() {
        return Ok(page_files);
    }
    let known = keeper.known(&Owner::Site);
    let (config, templates) = (&brief.project.config, &brief.project.templates);
    let files = &mut page_files.files;
    if let Some(logo) = &config.logo {
        let made_from = Fingerprint::of_copy(Hash::of(&logo.bytes));
        let planned = known.plan(OutputKind::Logo, logo_file_name(logo), made_from)?;
        files.push(SiteFile::new(planned, "", || Ok(logo.bytes.to_vec())));
    }
    let (kind, name) = (OutputKind::Style, site::STYLE_FILE.to_owned());
    let planned = known.plan(kind, name, brief.base.of_style_sheet())?;
    files.push(SiteFile::new(planned, site::STYLE_TEMPLATE, || {
        site::style_sheet(config, templates)
    }));
    if let Some(added) = templates.added_sheet() {
        let made_from = Fingerprint {
            style: Hash::of(added.as_bytes()).short(),
            ..Fingerprint::default()
        };
        let name = site::ADDED_STYLE_FILE.to_owned();
        let planned = known.plan(OutputKind::Style, name, made_from)?;
        files.push(SiteFile::new(planned, ADDED_SHEET, || {
            Ok(added.as_bytes().to_vec())
        }));
    }
    Ok(page_files)
}
