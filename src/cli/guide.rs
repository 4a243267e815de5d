//! `greffier guide`: the help that the program carries, in a browser or as a text.

use std::env;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::Stop;
use super::arguments::GuideArguments;
use super::messages::{result, say};
use crate::config::Config;
use crate::french::words::list_join;
use crate::templates::Templates;
use crate::{files, guide, site};

pub(super) fn guide(arguments: &GuideArguments) -> Result<ExitCode, Stop> {
    let document = arguments.page.0;
    if arguments.print {
        result(document.text.trim_end());
        return Ok(ExitCode::SUCCESS);
    }
    let folder = arguments.output.clone().unwrap_or_else(own_folder);
    let pages = guide::files(&style()?);
    if arguments.output.is_some() {
        let names = pages
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        refuse_files_of_others(&folder, names)?;
    }
    for (name, text) in pages {
        files::write(&folder.join(name), text.as_bytes())?;
    }
    let page = folder.join(document.page());
    result(&page.display().to_string());
    // Whoever reads the path in a program opens it there.
    let is_for_people = io::stdout().is_terminal();
    if arguments.output.is_none() && is_for_people && open::that_detached(&page).is_err() {
        say("Ouvrez ce fichier dans un navigateur.");
    }
    Ok(ExitCode::SUCCESS)
}

/// Stops before anything is written where a file stands that would be replaced, and is no page of the help: it may be the user's.
fn refuse_files_of_others<'f>(
    folder: &Path,
    pages: impl Iterator<Item = (&'f str, &'f str)>,
) -> Result<(), Stop> {
    let is_of_others = |(name, text): &(&str, &str)| {
        let path = folder.join(name);
        let is_there = files::is_there(&path);
        is_there
            && files::read_whole(&path).map_or(true, |there| {
                there != text.as_bytes() && !guide::is_page(&there)
            })
    };
    let others: Vec<String> = pages
        .filter(is_of_others)
        .map(|(name, _)| format!("«\u{a0}{name}\u{a0}»"))
        .collect();
    if others.is_empty() {
        return Ok(());
    }
    let is_one = others.len() == 1;
    Err(Stop(format!(
        "{} {} déjà dans {}, et {}\u{a0}: rien n’a été écrit. Donnez à --output un dossier vide.",
        list_join(&others),
        if is_one { "est" } else { "sont" },
        folder.display(),
        if is_one {
            "n’est pas une page de l’aide"
        } else {
            "ne sont pas des pages de l’aide"
        },
    )))
}

/// The style sheet of a site that has no settings.
fn style() -> Result<String, Stop> {
    let templates = Templates::new(std::collections::BTreeMap::new());
    let sheet = templates.and_then(|templates| site::style_sheet(&Config::default(), &templates));
    let sheet = sheet.map_err(|report| Stop(report.render(false)))?;
    Ok(String::from_utf8_lossy(&sheet).into_owned())
}

/// Where the user's programs keep what they can make again; else where all do.
fn own_folder() -> PathBuf {
    let of_user =
        |variable: &str| env::var_os(variable).filter(|value| Path::new(value).is_absolute());
    let home = || Some(env::home_dir()?.join(".cache"));
    let cache = match cfg!(windows) {
        true => of_user("LOCALAPPDATA").map(PathBuf::from),
        false => of_user("XDG_CACHE_HOME").map(PathBuf::from).or_else(home),
    };
    let cache = cache.unwrap_or_else(env::temp_dir);
    cache.join("greffier").join("aide")
}
