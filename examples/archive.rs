//! Writes an archive of made-up meetings, the same at every run: `cargo run --release --example archive -- 1000 FOLDER`.
//!
//! Each record is of the size that a cluster's are: 3 to 40 participants, 1 to 12 themes, 0 to 8 actions a theme, most of them
//! few. The sentences are made of French words of the trade, so that their lines break, hyphenate and space as real ones do;
//! a fifth of the names and figures are met nowhere else in the archive.

#![allow(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a tool for who measures: it talks, and makes files of its own"
)]

#[allow(dead_code, reason = "the tests use the other half")]
#[path = "../tests/common/synthetic.rs"]
mod common;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::io::{Error, Result};
use std::path::Path;

use common::{Lcg, quoted};
use jiff::ToSpan;
use jiff::civil::date;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [count, folder] = arguments.as_slice() else {
        return Err(Error::other("usage: archive COUNT FOLDER"));
    };
    let count: usize = count.parse().map_err(Error::other)?;
    let mut random = Lcg::new(20_170_207);
    // Twelve years, whatever the number: a large archive has many series.
    let first = date(2014, 1, 6);
    for number in 0..count {
        let days = i64::try_from(number * 4_380 / count).map_err(Error::other)?;
        let day = first.checked_add(days.days()).map_err(Error::other)?;
        let parent = Path::new(folder).join(format!("meetings/{}", day.year()));
        fs::create_dir_all(&parent)?;
        let text = record(&mut random, &day.to_string());
        fs::write(parent.join(format!("{day}-{number:06}.toml")), text)?;
    }
    eprintln!("{count} records in {folder}/meetings");
    Ok(())
}

const NOUNS: &str = "le cluster|la coordination|l’atelier régional|le plan de travail annuel|la stratégie de relèvement|\
    l’approche intégrée|le budget approuvé|la cartographie des interventions|l’étude conjointe|le groupe de travail|\
    la mission d’évaluation|les partenaires de mise en œuvre|les bailleurs de fonds|les communautés d’accueil|\
    les autorités régionales|la direction nationale du développement social|les organisations de la société civile|\
    la matrice 3W|le tableau de bord mensuel|les points focaux de Tombouctou|la Retraite de l’ICC|le fonds humanitaire|\
    les activités génératrices de revenus|les infrastructures de base|les personnes déplacées|la cohésion sociale";
const VERBS: &str = "a présenté|a validé|partagera|devra compléter|a souligné l’importance de|a demandé à|\
    a proposé de revoir|mettra à la disposition de|s’est félicité de|a rappelé le rôle majeur de|n’a pas encore reçu|\
    accompagnera dans les prochains mois|a entériné|contribuera au financement de|a regretté le retard de";
const ENDS: &str = "dans les régions du Nord et du Centre|avant la fin du trimestre|à Gao, Ménaka et Kidal|\
    en matière de redevabilité|conformément aux termes de référence|(à confirmer)|lors de la prochaine réunion ; les dates \
    restent à déterminer|auprès des membres du « One Page »|pour combler les gaps : études, analyses, etc.|\
    malgré l’insécurité|à hauteur de 80 %|selon le calendrier n° 4|sur Skype ou par courrier électronique";
const FIRST_NAMES: &str = "Oumou|Moustapha|Jean-Luc|Philippine|Abdoulaye|Ketty|Ousmane|Nana|Boncana|Issouf|Anicet|Ɲɛnɛba|\
    Siradjou|Robert|Wanalher|Mamadou|Adama|Fatoumata|Aïssata|Amadou";
const LAST_NAMES: &str = "Sow|DIALLO|Kramo|Cartier|Sidibé|KAMANZI|Yonte|Bah|Maïga|TOURÉ|Kalemaza|Coulibaly|Keïta|TSHIBANGU|\
    Ag Alwaly|N’Diaye|Sanogo|Traoré|Dembélé|CISSÉ";
const ORGANISATIONS: &str = "PNUD|OCHA|ACTED|OIM|AVSF|Mercy Corps|ONU Femmes|IEDA Relief|World Vision International|OXFAM|\
    Catholic Relief Services (CRS)|Direction nationale du développement social|Action contre la faim|MINUSMA|\
    Solidarité internationale pour l’Afrique (SIA)|Association d’assistance aux filles mères Djigui Tugu Ton";

