// Records that mean harm: in the browser, nothing of them runs, with the policy of the pages and without it.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { findFiles, openBrowser } from '../../.ci/lib.js';
import { Project, quoted } from './project.mjs';
import { serve } from './site.mjs';
import { noFault, watchedTab } from './watch.mjs';

const TEXTS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  '</script><script>alert(2)</script>',
  '</title><script>alert(3)</script>',
  'javascript:alert(1)',
  '[clic](javascript:alert(1)) <javascript:alert(1)> [clic](data:text/html,<script>alert(1)</script>)',
  '{{ titre }} {% raw %} {{ 7 * 7 }}',
  "=cmd|' /C calc'!A0",
  ']]><!-- &lt;script&gt;alert(1)&lt;/script&gt; -->',
  'un nom\r\nContent-Type: text/html\r\n\r\n<script>alert(4)</script>',
];

let browser;
let server;
const project = new Project();
before(async () => {
  browser = await openBrowser();
  project.write(
    'greffier.toml',
    `instance = "C <script>alert(5)</script>"\nadresse_du_site = "https://example.org/crr"\ntitre = "</script><b>T"\n`,
  );
  for (const [index, text] of TEXTS.entries()) {
    project.write(`meetings/2026/2026-03-${10 + index}.toml`, record(10 + index, quoted(text)));
  }
  server = await serve(project.build('html').output);
});
after(async () => {
  await browser.close();
  server.close();
  project.remove();
});

const record = (day, text) => `date = 2026-03-${day}
lieu = ${text}
ordre_du_jour = [ ${text} ]
participants = [ { nom = ${text}, organisation = ${text} } ]
[[themes]]
titre = ${text}
discussion = ${text}
recommandations = [ ${text} ]
[[themes.actions]]
texte = ${text}
responsables = [ ${text} ]
echeance = ${text}
[[themes.actions]]
texte = "jour"
responsables = [ ${text} ]
echeance = 2026-04-01
[prochaine_reunion]
date = 2026-04-14
lieu = ${text}
accueil = ${text}
`;

for (const bypassCSP of [false, true]) {
  test(bypassCSP ? 'nothing runs without the policy' : 'nothing runs', async () => {
    const { tab, faults, close } = await watchedTab(browser, new URL(server.address).origin, { scripts: true, bypassCSP });
    const pages = findFiles(server.root, /\.html$/);
    assert.ok(pages.length > TEXTS.length);
    for (const page of pages) {
      await tab.goto(server.address + path.relative(server.root, page), { waitUntil: 'load' });
      faults.push(...(await tab.evaluate(danger)));
    }
    noFault(faults);
    await close();
  });
}

/** What could run later: a link, a handler, a picture that no record has. */
function danger() {
  const links = [...document.links].filter((link) => !/^https?:$/.test(link.protocol));
  const handlers = [...document.querySelectorAll('*')].filter((e) => e.getAttributeNames().some((name) => name.startsWith('on')));
  const strange = [...document.querySelectorAll('img, svg, iframe, object, script:not([src], [type="application/ld+json"])')];
  return [...links, ...handlers, ...strange].map((element) => `ran: it could: ${element.outerHTML.slice(0, 80)}`);
}
