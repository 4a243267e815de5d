//! Faults and doubts of a record beside the others of its series: what it says of earlier action points and minutes.

use super::project::{Project, check};

/// The cases of this file.
pub(crate) const NAMES: &[&str] = &[
    "series-action-ambiguous",
    "series-action-closed",
    "series-action-later",
    "series-action-taken-here",
    "series-action-twice",
    "series-action-unknown",
    "series-approval-after-another",
    "series-approval-contradicted",
    "series-approval-not-held",
    "series-approval-nowhere",
    "series-approval-unknown",
    "series-doubt-id-repeated",
    "series-doubt-names-alike",
    "series-doubt-numbers-repeated",
    "series-unread",
];

const FIRST: &str = "date = 2017-01-10

[[themes]]
titre = \"Relance de Gao\"

  [[themes.actions]]
  id = \"tdr-gao\"
  texte = \"Diffuser les TDR\"
  responsables = [\"ACTED\"]

  [[themes.actions]]
  texte = \"Mettre la matrice à jour\"
  responsables = [\"OIM\"]
";

fn series(second: &str, third: &str) -> Project {
    Project::new()
        .with("meetings/2017/2017-01-10.toml", FIRST)
        .with(
            "meetings/2017/2017-02-07.toml",
            format!("date = 2017-02-07\n{second}"),
        )
        .with(
            "meetings/2017/2017-03-07.toml",
            format!("date = 2017-03-07\n{third}"),
        )
}

fn follows(action: &str, more: &str) -> String {
    format!("[[suivi]]\naction = \"{action}\"\n{more}\n")
}

#[track_caller]
fn checked(case: &str, second: &str, third: &str) {
    check(case, &series(second, third).greffier(&["check"]));
}

/// A slip in an `id`, an anchor without its meeting, a slip in an address, nothing near.
#[test]
fn an_unknown_action() {
    let wrong = [
        "tdr-goa",
        "action-1-2",
        "2017/2017-01-01#action-1-2",
        "budget",
    ];
    let second: String = wrong.iter().map(|action| follows(action, "")).collect();
    checked("series-action-unknown", &second, "");
}

#[test]
fn an_action_of_a_later_meeting_or_of_the_same() {
    let first = FIRST
        .replace("date = 2017-01-10\n", "")
        .replace("tdr-gao", "tdr-mopti");
    checked("series-action-later", &follows("tdr-mopti", ""), &first);
    let same = follows("tdr-mopti", "") + &first;
    checked("series-action-taken-here", &same, "");
}

#[test]
fn an_id_of_two_actions() {
    let again = FIRST.replace("date = 2017-01-10\n", "");
    checked("series-action-ambiguous", &again, &follows("tdr-gao", ""));
    checked("series-doubt-id-repeated", &again, "");
}

#[test]
fn an_action_that_is_closed() {
    let done = follows("tdr-gao", "statut = \"fait\"");
    let third = follows("tdr-gao", "echeance = 2017-04-30");
    checked("series-action-closed", &done, &third);
}

#[test]
fn an_action_by_two_names() {
    let second = follows("tdr-gao", "") + &follows("2017/2017-01-10#tdr-gao", "");
    checked("series-action-twice", &second, "");
}

#[test]
fn a_record_that_cannot_be_read() {
    let project = Project::new()
        .with("meetings/2017/2017-01-10.toml", "date = 10/1/2017\n")
        .with(
            "meetings/2017/2017-02-07.toml",
            format!("date = 2017-02-07\n{}", follows("tdr-gao", "")),
        );
    check("series-unread", &project.greffier(&["check"]));
}

#[test]
fn approvals() {
    let approves = |address: &str| format!("approbation = {{ reunion = \"{address}\" }}\n");
    let first = approves("2017/2017-01-10");
    checked("series-approval-unknown", &approves("2017-01-10"), "");
    checked("series-approval-nowhere", &approves("budget"), "");
    checked("series-approval-after-another", &first, &first);
    let approved = "etat = \"approuvé\"\napprouve_le = 2017-02-14\n";
    let third = approves("2017/2017-02-07");
    checked("series-approval-contradicted", approved, &third);
    checked("series-approval-not-held", "etat = \"annulée\"\n", &third);
}

/// However the day of a meeting, its page or its file is typed, its address is proposed, and no other.
#[test]
fn the_approved_meeting_by_other_names() {
    let said = |typed: &str| {
        let third = format!("approbation = {{ reunion = \"{typed}\" }}\n");
        let output = series("", &third).run(&["check"]);
        String::from_utf8(output.stderr)
            .unwrap()
            .replace(['\u{a0}', '\u{202f}'], " ")
    };
    for typed in [
        "2017-01-10",
        "10/01/2017",
        "10 janvier 2017",
        "mardi 10 janvier 2017",
        "réunion du 10 janvier 2017",
        "2017-01-10.toml",
        "https://example.org/crr/2017/2017-01-10/",
        "https://example.org/crr/2017/2017-01-10/index.html",
    ] {
        let said = said(typed);
        assert!(
            said.contains("vouliez-vous dire \"2017/2017-01-10\" ?"),
            "{typed}: {said}"
        );
    }
    for typed in ["2019-11-27", "3 mars 2016", "https://example.org/crr/"] {
        let said = said(typed);
        assert!(
            said.contains("erreur") && !said.contains("vouliez-vous dire"),
            "{typed}: {said}"
        );
    }
}

/// What earlier records call otherwise; a number of a meeting, and of a decision, that one of them has.
#[test]
fn names_and_numbers_of_the_series() {
    let owned = |owner: &str| {
        "themes = [{ titre = \"Gao\", actions = [{ texte = \"Agir\", responsables = [\"OWNER\"] }] }]\n"
            .replace("OWNER", owner)
    };
    checked(
        "series-doubt-names-alike",
        &owned("O.I.M."),
        &owned("acted"),
    );
    let numbered = |decision: &str| {
        "numero = 3\nthemes = [{ titre = \"Gao\", decisions = [{ numero = \"NUMBER\", texte = \"Oui.\" }] }]\n"
            .replace("NUMBER", decision)
    };
    checked(
        "series-doubt-numbers-repeated",
        &numbered("2017-04"),
        &numbered("2017-04"),
    );
}