fn pick<'a>(random: &mut Lcg, choices: &'a str) -> &'a str {
    let count = choices.split('|').count();
    let nth = random.below(count);
    choices.split('|').nth(nth).unwrap_or_default()
}

fn sentence(random: &mut Lcg) -> String {
    let subject = pick(random, NOUNS);
    let mut text = format!("{} {}", pick(random, VERBS), pick(random, NOUNS));
    if random.below(5) == 0 {
        let _ = write!(text, " ({} ménages)", random.below(90_000));
    }
    if random.below(3) > 0 {
        let _ = write!(text, " {}", pick(random, ENDS));
    }
    let mut letters = subject.chars();
    let initial: String = letters
        .next()
        .map(|letter| letter.to_uppercase().collect())
        .unwrap_or_default();
    format!("{initial}{} {text}.", letters.as_str())
}

/// One to five sentences, seldom many, in paragraphs or a list.
fn text(random: &mut Lcg) -> String {
    let count = match random.below(10) {
        0 => 12,
        few => 1 + few % 5,
    };
    let sentences: Vec<String> = (0..count).map(|_| sentence(random)).collect();
    match random.below(5) {
        0 => format!("- {}", sentences.join("\n- ")),
        1 => sentences.join("\n\n"),
        2 => format!("**À noter** : {}", sentences.join(" ")),
        _ => sentences.join(" "),
    }
}

fn name(random: &mut Lcg) -> String {
    let name = format!("{} {}", pick(random, FIRST_NAMES), pick(random, LAST_NAMES));
    match random.below(5) {
        0 => format!("{name} {}", syllables(random)),
        _ => name,
    }
}

/// A name that is met nowhere else.
fn syllables(random: &mut Lcg) -> String {
    let parts = "Ba|ko|di|ta|ssi|mou|gna|lé|ré|gou|wa|ni";
    let (one, two, three) = (
        pick(random, parts),
        pick(random, parts),
        pick(random, parts),
    );
    format!("Za{one}{two}{three}")
}

fn record(random: &mut Lcg, day: &str) -> String {
    let mut toml = format!("date = {day}\ndebut = 10:00:00\nlieu = \"dans le bureau du PNUD\"\n");
    let chair = name(random);
    let _ = writeln!(
        toml,
        "presidence = {{ nom = {}, fonction = \"Conseiller en relèvement\" }}",
        quoted(&chair)
    );
    let themes = (1 + random.below(12)).min(1 + random.below(12));
    let titles: Vec<String> = (0..themes)
        .map(|_| {
            let title = pick(random, NOUNS);
            format!("Point sur {title} {}", pick(random, ENDS))
        })
        .collect();
    let agenda: Vec<String> = titles.iter().map(|title| quoted(title)).collect();
    let _ = writeln!(
        toml,
        "ordre_du_jour = [{}]\nparticipants = [",
        agenda.join(", ")
    );
    // Twice the same person is a fault.
    let people: BTreeSet<String> = (0..3 + random.below(38)).map(|_| name(random)).collect();
    for person in people {
        let (person, organisation) = (quoted(&person), quoted(pick(random, ORGANISATIONS)));
        let _ = writeln!(
            toml,
            "  {{ nom = {person}, organisation = {organisation} }},"
        );
    }
    toml.push_str("]\n");
    for (index, title) in titles.iter().enumerate() {
        let (title, discussion) = (quoted(title), quoted(&text(random)));
        let point = index + 1;
        let _ = writeln!(
            toml,
            "\n[[themes]]\ntitre = {title}\npoint = {point}\ndiscussion = {discussion}"
        );
        let advice: Vec<String> = (0..random.below(3))
            .map(|_| quoted(&sentence(random)))
            .collect();
        let _ = writeln!(toml, "recommandations = [{}]", advice.join(", "));
        for _ in 0..random.below(9).min(random.below(9)) {
            let (action, owner) = (quoted(&sentence(random)), pick(random, ORGANISATIONS));
            let _ = writeln!(
                toml,
                "\n  [[themes.actions]]\n  texte = {action}\n  responsables = [{}]\n  echeance = \"fin du trimestre\"",
                quoted(owner)
            );
        }
    }
    let notes = quoted(&text(random));
    let _ = writeln!(
        toml,
        "\n[cloture]\nnotes = {notes}\nannexes = [\"Liste de présence\", \"Plan de travail\"]"
    );
    toml
}
