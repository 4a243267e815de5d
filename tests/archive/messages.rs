//! What a build says to people who want silence, and to programs.

use snapbox::str;

use crate::common::Project;

#[test]
fn quiet_says_faults_alone() {
    let project = Project::of_dates(&["2026-03-17"]);
    project.run(["build", "--quiet"]).is(str![[r#"
code 0

"#]]);
    project.write("meetings/2026/2026-03-17.toml", "dat = 3\n");
    let run = project.run(["build", "--quiet"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("erreur"), "{}", run.text());
}

#[test]
fn json_for_programs() {
    let project =
        Project::of_dates(&["2026-03-17"]).file("meetings/2026/2026-04-14.toml", "dat = 3\n");
    project
        .run(["build", "--formats", "html,md", "--message-format", "json"])
        .is(str![[r#"
code 1
── stdout
{"type":"erreur","code":"cle-inconnue","fichier":"meetings/2026/2026-04-14.toml","ligne":1,"message":"clé inconnue : `dat`","lieux":[{"debut":{"ligne":1,"colonne":1},"fin":{"ligne":1,"colonne":4},"texte":""}],"aide":["vouliez-vous dire `date` ?"],"propositions":[{"remplacer":{"debut":{"ligne":1,"colonne":1},"fin":{"ligne":1,"colonne":4}},"par":"date"}]}
{"type":"fichier","chemin":"output/2026/2026-03-17/index.html","etat":"créé"}
{"type":"fichier","chemin":"output/2026/2026-03-17/minutes.json","etat":"créé"}
{"type":"fichier","chemin":"output/2026/2026-03-17/compte-rendu-2026-03-17.md","etat":"créé"}
{"type":"fichier","chemin":"output/style.css","etat":"créé"}
{"type":"fichier","chemin":"output/index.html","etat":"créé"}
{"type":"fichier","chemin":"output/404.html","etat":"créé"}
{"type":"fichier","chemin":"output/annee-2026.html","etat":"créé"}
{"type":"fichier","chemin":"output/actions.html","etat":"créé"}
{"type":"fichier","chemin":"output/actions-par-responsable.html","etat":"créé"}
{"type":"fichier","chemin":"output/actions-par-statut.html","etat":"créé"}
{"type":"fichier","chemin":"output/organisations.html","etat":"créé"}
{"type":"fichier","chemin":"output/recherche.html","etat":"créé"}
{"type":"fichier","chemin":"output/recherche.js","etat":"créé"}
{"type":"fichier","chemin":"output/recherche/annees.json","etat":"créé"}
{"type":"fichier","chemin":"output/actions.csv","etat":"créé"}
{"type":"fichier","chemin":"output/actions.xlsx","etat":"créé"}
{"type":"fichier","chemin":"output/actions.json","etat":"créé"}
{"type":"fichier","chemin":"output/calendrier.ics","etat":"créé"}
{"type":"fichier","chemin":"output/robots.txt","etat":"créé"}
{"type":"fichier","chemin":"output/recherche/2026/index.json","etat":"créé"}
{"type":"fichier","chemin":"output/recherche/2026/0.json","etat":"créé"}
{"type":"site","fichier":"meetings/2026/2026-04-14.toml","etat":"absent","raison":"aucune version sans erreur n’en est connue"}
{"type":"bilan","comptes_rendus":1,"en_erreur":1,"sans_pdf":0,"ecrits":21,"inchanges":0,"supprimes":0}

"#]]);
}
