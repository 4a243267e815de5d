// Searches an index that the program made, with the script of the page and a server that is a folder:
// `cargo build && node --test tests/browser/search.test.mjs`, or GREFFIER=path-of-the-program.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';

const here = import.meta.dirname;
const root = join(here, '../..');
const program = process.env.GREFFIER ?? join(root, 'target/debug/greffier');
// The script has a name of no module kind, as it has on the site.
const source = readFileSync(join(root, 'src/search/recherche.js'));
const script = await import(`data:text/javascript;base64,${source.toString('base64')}`);
const table = JSON.parse(readFileSync(join(root, 'tests/search/words.json'), 'utf8'));

const HOSTILE = '</script><img src=x onerror=alert(1)> {{ titre }} \\" \u2028';
const RECORDS = {
  '2017/2017-02-07': 'titre = "Compte rendu"\n[[themes]]\ntitre = "Les réunions du cluster"\ndiscussion = "Le budget de Kidal."\n',
  '2025/2025-03-18': '[[themes]]\ntitre = "Coordination"\ndiscussion = "La réunion se tient à Gao ; 4 500 000 FCFA, et 12\u202f000 ménages."\n[[themes.actions]]\nid = "tdr"\ntexte = "Partager les TDR de l’atelier"\nresponsables = ["ACTED", "N’Diaye"]\necheance = 2025-04-01\n',
  '2026/2026-04-14': `[[themes]]\nid = "gao"\ntitre = "Relance à Gao : réunion d’évaluation"\ndecisions = ["L’atelier national se tient.", { texte = "Le pont de Bourem est retenu.", numero = "n° 2026-77", vote = { pour = 9, contre = 2, abstentions = 1 } }]\n[[themes]]\ntitre = "${HOSTILE}"\n`,
  '2026/2026-05-12': '[[themes]]\ntitre = "Divers"\ndiscussion = "Une réunion à Gao, et les SGBV/VBG."\n',
  '2024/2024-06-11': '[[participants]]\nnom = "Aïcha O\'Connor"\norganisation = "Croix-Rouge de Côte d\'Ivoire"\n[[themes]]\ntitre = "La 2ème phase"\nrecommandations = ["Distribuer 500 kits à 14h, au XXIème kilomètre"]\ndiscussion = "Le 1er camion part à 9h30 ; 12 500 ménages. Aujourd\'hui, LOrganisation attend."\n',
};

let folder;
let asked;
let read;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'greffier-search-'));
  for (const [address, text] of Object.entries(RECORDS)) {
    const path = join(folder, `meetings/${address}.toml`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `date = ${address.slice(5)}\n${text}`);
  }
  execFileSync(program, ['build', '--formats', 'html'], { cwd: folder, stdio: 'ignore' });
  restart();
});

after(() => rmSync(folder, { recursive: true }));

/** A browser that has read nothing yet. */
function restart() {
  asked = [];
  read = script.reader(async (path) => {
    asked.push(path);
    const text = readFileSync(join(folder, 'output', path.split('?')[0]), 'utf8');
    return { ok: true, json: async () => JSON.parse(text) };
  });
}

async function found(query, year) {
  const all = [];
  for await (const page of script.search(read, query, year)) {
    all.push(...page.hits.map((hit) => ({ ...hit, partial: page.partial })));
  }
  return all;
}

/** What is shown of a hit. */
async function describe(hit) {
  const { libelles } = await read('recherche/annees.json');
  return script.described(await read(`${hit.address}/minutes.json`), hit.anchor, libelles);
}

const places = (hits) => hits.map((hit) => `${hit.address.slice(5)}#${hit.anchor}`);

async function leadsTo(query, ...expected) {
  assert.deepEqual(places(await found(query)), expected, query);
}

test('cuts and folds words as the index does', () => {
  const manifest = JSON.parse(readFileSync(join(folder, 'output/recherche/annees.json'), 'utf8'));
  for (const [text, forms] of table) {
    assert.deepEqual(script.words(text, manifest).map((word) => word.form), forms, JSON.stringify(text));
  }
});

test('finds a word with or without accents, singular or plural, whatever its case', async () => {
  const everywhere = places(await found('évaluation'));
  assert.deepEqual(everywhere, ['2026-04-14#gao']);
  for (const query of ['evaluation', 'ÉVALUATION', 'Évaluations', 'e\u0301valuation', 'l’évaluation', 'd\'evaluation']) {
    await leadsTo(query, ...everywhere);
  }
  const meetings = places(await found('réunion'));
  assert.ok(meetings.includes('2017-02-07#theme-1') && meetings.includes('2025-03-18#theme-1'));
  assert.deepEqual(places(await found('Reunions')), meetings);
});

