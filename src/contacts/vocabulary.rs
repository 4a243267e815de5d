//! The words of `contacts.toml` beyond its keys.

use crate::toml_source::Vocabulary;

pub(super) const VOCABULARY: Vocabulary = Vocabulary {
    top_keys: &[],
    blocks: &[(
        "envoi",
        &["serveur", "port", "securite", "expediteur", "par_minute"],
    )],
    whole_blocks: &[],
    keys: &[
        ("adresse", "adresses"),
        ("courriel", "adresses"),
        ("email", "adresses"),
        ("mail", "adresses"),
        ("contacts", "personnes"),
        ("contact", "personnes"),
        ("membres", "personnes"),
        ("name", "nom"),
        ("sigle", "autres_noms"),
        ("alias", "autres_noms"),
        ("ong", "organisation"),
        ("smtp", "serveur"),
        ("server", "serveur"),
    ],
    numbers: &["port", "par_minute"],
    numbers_at_top: &[],
    has_decimals: false,
    dates: &[],
    hours: &[],
    booleans: &[],
    lists: &["autres_noms", "adresses"],
    named_by_user: &[],
    words: &[
        ("ssl", "tls"),
        ("ssltls", "tls"),
        ("non", "aucune"),
        ("rien", "aucune"),
    ],
    in_some_blocks: &[],
    advice: &[
        ("adresse", "écrivez adresses = [\"nom@example.org\"]"),
        ("courriel", "écrivez adresses = [\"nom@example.org\"]"),
        ("email", "écrivez adresses = [\"nom@example.org\"]"),
        ("mail", "écrivez adresses = [\"nom@example.org\"]"),
        (
            "mot_de_passe",
            "un mot de passe ne s’écrit dans aucun fichier : mettez-le dans la variable GREFFIER_MOT_DE_PASSE",
        ),
        (
            "password",
            "un mot de passe ne s’écrit dans aucun fichier : mettez-le dans la variable GREFFIER_MOT_DE_PASSE",
        ),
        ("sigle", "écrivez autres_noms = [\"…\"]"),
    ],
    examples: &[
        (
            "organisations",
            "[[organisations]] sur une ligne, puis nom = \"PNUD\" en dessous",
        ),
        (
            "personnes",
            "[[personnes]] sur une ligne, puis nom = \"Awa Sow\" en dessous",
        ),
        (
            "envoi",
            "[envoi] sur une ligne, puis serveur = \"smtp.example.org\" en dessous",
        ),
        ("autres_noms", "autres_noms = [ \"UNDP\" ]"),
        ("adresses", "adresses = [ \"coordination@example.org\" ]"),
    ],
    groups: &["organisations", "personnes"],
    people: &[],
    repeated: &["organisations", "personnes"],
    empty_file_help: None,
    beginning_help: "par exemple : [[organisations]] sur une ligne, puis nom = \"PNUD\" en dessous",
};
