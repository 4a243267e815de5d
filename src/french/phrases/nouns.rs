//! The nouns with which typed phrases begin, and their genders.

use super::super::Gender;
use super::super::folding::fold;

/// Where meetings are held, without accents.
const MASCULINE_PLACES: [&str; 49] = [
    "aeroport",
    "espace",
    "camp",
    "chateau",
    "cinema",
    "complexe",
    "couvent",
    "domaine",
    "dispensaire",
    "marche",
    "monastere",
    "pavillon",
    "port",
    "temple",
    "village",
    "bureau",
    "siege",
    "centre",
    "ministere",
    "palais",
    "gouvernorat",
    "cercle",
    "hotel",
    "hopital",
    "campus",
    "college",
    "lycee",
    "stade",
    "theatre",
    "musee",
    "secretariat",
    "consulat",
    "commissariat",
    "conseil",
    "departement",
    "district",
    "domicile",
    "foyer",
    "gymnase",
    "hall",
    "haut-commissariat",
    "institut",
    "laboratoire",
    "local",
    "parc",
    "restaurant",
    "rectorat",
    "tribunal",
    "cabinet",
];
const FEMININE_PLACES: [&str; 44] = [
    "agence",
    "annexe",
    "auberge",
    "academie",
    "chapelle",
    "mosquee",
    "prison",
    "tour",
    "mairie",
    "maison",
    "prefecture",
    "sous-prefecture",
    "direction",
    "residence",
    "ecole",
    "ambassade",
    "universite",
    "faculte",
    "delegation",
    "bibliotheque",
    "mediatheque",
    "cathedrale",
    "chambre",
    "cite",
    "commune",
    "coordination",
    "cour",
    "ferme",
    "fondation",
    "gare",
    "mission",
    "base",
    "paroisse",
    "primature",
    "region",
    "representation",
    "station",
    "villa",
    "bourse",
    "caserne",
    "clinique",
    "primaire",
    "presidence",
    "cafeteria",
];
/// Rooms, into which one goes: *dans la salle*.
const ROOMS: [(&str, Gender); 9] = [
    ("salle", Gender::Feminine),
    ("cantine", Gender::Feminine),
    ("cour", Gender::Feminine),
    ("enceinte", Gender::Feminine),
    ("amphitheatre", Gender::Masculine),
    ("amphi", Gender::Masculine),
    ("auditorium", Gender::Masculine),
    ("salon", Gender::Masculine),
    ("batiment", Gender::Masculine),
];
const PLURAL_PLACES: [&str; 4] = ["locaux", "bureaux", "jardins", "salles"];

/// Who meets, without accents.
const MASCULINE_BODIES: [&str; 31] = [
    "comite",
    "cluster",
    "conseil",
    "groupe",
    "sous-groupe",
    "bureau",
    "reseau",
    "forum",
    "cadre",
    "secretariat",
    "college",
    "cercle",
    "club",
    "centre",
    "consortium",
    "collectif",
    "departement",
    "district",
    "ministere",
    "pole",
    "programme",
    "projet",
    "service",
    "syndicat",
    "sous-cluster",
    "secteur",
    "sous-comite",
    "haut-commissariat",
    "directoire",
    "jury",
    "parlement",
];
const FEMININE_BODIES: [&str; 36] = [
    "cour",
    "prefecture",
    "sous-prefecture",
    "caisse",
    "brigade",
    "maison",
    "commission",
    "sous-commission",
    "coordination",
    "cellule",
    "plateforme",
    "plate-forme",
    "direction",
    "federation",
    "ligue",
    "mutuelle",
    "cooperative",
    "communaute",
    "commune",
    "delegation",
    "section",
    "societe",
    "fondation",
    "confederation",
    "chambre",
    "conference",
    "table",
    "task",
    "region",
    "representation",
    "troika",
    "faculte",
    "mairie",
    "copropriete",
    "mission",
    "division",
];
/// Those before which an article elides, whatever their gender.
const ELIDED_BODIES: [&str; 21] = [
    "academie",
    "ambassade",
    "ecole",
    "entreprise",
    "etat",
    "etat-major",
    "office",
    "universite",
    "assemblee",
    "equipe",
    "association",
    "unite",
    "union",
    "organisation",
    "inter-cluster",
    "intercluster",
    "intersecteur",
    "observatoire",
    "institut",
    "agence",
    "alliance",
];
/// Those that are many.
const PLURAL_BODIES: [&str; 10] = [
    "etats",
    "assises",
    "journees",
    "rencontres",
    "coproprietaires",
    "partenaires",
    "membres",
    "usagers",
    "parents",
    "delegues",
];

/// What a place begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlaceKind {
    At(Gender),
    In(Gender),
    InPlural,
}

/// The kind of place that a word names.
pub(super) fn place_kind(word: &str) -> Option<PlaceKind> {
    let word = key(word);
    let is = |words: &[&str]| words.contains(&word.as_str());
    if let Some((_, gender)) = ROOMS.iter().find(|(room, _)| *room == word) {
        Some(PlaceKind::In(*gender))
    } else if is(&PLURAL_PLACES) {
        Some(PlaceKind::InPlural)
    } else if is(&MASCULINE_PLACES) {
        Some(PlaceKind::At(Gender::Masculine))
    } else if is(&FEMININE_PLACES) {
        Some(PlaceKind::At(Gender::Feminine))
    } else {
        None
    }
}

/// `du `, `de la `, `de l’` before the noun of a body; none for a word that is not known.
pub(super) fn of_body(word: &str) -> Option<&'static str> {
    let word = key(word);
    // « La réunion inter-clusters » lacks nothing.
    let singular = word.strip_suffix(['s', 'x']);
    let singular = singular.filter(|word| !word.starts_with("inter"));
    if PLURAL_BODIES.contains(&word.as_str()) {
        Some("des ")
    } else if let Some(article) = of_one_body(&word) {
        Some(article)
    } else {
        singular.and_then(of_one_body).map(|_| "des ")
    }
}

/// The same of a noun in the singular, folded: by the lists, else by an ending that tells the gender.
fn of_one_body(word: &str) -> Option<&'static str> {
    const FEMININE_ENDINGS: [&str; 5] = ["tion", "sion", "ance", "ence", "orite"];
    let is = |words: &[&str]| words.contains(&word);
    let is_feminine = FEMININE_ENDINGS.iter().any(|ending| word.ends_with(ending));
    let is_gendered = is_feminine || word.ends_with("ement");
    if is(&ELIDED_BODIES) || is_gendered && word.starts_with(['a', 'e', 'i', 'o', 'u']) {
        Some("de l’")
    } else if is(&MASCULINE_BODIES) || word.ends_with("ement") {
        Some("du ")
    } else if is(&FEMININE_BODIES) || is_feminine {
        Some("de la ")
    } else {
        None
    }
}

/// The word without case and accents; its hyphens stay.
fn key(word: &str) -> String {
    word.split('-').map(fold).collect::<Vec<_>>().join("-")
}
