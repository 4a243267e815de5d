//! What may be wrong with the files of a project, or prevent a file from being made.

use crate::diagnostic::{Kind, Report, kinds};

kinds! {
    /// Faults of a file as a whole.
    ArchiveFault: Fault {
        Unreadable "lecture-impossible" "Le système refuse de lire un fichier."
        Unwritable "ecriture-impossible" "Le système refuse d’écrire un fichier."
        Font "police-inutilisable" "Un fichier de police ne peut pas servir."
        ChangedMeanwhile "fichier-change-entre-temps" "Un compte rendu a changé pendant la construction."
        Pdf "pdf-impossible" "Le PDF d’un compte rendu ne peut pas être fait."
        Internal "defaut-du-programme" "Un compte rendu ou une page met le programme en défaut."
        NotForMembers "compte-rendu-interne" "Un compte rendu interne ne part pas aux membres."
        HiddenExtension "extension-cachee" "Un compte rendu, `greffier.toml` ou `contacts.toml` se nomme .toml.txt et n’est pas lu."
        WrongExtension "extension-inconnue" "L’extension d’un compte rendu ressemble à .toml, et il n’est pas lu."
        NamesLeft "noms-restes" "Un fichier d’avant peut contenir des noms qui ne se publient plus, et reste là."
        NoAddress "nom-sans-adresse" "Le nom d’un compte rendu ne donne pas d’adresse à sa page."
        LongName "nom-de-compte-rendu-trop-long" "Le nom d’un compte rendu est trop long pour les fichiers qui le porteraient."
        SameAddress "adresse-de-page-deja-prise" "Deux comptes rendus auraient la même adresse."
        LinkLoop "lien-en-boucle" "Un lien symbolique ramène à un dossier qui le contient."
        DeadLink "lien-mort" "Un lien symbolique ne mène nulle part."
        FolderRefused "dossier-refuse" "L’accès à un dossier est refusé."
        FolderUnreadable "dossier-illisible" "Un dossier ne peut pas être lu."
    }
}

/// Whether a report tells of what the system refused, which it may allow a moment later: a file that an editor holds, or for which there
/// was no room among those that are open.
#[must_use]
pub fn may_pass(report: &Report) -> bool {
    use ArchiveFault::{ChangedMeanwhile, FolderRefused, FolderUnreadable, Unreadable, Unwritable};
    let passing = [
        Unreadable,
        Unwritable,
        ChangedMeanwhile,
        FolderRefused,
        FolderUnreadable,
    ]
    .map(Kind::code);
    let mut diagnostics = report.diagnostics.iter();
    diagnostics.any(|one| passing.contains(&one.code.as_str()))
}