test('finds what begins with the letters typed', async () => {
  await leadsTo('éval', '2026-04-14#gao');
  await leadsTo('kid', '2017-02-07#theme-1');
});

test('finds a feminine or plural that no record has', async () => {
  await leadsTo('nationales', '2026-04-14#decision-1-1');
  await leadsTo('nationaux', '2026-04-14#decision-1-1');
  await leadsTo('national', '2026-04-14#decision-1-1');
});

test('finds acronyms, numbers and names', async () => {
  await leadsTo('VBG', '2026-05-12#theme-1');
  await leadsTo('sgbv/vbg', '2026-05-12#theme-1');
  await leadsTo('12000', '2025-03-18#theme-1');
  await leadsTo('12 000', '2025-03-18#theme-1');
  await leadsTo('N’Diaye', '2025-03-18#tdr');
  await leadsTo('ndiaye', '2025-03-18#tdr');
  await leadsTo('tdr', '2025-03-18#tdr');
});

test('finds an hour, an ordinal, a number, a name in whatever way it is typed', async () => {
  const point = '2024-06-11#theme-1';
  for (const query of ['9h30', '9 h 30', '09h30', '9:30', '9\u00a0h\u00a030', '2eme', '2ème', '2e', '12500', '12 500', '14h', '14 h', '14h00',
    '1er', '1ᵉʳ', 'XXIe', 'xxieme', '500kits', '500 kits', 'aujourdhui', 'aujourd’hui']) {
    assert.ok(places(await found(query, 2024)).includes(point), query);
    assert.ok((await found(query, 2024)).every((hit) => !hit.partial), query);
  }
  for (const query of ['OConnor', 'oconnor', 'O\'Connor', 'O’Connor', 'connor', 'dIvoire', 'd\'Ivoire', 'divoire', 'Cote dIvoire', 'ivoire']) {
    await leadsTo(query, '2024-06-11#');
  }
  await leadsTo('NDiaye', '2025-03-18#tdr');
  await leadsTo('lorganisation', point);
});

test('a result says its kind', async () => {
  const language = await read('recherche/annees.json');
  const kinds = {
    kidal: 'Point', 'réunion cluster': 'Point', kits: 'Recommandation', bourem: 'Décision n°\u00a02026-77', atelier: 'Décision',
    tdr: 'Action', oconnor: 'Participant', 'juin 2024': 'Réunion',
  };
  for (const [query, kind] of Object.entries(kinds)) {
    const [hit] = await found(query);
    const place = await describe(hit);
    assert.equal(script.best(place, hit.forms, language).kind, kind, query);
  }
});

test('a result says its kind in the words of the series', async () => {
  const { libelles } = await read('recherche/annees.json');
  const own = Object.fromEntries(Object.keys(libelles).map((key) => [key, `Zz-${key}`]));
  const kinds = { kidal: 'Zz-point', kits: 'Zz-recommandation', bourem: 'Zz-decision Zz-numero\u00a02026-77', tdr: 'Zz-action', oconnor: 'Zz-participant' };
  for (const [query, kind] of Object.entries(kinds)) {
    const [hit] = await found(query);
    const place = script.described(await read(`${hit.address}/minutes.json`), hit.anchor, own);
    assert.equal(script.best(place, hit.forms, await read('recherche/annees.json')).kind, kind, query);
  }
});

test('all words must be in one place; headings first, the latest year first', async () => {
  await leadsTo('réunion Gao', '2026-04-14#gao', '2026-05-12#theme-1', '2025-03-18#theme-1');
  assert.ok((await found('réunion de Gao')).every((hit) => !hit.partial));
  assert.deepEqual(places(await found('réunion Gao', 2025)), ['2025-03-18#theme-1']);
});

test('where no place has all words, those that have some are found, and this is told', async () => {
  const hits = await found('Kidal évaluation');
  assert.deepEqual(places(hits), ['2026-04-14#gao', '2017-02-07#theme-1']);
  assert.ok(hits.every((hit) => hit.partial));
});

test('finds nothing where there is nothing', async () => {
  for (const query of ['Tombouctou', '', '   ', 'de la', '’ — !', '\u2028', 'x'.repeat(500)]) await leadsTo(query);
});

