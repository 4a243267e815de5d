//! The logo: a picture of the project, and its words.

use super::texts::text;
use crate::config::ConfigFault;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::picture::{Picture, PictureFault};
use crate::toml_source::{Field, FileState, PathWords, fault_of_state, fault_of_writing};

/// What a path to a picture leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureFile {
    /// A picture.
    Sound(Picture),
    /// A file that is none.
    Faulty(PictureFault),
    /// A picture that cannot be printed, and why.
    Unprintable(String),
    /// The path leads to no file of the project.
    NotThere(FileState),
}

const WORDS: PathWords = PathWords {
    example: "logo.png",
    missing_help: "le chemin part du dossier du projet ; vérifiez le nom, les majuscules et l’extension",
    outside_help: "copiez l’image dans le dossier du projet, puis écrivez par exemple \"logo.png\"",
};

/// The picture of that field, as the project's files answer.
pub(super) fn logo(
    field: &Field<String>,
    picture_file: &dyn Fn(&str) -> PictureFile,
    faults: &mut Diagnostics,
) -> Option<Picture> {
    let path = text(field, faults)?;
    let span = field.span().unwrap_or_default();
    if let Some(fault) = fault_of_writing(&path, &span, WORDS) {
        faults.push(fault);
        return None;
    }
    let fault = match picture_file(&path) {
        PictureFile::Sound(picture) => return Some(picture),
        PictureFile::Faulty(fault) => Some(not_a_picture(&path, span, fault)),
        PictureFile::Unprintable(reason) => Some(
            Diagnostic::new(
                ConfigFault::LogoUnprintable,
                format!("« {path} » ne peut pas être imprimé : {reason}"),
            )
            .at(span, "")
            .help("ouvrez l’image dans un logiciel de dessin et enregistrez-la en PNG"),
        ),
        PictureFile::NotThere(state) => fault_of_state(&path, &span, WORDS, state),
    };
    fault.into_iter().for_each(|fault| faults.push(fault));
    None
}

fn not_a_picture(path: &str, span: Span, fault: PictureFault) -> Diagnostic {
    match fault {
        PictureFault::OtherFormat => {
            Diagnostic::new(ConfigFault::LogoFormat, format!("« {path} » n’est pas une image PNG ou JPEG"))
                .at(span, "")
                .help("ouvrez l’image dans un logiciel de dessin et enregistrez-la en PNG ; changer l’extension du nom ne suffit pas")
        }
        PictureFault::TooLarge => {
            Diagnostic::new(ConfigFault::LogoTooLarge, format!("l’image « {path} » dépasse 2 Mio"))
                .at(span, "")
                .help("réduisez-la : chaque document la contient ; 600 pixels de large suffisent à un logo")
        }
        PictureFault::TooManyPixels => {
            Diagnostic::new(ConfigFault::LogoTooManyPixels, format!("l’image « {path} » dépasse 16 millions de pixels"))
                .at(span, "")
                .help("réduisez-la : 600 pixels de large suffisent à un logo")
        }
        PictureFault::Damaged => Diagnostic::new(ConfigFault::LogoDamaged, format!("l’image « {path} » est abîmée"))
            .at(span, "")
            .help("demandez-en une autre copie, ou enregistrez-la de nouveau en PNG"),
    }
}
