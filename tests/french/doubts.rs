//! What `greffier check` says of the French of a record.

use greffier::diagnostic::{Report, Source};
use greffier::record::{self, AnnexFile};

const RECORD: &str = r#"date = 2026-03-17
ordre_du_jour = ["1. Présentation", "Suivi des ONGs"]

[[themes]]
titre = "2) Suivi des ONGs"
point = 2
discussion = """
A l’issue de la réunion du 10 Février, Mr Diallo a remis 160.000 FCFA
à l’association \"AFM\" ; 12,500 FCFA restent. Voir https://x.org/ONGs.
"""
decisions = ["Les ONGs se retrouvent le Mardi, chez M.Keita."]

  [[themes.actions]]
  texte = "Relancer les TDRs"
  responsables = ["OCHA"]

[[themes]]
titre = "Présentation"
point = 1
"#;

const EXPECTED: &str = r#"
avis : 2 titres portent déjà un numéro
 --> r.toml:2:19
  |
2 | ordre_du_jour = ["1. Présentation", "Suivi des ONGs"]
  |                   ^^
...
5 | titre = "2) Suivi des ONGs"
  |          --
  |
  = aide : supprimez ce que vous avez tapé : le programme met les numéros

avis : un sigle ne prend pas de « s » au pluriel
  --> r.toml:2:48
   |
 2 | ordre_du_jour = ["1. Présentation", "Suivi des ONGs"]
   |                                                ^^^^
...
 5 | titre = "2) Suivi des ONGs"
   |                       ----
...
11 | decisions = ["Les ONGs se retrouvent le Mardi, chez M.Keita."]
   |                   ----
   |
   = aide : écrivez « ONG »
"#;

fn report(text: &str) -> Report {
    let source = Source {
        name: "r.toml".into(),
        text: text.into(),
    };
    let reading = record::read(&source, &|_| AnnexFile::Missing);
    assert!(reading.faults.is_empty(), "{:?}", reading.faults);
    let doubts = reading.doubts(&source);
    Report::new(source, doubts)
}

#[test]
fn each_word_is_said_once() {
    let report = report(RECORD);
    let said = report.diagnostics.iter().map(|doubt| {
        let typed: Vec<&str> = doubt
            .spots
            .iter()
            .map(|spot| &RECORD[spot.span.clone()])
            .collect();
        format!(
            "{} [{}] {}",
            doubt.title,
            typed.join(", "),
            doubt.help.join(" ")
        )
    });
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            "2 titres portent déjà un numéro [1., 2)] supprimez ce que vous avez tapé : le programme met les numéros",
            "un sigle ne prend pas de « s » au pluriel [ONGs, ONGs, ONGs] écrivez « ONG »",
            "il manque l’accent de cette majuscule [A] écrivez « À »",
            "les noms de mois s’écrivent sans majuscule [Février] écrivez « février »",
            "« Mr » est une abréviation anglaise [Mr] écrivez « M. »",
            "les milliers se séparent par une espace [160.000] écrivez « 160 000 »",
            "les milliers se séparent par une espace [12,500] écrivez « 12 500 »",
            "les jours de la semaine s’écrivent sans majuscule [Mardi] écrivez « mardi »",
            "il manque une espace après le point [M.Keita] écrivez « M. Keita »",
            "un sigle ne prend pas de « s » au pluriel [TDRs] écrivez « TDR »",
        ]
    );
}

#[test]
fn as_the_user_reads_it() {
    let rendered = report(RECORD).render(false).replace('\u{a0}', " ");
    let lines: Vec<&str> = rendered.lines().map(str::trim_end).collect();
    let rendered = lines.join("\n");
    assert!(rendered.starts_with(EXPECTED.trim()), "{rendered}");
}

#[test]
fn one_number_and_one_short_year() {
    let report = report("date = 2026-03-17\nordre_du_jour = [\"1. Retraite du 24 janvier 17\"]\n");
    let titles: Vec<&str> = report
        .diagnostics
        .iter()
        .map(|doubt| &*doubt.title)
        .collect();
    assert_eq!(
        titles,
        [
            "l’ordre du jour n’est suivi d’aucun thème",
            "ce titre porte déjà un numéro",
            "l’année est sur deux chiffres"
        ]
    );
    assert_eq!(
        report.diagnostics[1].help,
        ["supprimez ce que vous avez tapé : le programme met les numéros"]
    );
}

#[test]
fn nothing_of_sound_french() {
    let report = report(
        "date = 2026-03-17\nlieu = \"au stade du 26 Mars\"\n\
         participants = [{ nom = \"Mai Traoré\", organisation = \"ONG A\" }, { nom = \"A. Sow\" }]\n",
    );
    assert_eq!(report.diagnostics, []);
}
