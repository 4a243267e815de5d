// Projects of the tests' own, in a folder of their own.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A text as TOML: a JSON text is one. */
export const quoted = JSON.stringify;

export class Project {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'greffier-'));
  output = path.join(this.folder, 'output');

  write(name, content) {
    const file = path.join(this.folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
    return this;
  }

  build(formats = 'html,md,pdf') {
    execFileSync(process.env.GREFFIER, ['build', '--formats', formats], { cwd: this.folder, stdio: 'pipe' });
    return this;
  }

  remove() {
    fs.rmSync(this.folder, { recursive: true });
  }
}

const LOGO = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';

/** One draft with a column of due days, in a series that uses each setting that changes a page. */
export const draft = () =>
  new Project()
    .write('logo.png', Buffer.from(LOGO, 'base64'))
    .write('greffier.toml', SETTINGS)
    .write('meetings/2026/2026-07-01.toml', DRAFT);

/** The same with a year on several pages. */
export function fullProject() {
  const project = draft();
  const themes = (day) =>
    Array.from({ length: 12 }, (_, theme) => {
      const words = Array.from({ length: 20 }, (_, word) => ((day * 7919 + theme * 104729 + word * 1299709) % 46656).toString(36));
      return `[[themes]]\ntitre = "Thème ${words.join(' ')}"\n`;
    }).join('');
  for (let month = 1; month <= 6; month++) {
    for (let day = 1; day <= 28; day++) {
      const date = `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      project.write(`meetings/2026/${date}.toml`, `date = ${date}\n${themes(month * 28 + day)}`);
    }
  }
  return project.build();
}

const SETTINGS = `instance = "Cluster Relèvement Rapide"
adresse_du_site = "https://example.org/clusters/crr"
logo = "logo.png"
orientation = "paysage"
colonne_delai = true
signatures = ["présidence", "rédaction"]
fait_a = "Bamako"
[site]
couleur = "#7a3b00"
`;

const DRAFT = `date = 2026-07-01
debut = 09:30:00
etat = "projet"
mode = "hybride"
presidence = { nom = "Aminata Coulibaly", fonction = "coordinatrice", organisation = "PNUD" }
redaction = [ { role = "Rédigé par", nom = "Modibo Traoré", fonction = "chargé de la gestion de l’information" } ]
ordre_du_jour = ["Relance à Gao"]
participants = [ { nom = "Aminata Coulibaly", organisation = "PNUD" }, { nom = "Issa N’Diaye", organisation = "Mercy Corps" } ]
[[themes]]
titre = "Relance à Gao"
point = 1
discussion = "Les échanges ont porté sur la relance."
recommandations = ["Se réunir à Gao."]
[[themes.actions]]
texte = "Partager les TDR"
responsables = ["ACTED", "OIM"]
echeance = 2026-07-31
statut = "en cours"
[[themes.actions]]
texte = "Prévenir les autorités régionales"
responsables = ["PNUD"]
echeance = "immédiat"
[prochaine_reunion]
date = 2026-08-05
lieu = "au bureau d’ONU Femmes"
accueil = "ONU Femmes"
`;