test('asks for nothing more than is shown', async () => {
  restart();
  const pages = script.search(read, 'gao', 0);
  await pages.next();
  assert.deepEqual(asked.map((path) => path.split('?')[0]),
    ['recherche/annees.json', 'recherche/2026/index.json', 'recherche/2026/0.json']);
});

test('a lost connection is a fault that a new search may repair', async () => {
  let cut = true;
  const shaky = script.reader(async (path) => {
    if (cut) throw new TypeError('cut');
    return { ok: true, json: async () => JSON.parse(readFileSync(join(folder, 'output', path.split('?')[0]), 'utf8')) };
  });
  await assert.rejects(() => script.search(shaky, 'gao', 0).next());
  cut = false;
  const { value } = await script.search(shaky, 'gao', 0).next();
  assert.equal(value.hits.length, 2);
});

test('a place is shown by its title and by the text around the word found', async () => {
  const language = await read('recherche/annees.json');
  const [hit] = await found('acted');
  const told = await describe(hit);
  assert.equal(told.title, 'Partager les TDR de l’atelier');
  assert.equal(told.where, 'Réunion du 18\u00a0mars 2025, «\u00a0Coordination\u00a0»');
  const best = script.best(told, hit.forms, language);
  assert.equal(best.kind, 'Action');
  assert.deepEqual(script.passage(best.text, hit.forms, language), [
    { text: 'Responsables\u00a0: ', marked: false },
    { text: 'ACTED', marked: true },
    { text: ', N’Diaye', marked: false },
  ]);
});

test('a decision is shown by its text, where it stands and how it was voted', async () => {
  const [hit] = await found('national');
  const told = await describe(hit);
  assert.equal(told.title, 'L’atelier national se tient.');
  assert.equal(told.where, 'Réunion du 14\u00a0avril 2026, «\u00a0Relance à Gao\u00a0: réunion d’évaluation\u00a0»');
  assert.equal(told.kind, 'Décision');
  assert.deepEqual(told.texts, []);
});

test('a decision is found by its place, its number or its vote, and tells its day, its number and its vote', async () => {
  for (const query of ['Bourem', '2026-77', 'abstention pont']) {
    const [hit, ...others] = await found(query);
    assert.deepEqual(places([hit, ...others]), ['2026-04-14#decision-1-2'], query);
    const told = await describe(hit);
    assert.equal(told.title, 'Le pont de Bourem est retenu.');
    assert.equal(told.where,
      'Réunion du 14\u00a0avril 2026, «\u00a0Relance à Gao\u00a0: réunion d’évaluation\u00a0»');
    assert.equal(told.kind, 'Décision n°\u00a02026-77');
    assert.deepEqual(told.texts.map((one) => one.text), ['Adopté par 9 voix pour, 2 contre et 1 abstention.']);
  }
});

test('a passage is cut between words and keeps the word found', () => {
  const language = { courants: [], elisions: ['l'] };
  const text = `${'avant '.repeat(80)}l’atelier ${'après '.repeat(80)}`;
  const pieces = script.passage(text, new Set(['atelier']), language);
  const shown = pieces.map((piece) => piece.text).join('');
  assert.deepEqual(pieces.filter((piece) => piece.marked).map((piece) => piece.text), ['atelier']);
  assert.match(shown, /^…\u00a0avant .*après…$/);
  assert.ok(shown.length < 260, shown);
  const long = 'x'.repeat(1000);
  const whole = script.passage(`${long} atelier`, new Set([long]), language);
  assert.ok(whole.some((piece) => piece.marked && piece.text === long));
});

test('a hostile text is shown as a text', async () => {
  const language = await read('recherche/annees.json');
  const [hit] = await found('onerror');
  const told = await describe(hit);
  const shown = script.passage(told.title, hit.forms, language).map((piece) => piece.text).join('');
  assert.ok(shown.includes('<img src=x onerror=alert(1)>') && shown.includes('{{ titre }}'), shown);
  // The page's part makes elements of texts in one way only.
  assert.doesNotMatch(source.toString(), /innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(/);
});

test('says dates and numbers as French has them', () => {
  assert.equal(script.longDate('2026-03-01'), '1er\u00a0mars 2026');
  assert.equal(script.longDate('2026-12-31'), '31\u00a0décembre 2026');
  assert.equal(script.counted(1), '1\u00a0résultat');
  assert.equal(script.counted(1234567), '1\u202f234\u202f567\u00a0résultats');
});
