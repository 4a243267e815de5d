//! Themes, actions, annexes and links.

use std::collections::BTreeMap;

use super::meeting::{Action, Annex, AnnexTarget, DueDate, Link, Theme};
use super::raw::{
    DueText, RawAction, RawAnnex, RawAnnexTable, RawClosing, RawMeeting, RawTheme, Text,
};
use super::texts::{
    is_meant_as_moment, line, list, markup, not_a_date, optional_line, optional_markup,
    require_allowed_address, required_line, strict_date,
};
use super::{AnnexFile, RESERVED_ANCHORS};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::folding::slug;
use crate::french::hours::parse_hour;
use crate::toml_source::{Field, PathWords, fault_of_path};

/// The themes with their actions.
pub(super) fn themes(raw: &RawMeeting, faults: &mut Diagnostics) -> Vec<Theme> {
    raw.themes
        .items()
        .filter_map(|(theme_raw, span)| theme(theme_raw, &span, raw, faults))
        .collect()
}

fn theme(
    raw: &RawTheme,
    span: &Span,
    meeting: &RawMeeting,
    faults: &mut Diagnostics,
) -> Option<Theme> {
    let title = required_line(&raw.title, span, "le titre de ce thème", "titre", faults);
    let agenda_item = agenda_item(raw, meeting, faults);
    let recommendations = list(&raw.recommendations, markup, faults);
    let decisions = list(&raw.decisions, markup, faults);
    let owners = list(&raw.owners, line, faults);
    let actions = raw
        .actions
        .items()
        .filter_map(|(raw, span)| action(raw, &span, faults))
        .collect();
    Some(Theme {
        id: optional_line(&raw.id),
        title: title?,
        agenda_item,
        discussion: optional_markup(&raw.discussion),
        recommendations,
        comments: optional_markup(&raw.comments),
        decisions,
        actions,
        owners,
    })
}

fn agenda_item(raw: &RawTheme, meeting: &RawMeeting, faults: &mut Diagnostics) -> Option<usize> {
    let (number, span) = raw.agenda_item.located()?;
    if matches!(meeting.agenda, Field::Faulty(_)) {
        return None;
    }
    let length = meeting.agenda.get().map_or(0, Vec::len);
    match usize::try_from(*number)
        .ok()
        .filter(|number| (1..=length).contains(number))
    {
        Some(number) => Some(number),
        None => {
            let fault = Diagnostic::fault(format!("l’ordre du jour n’a pas de point {number}"))
                .at(span, "");
            faults.push(match length {
                0 => fault.help("le compte rendu n’a pas d’ordre du jour : écrivez-le, ou supprimez cette ligne"),
                1 => fault.help("il n’a qu’un point : écrivez point = 1"),
                _ => fault.help(format!("ses points vont de 1 à {length}")),
            });
            None
        }
    }
}

fn action(raw: &RawAction, span: &Span, faults: &mut Diagnostics) -> Option<Action> {
    let text = required_line(
        &raw.text,
        span,
        "le texte de ce point d’action",
        "texte",
        faults,
    );
    let owners = list(&raw.owners, line, faults);
    let due = due_date(&raw.due, faults);
    text?;
    let text = optional_markup(&raw.text)?;
    Some(Action {
        id: optional_line(&raw.id),
        text,
        owners,
        due,
        status: raw.status.get().copied(),
    })
}

fn due_date(raw: &Field<DueText>, faults: &mut Diagnostics) -> Option<DueDate> {
    let (DueText(text), span) = raw.located()?;
    let text = line(text);
    if text.is_empty() {
        return None;
    }
    if let Some(date) = strict_date(&text) {
        return Some(DueDate::On(date));
    }
    if parse_hour(&text).is_some() {
        faults.push(
            Diagnostic::fault("il faut ici une date ou un mot, et non une heure")
                .at(span, "")
                .help("écrivez une date, 2026-03-31, ou un mot, \"immédiat\""),
        );
        return None;
    }
    if is_meant_as_moment(&text, &span) {
        faults.push(not_a_date(&text, span));
        return None;
    }
    Some(DueDate::Words(text))
}

/// Ids are anchors of the page: well formed, and no two alike, the ones that the program gives included.
pub(super) fn anchors(raw: &RawMeeting, faults: &mut Diagnostics) {
    let mut taken: BTreeMap<String, Option<Span>> = RESERVED_ANCHORS
        .iter()
        .map(|id| ((*id).to_owned(), None))
        .collect();
    taken.extend((1..=raw.agenda.items().count()).map(|number| (format!("point-{number}"), None)));
    let mut ids: Vec<(&Text, String)> = Vec::new();
    for (number, (theme, _)) in (1..).zip(raw.themes.items()) {
        ids.push((&theme.id, format!("theme-{number}")));
        for (action_number, (action, _)) in (1..).zip(theme.actions.items()) {
            ids.push((&action.id, format!("action-{number}-{action_number}")));
        }
    }
    let is_given = |id: &Text| id.get().is_some_and(|id| !id.trim().is_empty());
    taken.extend(
        ids.iter()
            .filter(|(id, _)| !is_given(id))
            .map(|(_, anchor)| (anchor.clone(), None)),
    );
    for (id, _) in ids.into_iter().filter(|(id, _)| is_given(id)) {
        let Some((id, span)) = id
            .located()
            .and_then(|(id, span)| well_formed_anchor(id.trim(), span, faults))
        else {
            continue;
        };
        match taken.get(id) {
            None => {
                taken.insert(id.to_owned(), Some(span));
            }
            Some(first) => {
                let fault =
                    Diagnostic::fault(format!("l’adresse `{id}` est déjà prise")).at(span, "");
                let fault = match first {
                    Some(first) => fault
                        .at(first.clone(), "prise ici")
                        .help("donnez à chacun un `id` différent"),
                    None => fault.help("la page l’emploie déjà : choisissez un autre `id`"),
                };
                faults.push(fault);
            }
        }
    }
}

