//! `greffier publish`: what is to be copied to the host, and what is to be deleted there, since the last time. Nothing is sent.

use std::path::Path;
use std::process::ExitCode;

use super::Stop;
use super::arguments::PublishArguments;
use super::messages::{result, say, shown};
use super::placed::refuse_misplaced;
use super::selection::{project_folder, real};
use crate::archive::{CONFIG_FILE, OUTPUT_FOLDER, Project};
use crate::files;
use crate::french::words::counted;
use crate::publication::{OnSite, Publication};

pub(super) fn publish(arguments: &PublishArguments) -> Result<ExitCode, Stop> {
    // What stands in the output folder is all that counts: settings and templates may be broken by now.
    let root = project_folder()?;
    let own = || root.join(OUTPUT_FOLDER);
    let output = arguments.output.clone().unwrap_or_else(own);
    if !files::is_folder(&output) {
        return Err(Stop(format!(
            "{} n’existe pas : lancez d’abord « greffier build »",
            shown(&output)
        )));
    }
    refuse_what_is_not_pages(&root, &output)?;
    let publication = Publication::look(&root, &output)?;
    if arguments.done {
        publication.note(&root)?;
        let files = publication.unchanged + publication.to_copy.len();
        say(&format!(
            "C’est noté : le site a {}.",
            counted(files as u64, "fichier")
        ));
        return Ok(ExitCode::SUCCESS);
    }
    tell(&publication);
    Ok(ExitCode::SUCCESS)
}

/// What the user writes and what is for some alone is not copied to the site.
fn refuse_what_is_not_pages(root: &Path, output: &Path) -> Result<(), Stop> {
    // Neither a template nor the style sheet says where editions go.
    match Project::open_undressed(root) {
        Ok(project) => refuse_misplaced(output, &project, false),
        // Where they go is not known, but that they never do there.
        Err(_) if real(output).starts_with(real(&root.join(OUTPUT_FOLDER))) => Ok(()),
        Err(_) => Err(Stop(format!(
            "{CONFIG_FILE} a des erreurs, et le dossier des éditions n’est donc pas connu : corrigez-les d’abord, « greffier check » les montre"
        ))),
    }
}

fn tell(publication: &Publication) {
    for name in &publication.to_copy {
        result(&format!("copier {name}"));
    }
    for name in &publication.to_delete {
        result(&format!("supprimer {name}"));
    }
    let (copy, delete) = (publication.to_copy.len(), publication.to_delete.len());
    let unchanged = counted(publication.unchanged as u64, "fichier inchangé");
    say(&match (copy, delete) {
        (0, 0) => format!("Rien à copier ni à supprimer : {unchanged}."),
        _ => format!(
            "{} à copier, {} à supprimer, {unchanged}.",
            counted(copy as u64, "fichier"),
            counted(delete as u64, "fichier")
        ),
    });
    match publication.on_site {
        OnSite::Noted => {}
        OnSite::NeverNoted => say(
            "C’est la première fois : ce qui est déjà sur le site n’est pas connu. Copiez tout sur un dossier vide, ou comparez.",
        ),
        OnSite::Damaged => say(
            "Le fichier .greffier-publication est abîmé : ce qui est sur le site n’est pas connu, ni donc ce qu’il faut y supprimer. Copiez tout sur un dossier vide, ou comparez.",
        ),
    }
    if copy > 0 {
        say(
            "Les fichiers sont comparés, sans que ce qu’ils disent soit relu : ce que « greffier build » a signalé se règle avant de copier.",
        );
    }
    if copy + delete > 0 {
        say(
            "Le dossier .greffier ne se copie pas. Quand c’est fait : « greffier publish --done ».",
        );
    }
}
