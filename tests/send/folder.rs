//! The folder: the same bytes again, and nothing of the user's is touched.

use snapbox::str;

use super::{APRIL, sent, series};

const FOLDER: &str = "circulation/2026-04-14";

#[test]
fn a_second_run_writes_nothing() {
    let project = sent(series(), "2026-04-14");
    let files = project.files(FOLDER);
    let before: Vec<Vec<u8>> = files
        .iter()
        .map(|file| project.bytes(&format!("{FOLDER}/{file}")))
        .collect();
    project.make_old(FOLDER);
    project.run(["send", "2026-04-14"]).is(str![[r#"
code 0
── stderr
7 fichiers de circulation/2026-04-14 étaient déjà ainsi.
message.eml⍽: 3 destinataires en copie cachée.
Sans adresse dans contacts.toml, donc sans destinataire⍽: Mercy Corps.
Rien n’est envoyé⍽: ouvrez message.eml dans votre logiciel de courriel, relisez, puis envoyez.

"#]]);
    assert_eq!(project.rewritten(FOLDER), "");
    let after: Vec<Vec<u8>> = files
        .iter()
        .map(|file| project.bytes(&format!("{FOLDER}/{file}")))
        .collect();
    assert!(before == after);
    // Nor does it depend on the folder or on the machine.
    let other = sent(series(), "2026-04-14");
    for (file, bytes) in files.iter().zip(&before) {
        assert!(other.bytes(&format!("{FOLDER}/{file}")) == *bytes, "{file}");
    }
}

#[test]
fn what_the_user_wrote_stays() {
    let project = series()
        .file(&format!("{FOLDER}/message.eml"), "À moi.")
        .file(&format!("{FOLDER}/notes.txt"), "À moi aussi.");
    project.run(["send", "2026-04-14"]).is(str![[r#"
code 0
── stdout
circulation/2026-04-14/compte-rendu-2026-04-14.pdf
circulation/2026-04-14/court.txt
circulation/2026-04-14/par-responsable/acted.eml
circulation/2026-04-14/par-responsable/mercy-corps.eml
circulation/2026-04-14/par-responsable/mme-awa-sow.eml
circulation/2026-04-14/par-responsable/pnud.eml
── stderr
avis⍽: circulation/2026-04-14/message.eml n’est pas tel que greffier l’a fait, et reste ainsi⍽; pour l’avoir de nouveau, supprimez-le et relancez
Sans adresse dans contacts.toml, donc sans destinataire⍽: Mercy Corps.
Rien n’est envoyé⍽: ouvrez message.eml dans votre logiciel de courriel, relisez, puis envoyez.

"#]]);
    assert_eq!(project.read(&format!("{FOLDER}/message.eml")), "À moi.");
    assert_eq!(project.read(&format!("{FOLDER}/notes.txt")), "À moi aussi.");
    // What was made and then changed is the user's too.
    project.write(&format!("{FOLDER}/court.txt"), "Relu.");
    project.write(
        "meetings/2026/2026-04-14.toml",
        &APRIL.replace("invitations", "lettres"),
    );
    let project = sent(project, "2026-04-14");
    assert_eq!(project.read(&format!("{FOLDER}/court.txt")), "Relu.");
    assert_eq!(project.read(&format!("{FOLDER}/message.eml")), "À moi.");
}

#[test]
fn what_goes_out_no_more_goes() {
    let project = series().file(
        "meetings/2026/2026-04-14.toml",
        &APRIL.replacen('\n', "\netat = \"projet\"\n", 1),
    );
    let project = sent(project, "2026-04-14");
    assert!(
        project
            .path(&format!("{FOLDER}/compte-rendu-2026-04-14-projet.pdf"))
            .exists()
    );
    assert!(
        project
            .path(&format!("{FOLDER}/par-responsable/pnud.eml"))
            .exists()
    );
    project.write(
        "meetings/2026/2026-04-14.toml",
        &APRIL.replace(", \"UNDP\"", ""),
    );
    project.run(["send", "2026-04-14"]).is(str![[r#"
code 0
── stdout
circulation/2026-04-14/compte-rendu-2026-04-14.pdf
circulation/2026-04-14/message.eml
circulation/2026-04-14/court.txt
── stderr
compte-rendu-2026-04-14-projet.pdf ne part plus⍽: retiré.
par-responsable/pnud.eml ne part plus⍽: retiré.
3 fichiers de circulation/2026-04-14 étaient déjà ainsi.
message.eml⍽: 3 destinataires en copie cachée.
Sans adresse dans contacts.toml, donc sans destinataire⍽: Mercy Corps.
Rien n’est envoyé⍽: ouvrez message.eml dans votre logiciel de courriel, relisez, puis envoyez.

"#]]);
    assert_eq!(
        project.tree(FOLDER),
        "compte-rendu-2026-04-14.pdf\ncourt.txt\nmessage.eml\npar-responsable/acted.eml\npar-responsable/mercy-corps.eml\npar-responsable/mme-awa-sow.eml\n"
    );
}

/// A list that somebody wrote leads nowhere else.
#[test]
fn the_list_reaches_nothing_outside() {
    let project = sent(series(), "2026-04-14");
    let list = project.read(&format!("{FOLDER}/.greffier"));
    let line = list
        .lines()
        .find(|line| line.ends_with(" message.eml"))
        .unwrap();
    let hash = line.split(' ').next().unwrap();
    project.write("outside.eml", "");
    std::fs::copy(
        project.path(&format!("{FOLDER}/message.eml")),
        project.path("outside.eml"),
    )
    .unwrap();
    project.write(
        &format!("{FOLDER}/.greffier"),
        &format!("{list}{hash} ../../outside.eml\n"),
    );
    let project = sent(project, "2026-04-14");
    assert!(project.path("outside.eml").exists());
}

/// Neither is what goes out built, nor does it change what is.
#[test]
fn the_output_is_as_it_was() {
    let project = series().build();
    project.make_old("output");
    let project = sent(project, "2026-04-14");
    let project = project.build();
    assert_eq!(project.rewritten("output"), "");
    assert!(
        project
            .files("output")
            .iter()
            .all(|file| !file.ends_with(".eml"))
    );
}

#[test]
fn a_heavy_message_is_told() {
    let project = series();
    let mut noise: Vec<u8> = Vec::new();
    let mut state: u32 = 1;
    for _ in 0..700 * 700 * 3 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        noise.push((state >> 24) as u8);
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 700, 700);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&noise).unwrap();
    writer.finish().unwrap();
    std::fs::write(project.path("logo.png"), file).unwrap();
    project.write("greffier.toml", "logo = \"logo.png\"\n");
    let run = project.run(["send", "2026-04-14"]);
    assert_eq!(run.code, 0, "{}", run.text());
    assert!(run.text().contains("message.eml pèse 2"), "{}", run.text());
}