fn well_formed_anchor<'a>(
    id: &'a str,
    span: Span,
    faults: &mut Diagnostics,
) -> Option<(&'a str, Span)> {
    let well_formed = id
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if well_formed {
        return Some((id, span));
    }
    let fault =
        Diagnostic::fault("un `id` s’écrit en minuscules sans accent, chiffres et traits d’union")
            .at(span, "");
    let proposal = slug(id);
    faults.push(if proposal.is_empty() {
        fault.help("par exemple \"relance-gao\"")
    } else {
        fault.help(format!("écrivez \"{proposal}\""))
    });
    None
}

/// Annexes: a file must exist in the project, an address must be allowed, and no two files may have the same name.
pub(super) fn annexes(
    closing: &RawClosing,
    annex_file: &dyn Fn(&str) -> AnnexFile,
    faults: &mut Diagnostics,
) -> Vec<Annex> {
    let mut result = Vec::new();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for (annex, span) in closing.annexes.items() {
        match annex {
            RawAnnex::Title(title) if line(title).is_empty() => {
                faults.push(
                    Diagnostic::fault("cette annexe est vide")
                        .at(span, "")
                        .help("écrivez son titre, ou supprimez-la"),
                );
            }
            RawAnnex::Title(title) => result.push(Annex {
                title: line(title),
                target: AnnexTarget::None,
            }),
            RawAnnex::Full(table) => {
                let title = required_line(
                    &table.title,
                    &span,
                    "le titre de cette annexe",
                    "titre",
                    faults,
                );
                let target = annex_target(table, annex_file, &mut names, faults);
                result.extend(
                    title
                        .zip(target)
                        .map(|(title, target)| Annex { title, target }),
                );
            }
        }
    }
    result
}

fn annex_target(
    table: &RawAnnexTable,
    annex_file: &dyn Fn(&str) -> AnnexFile,
    names: &mut BTreeMap<String, String>,
    faults: &mut Diagnostics,
) -> Option<AnnexTarget> {
    if let (Some((_, file)), Some((_, link))) = (table.file.located(), table.link.located()) {
        faults.push(
            Diagnostic::fault("une annexe a un fichier ou un lien, pas les deux")
                .at(link, "")
                .at(file, "")
                .help("écrivez deux annexes, ou gardez l’un des deux"),
        );
        return None;
    }
    if let Some((link, span)) = table.link.located() {
        let allowed = require_allowed_address(link, span, faults);
        return allowed.then(|| AnnexTarget::Link(link.trim().to_owned()));
    }
    let Some((path, span)) = table.file.located() else {
        return Some(AnnexTarget::None);
    };
    let path = path.trim();
    if let Some(fault) = fault_of_path(path, &span, ANNEX_WORDS, annex_file) {
        faults.push(fault);
        return None;
    }
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    match names.insert(name, path.to_owned()) {
        Some(other) if other != path => {
            faults.push(
                Diagnostic::fault(format!("deux annexes différentes portent le même nom de fichier : « {other} » et « {path} »"))
                    .at(span, "")
                    .help("renommez l’un des deux fichiers : ils sont copiés dans un même dossier"),
            );
            None
        }
        _ => Some(AnnexTarget::File(path.to_owned())),
    }
}

const ANNEX_WORDS: PathWords = PathWords {
    example: "annexes/rapport.pdf",
    missing_help: "le chemin part du dossier de ce compte rendu ; vérifiez le nom, les majuscules et l’extension",
    outside_help: "copiez le fichier à côté du compte rendu, puis écrivez par exemple \"annexes/rapport.pdf\"",
};

/// The links at the end.
pub(super) fn links(closing: &RawClosing, faults: &mut Diagnostics) -> Vec<Link> {
    let mut result = Vec::new();
    for (raw, span) in closing.links.items() {
        let text = required_line(&raw.text, &span, "le texte de ce lien", "texte", faults);
        let address = required_line(
            &raw.address,
            &span,
            "l’adresse de ce lien",
            "adresse",
            faults,
        );
        let (Some(text), Some(address), Some(place)) = (text, address, raw.address.span()) else {
            continue;
        };
        if require_allowed_address(&address, place, faults) {
            result.push(Link { text, address });
        }
    }
    result
}
