//! `greffier init`: a project that builds at once; what is there stays.

use snapbox::str;

use crate::common::{Project, png, same};

#[test]
fn in_an_empty_folder() {
    let project = Project::empty();
    project.run(["init"]).is(str![[r#"
code 0
── stdout
greffier.toml
compte-rendu.schema.json
greffier.schema.json
style.schema.json
meetings/2026/2026-03-17.toml
── stderr
Complétez greffier.toml, puis lancez «⍽greffier build⍽».

"#]]);
    same(
        &project.tree(""),
        str![[r#"
compte-rendu.schema.json
greffier.schema.json
greffier.toml
meetings/2026/2026-03-17.toml
style.schema.json

"#]],
    );
    project.run(["check", "--strict"]).is(str![[r#"
code 0
── stderr
1 compte rendu vérifié⍽: aucune erreur.

"#]]);
    project.run(["build"]).is(str![[r#"
code 0
── stderr
1 compte rendu dans output⍽: 28 fichiers créés.

"#]]);
}

#[test]
fn twice() {
    let project = Project::empty();
    project.run(["init"]);
    project.make_old("");
    project.run(["init"]).is(str![[r#"
code 0
── stderr
greffier.toml existe déjà⍽: il est laissé tel quel.
compte-rendu.schema.json existe déjà⍽: il est laissé tel quel.
greffier.schema.json existe déjà⍽: il est laissé tel quel.
style.schema.json existe déjà⍽: il est laissé tel quel.
Complétez greffier.toml, puis lancez «⍽greffier build⍽».

"#]]);
    assert_eq!(project.rewritten(""), "");
}

#[test]
fn in_a_folder_that_does_not_exist() {
    let project = Project::empty();
    project
        .run(["init", "clusters/relèvement rapide"])
        .is(str![[r#"
code 0
── stdout
clusters/relèvement rapide/greffier.toml
clusters/relèvement rapide/compte-rendu.schema.json
clusters/relèvement rapide/greffier.schema.json
clusters/relèvement rapide/style.schema.json
clusters/relèvement rapide/meetings/2026/2026-03-17.toml
── stderr
Allez dans clusters/relèvement rapide, complétez greffier.toml, puis lancez «⍽greffier build⍽».

"#]]);
    same(
        &project.tree(""),
        str![[r#"
clusters/relèvement rapide/compte-rendu.schema.json
clusters/relèvement rapide/greffier.schema.json
clusters/relèvement rapide/greffier.toml
clusters/relèvement rapide/meetings/2026/2026-03-17.toml
clusters/relèvement rapide/style.schema.json

"#]],
    );
    let run = project
        .greffier(["build"])
        .within("clusters/relèvement rapide")
        .run();
    assert_eq!(run.code, 0, "{}", run.text());
}

/// Records that are there are the project's: no example among them.
#[test]
fn beside_records() {
    let project = Project::of_dates(&["2026-05-12"]).file("greffier.toml", "titre = \"Relevé\"\n");
    project.run(["init"]).is(str![[r#"
code 0
── stdout
compte-rendu.schema.json
greffier.schema.json
style.schema.json
── stderr
greffier.toml existe déjà⍽: il est laissé tel quel.
Complétez greffier.toml, puis lancez «⍽greffier build⍽».

"#]]);
    same(
        &project.tree(""),
        str![[r#"
compte-rendu.schema.json
greffier.schema.json
greffier.toml
meetings/2026/2026-05-12.toml
style.schema.json

"#]],
    );
    assert_eq!(project.read("greffier.toml"), "titre = \"Relevé\"\n");
}

#[test]
fn where_a_file_is_in_the_way() {
    Project::empty()
        .file("projet", "x")
        .run(["init", "projet"])
        .is(str![[r#"
code 2
── stderr
erreur⍽: impossible de créer le dossier projet⍽: il existe déjà

"#]]);
}

#[test]
fn the_configuration_explains_itself() {
    let project = Project::empty();
    project.run(["init"]);
    same(
        &project.read("greffier.toml"),
        str![[r##"
#:schema greffier.schema.json
# Ce que partagent toutes les réunions de la série. Retirez le « # » d’une ligne pour qu’elle compte.

# Le nom de l’instance qui se réunit, seul, puis tel qu’il suit « la réunion ».
instance = "Cluster Relèvement Rapide"
instance_avec_de = "du Cluster Relèvement Rapide"

# Ce que la série écrit ("compte rendu", "procès-verbal" ou "relevé de décisions"), un autre titre s’il en faut un, et le lieu
# habituel, tel qu’il suit « s’est tenue ».
document = "compte rendu"
# titre = "Compte rendu de la réunion"
# lieu = "dans le bureau du PNUD"

# Le début du nom des fichiers à télécharger.
prefixe = "compte-rendu"

# Le fuseau horaire des réunions, pour le calendrier et les flux : un continent et une ville, en anglais.
fuseau = "Africa/Bamako"

# L’adresse où le dossier output est publié.
# adresse_du_site = "https://example.org/comptes-rendus"

# Le logo : une image PNG ou JPEG du dossier du projet, et ce qu’elle montre, pour qui ne la voit pas.
# logo = "logo.png"
# logo_texte = "Cluster Relèvement Rapide"

# La forme. Le sens de la feuille ; une colonne pour les échéances ; qui signe, et où.
# orientation = "paysage"
# colonne_delai = true
# compte_par_categorie = true
# signatures = ["présidence", "rédaction"]
# fait_a = "Bamako"

# Les formules. Orthographe des nombres en lettres : "traditionnelle" ou "1990" ; début des années avant 2000 : "mil" ou "mille".
# orthographe = "traditionnelle"
# millesime = "mil"
# date_d_ouverture = "en lettres"         # ou "en chiffres"
# levee_de_seance = "en chiffres"         # ajoute « la séance est levée à 12 h 30 » ; ou "en lettres"

# L’ordre de la liste des participants : "nom" ou "organisation" ; sans cette ligne, celui du compte rendu.
# tri_des_participants = "organisation"

# Les titres des colonnes et des parties.
# [libelles]
# themes = "Thèmes"
# recommandations = "Recommandations / Commentaires"
# actions = "Points d’action"
# responsables = "Responsable"
# delai = "Délai"
# ordre_du_jour = "Points à l’ordre du jour"
# participants = "Liste des participants"
# annexes = "Annexes"
# signatures = "Signatures"
# presidence = "Présidence de séance"
# redaction = "Secrétariat de séance"

# Le site. Ce qui est publié des personnes ("noms" ou "organisations") ; la couleur des titres et des liens.
# [site]
# participants = "organisations"
# couleur = "#0b5378"

"##]],
    );
    // Every line that is commented out is sound once it counts.
    let text = project.read("greffier.toml");
    let counted: String = text
        .lines()
        .map(|line| {
            let key = line
                .strip_prefix("# ")
                .filter(|rest| rest.starts_with('[') || rest.contains(" = "));
            format!("{}\n", key.unwrap_or(line))
        })
        .collect();
    project.write("greffier.toml", &counted);
    std::fs::write(project.path("logo.png"), png(3, 2)).unwrap();
    let run = project.run(["check", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.text());
}

/// `init .` is `init`: nobody is told to go where they are.
#[test]
fn in_the_folder_that_a_point_names() {
    let [with_point, without] = [vec!["init", "."], vec!["init"]].map(|arguments| {
        let project = Project::empty();
        let invocation = arguments
            .iter()
            .fold(project.greffier([]), |invocation, argument| {
                invocation.argument(argument)
            });
        invocation.run()
    });
    assert_eq!(with_point, without);
}
