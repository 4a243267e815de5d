// What goes out after a meeting, as a mail program shows it on a telephone and on a desk: the message to the members, and each reminder.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { findFiles, openBrowser } from '../../.ci/lib.js';
import { viewFaults } from '../../.ci/views.js';
import { Project } from './project.mjs';
import { noFault, watchedTab } from './watch.mjs';

/** A telephone, and the pane of a mail program. */
const WIDTHS = [360, 700];
/** A message is shown within a program that has its own landmarks. */
const OF_PAGES = ['region', 'landmark-one-main'];

const LONG = 'https://example.org/documents/2026/plan-de-relance-et-de-resilience-des-communes-de-gao-et-de-menaka-version-finale.pdf';

const SERIES = new Project()
  .write('greffier.toml', 'instance = "Cluster Relèvement Rapide"\nadresse_du_site = "https://example.org/crr"\n')
  .write('contacts.toml', '[[organisations]]\nnom = "ACTED"\nadresses = ["acted@example.org"]\n')
  .write(
    'meetings/2026/2026-03-17.toml',
    `date = 2026-03-17
[[themes]]
titre = "Cartographie"
actions = [
  { texte = "Remplir le tableau 3W et l’envoyer à la coordination", responsables = ["ACTED", "Direction régionale du développement social"], echeance = 2026-04-01, statut = "en cours" },
  { texte = "Lire ${LONG}", responsables = ["ACTED"], echeance = "avant la saison des pluies" },
]
`,
  )
  .write(
    'meetings/2026/2026-04-14.toml',
    `date = 2026-04-14
debut = 09:30:00
lieu = "au bureau du PNUD, à Gao"
etat = "projet"
participants = [{ nom = "Mme Awa Sow", organisation = "PNUD" }]
[[suivi]]
action = "2026/2026-03-17#action-1-1"
echeance = 2026-04-10
[[themes]]
titre = "Atelier sur les activités génératrices de revenus"
decisions = ["L’atelier se tiendra **à Gao**, sous réserve de la sécurité.", { numero = "2026-04", texte = "Le budget est adopté : voir ${LONG}.", vote = { pour = 12, contre = 1, abstentions = 2 } }]
actions = [
  { texte = "Envoyer les invitations", responsables = ["Mme Awa Sow", "ACTED"], echeance = 2026-04-30 },
  { numero = "A-7", texte = "Décontingentement des approvisionnements intercommunautaires", responsables = ["Organisation internationale pour les migrations"] },
]
[prochaine_reunion]
date = 2026-05-12
debut = 09:00:00
lieu = "à Gao"
`,
  )
  .write(
    'meetings/2026/2026-05-12.toml',
    `date = 2026-05-12
etat = "convocation"
ordre_du_jour = ["Suivi", { titre = "Feuille de route", presente_par = "PNUD", duree = 40, pour = "décision" }]
`,
  );

for (const meeting of ['2026-04-14', '2026-05-12']) {
  execFileSync(process.env.GREFFIER, ['send', meeting], { cwd: SERIES.folder, stdio: 'pipe' });
}
const folder = path.join(SERIES.folder, 'circulation');
const messages = findFiles(folder, /\.eml$/);

/** The HTML of a message, read by its boundaries. */
function htmlOf(file) {
  const message = fs.readFileSync(file, 'latin1');
  const parts = message.split(/\r\n--[^\r]*\r\n/).filter((part) => /^Content-Type: text\/html/im.test(part));
  assert.equal(parts.length, 1, file);
  const [head, ...lines] = parts[0].split('\r\n\r\n');
  const body = lines.join('\r\n\r\n');
  const encoding = head.match(/^Content-Transfer-Encoding: (\S+)/im)[1].toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

/** Words stay whole, as far as they are not addresses. */
function cutFaults() {
  const faults = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = texts.nextNode()); ) {
    for (const { 0: word, index } of node.data.matchAll(/(?<![\p{L}\p{N}/._-])\p{L}{2,20}(?![\p{L}\p{N}/._-])/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) faults.push(`cut: « ${word} »`);
    }
  }
  return faults;
}

let browser;
let view;
before(async () => {
  browser = await openBrowser();
  view = await watchedTab(browser, 'about:');
});
after(async () => {
  await browser.close();
  SERIES.remove();
});

test('there is a message to all and one to each owner', () => {
  assert.equal(messages.filter((file) => file.endsWith('message.eml')).length, 2);
  assert.ok(messages.length >= 8, messages.join('\n'));
});

for (const file of messages) {
  test(path.relative(folder, file), async () => {
    const { tab, faults } = view;
    faults.length = 0;
    await tab.setContent(htmlOf(file));
    const said = await viewFaults(tab, [cutFaults], { widths: WIDTHS, without: OF_PAGES });
    // Its pictures, to be looked at: `PICTURES=FOLDER`.
    for (const width of process.env.PICTURES ? WIDTHS : []) {
      await tab.setViewportSize({ width, height: 600 });
      const name = `${path.relative(folder, file).replace(/[/.]/g, '-')}-${width}.png`;
      await tab.screenshot({ path: path.join(process.env.PICTURES, name), fullPage: true });
    }
    noFault([...said, ...faults]);
  });
}
