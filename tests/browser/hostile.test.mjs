// Records that mean harm, each with its text in every field: in the browser nothing of them runs, with the policy of the pages and
// without it, neither in a page, nor in what the search shows, nor in a feed. `.ci/judge-markdown` does the same for the Markdown.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { findFiles, openBrowser } from '../../.ci/lib.js';
import { Project } from './project.mjs';
import { serve } from './site.mjs';
import { noFault, watchedTab } from './watch.mjs';

// What the texts hold, and readers may look for.
const SOUGHT = ['alert', 'script', 'onerror', 'javascript', '<img src=x onerror=alert(1)>', '"><script>alert(1)</script>'];

let browser;
let server;
const project = new Project();
before(async () => {
  browser = await openBrowser();
  const hostile = path.join(import.meta.dirname, '..', '..', '.ci', 'hostile');
  execFileSync(hostile, [process.env.GREFFIER, project.folder], { stdio: 'pipe' });
  server = await serve(project.output);
});
after(async () => {
  await browser.close();
  server.close();
  project.remove();
});

const watched = (bypassCSP) => watchedTab(browser, new URL(server.address).origin, { scripts: true, bypassCSP });

/** A page takes a tenth of a second, and there are hundreds. What a policy stops is told by the page without it too. */
const oneIn = (number, files) => files.filter((_, index) => index % number === 0);

for (const bypassCSP of [false, true]) {
  const how = bypassCSP ? 'without the policy' : 'under the policy';
  test(`nothing runs ${how}`, async () => {
    const { tab, faults, close } = await watched(bypassCSP);
    const pages = findFiles(server.root, /\.html$/);
    assert.ok(pages.length > 200);
    for (const page of oneIn(bypassCSP ? 2 : 8, pages)) {
      await tab.goto(server.address + path.relative(server.root, page), { waitUntil: 'load' });
      faults.push(...(await tab.evaluate(danger)));
    }
    noFault(faults);
    await close();
  });

  test(`nothing runs among what is found, ${how}`, async () => {
    const { tab, faults, close } = await watched(bypassCSP);
    for (const sought of SOUGHT) {
      await tab.goto(`${server.address}recherche.html?q=${encodeURIComponent(sought)}`);
      await tab.locator('[role="status"]').filter({ hasText: /résultat/ }).waitFor({ timeout: 10000 });
      assert.ok((await tab.locator('#liste a').count()) > 0, sought);
      faults.push(...(await tab.evaluate(danger)));
    }
    noFault(faults);
    await close();
  });

  // A browser shows a feed as its XML, where an element of XHTML or SVG among it would be alive.
  test(`nothing runs in a feed, ${how}`, async () => {
    const { tab, faults, close } = await watched(bypassCSP);
    const feeds = findFiles(server.root, /\.xml$/);
    assert.ok(feeds.length > 2);
    for (const feed of oneIn(8, feeds)) {
      await tab.goto(server.address + path.relative(server.root, feed), { waitUntil: 'load' });
      faults.push(...(await tab.evaluate(dangerOfXml, fs.readFileSync(feed, 'utf8'))));
    }
    noFault(faults);
    await close();
  });
}

/** What could run later: a link, a handler, a picture that no record has. */
function danger() {
  const links = [...document.links].filter((link) => !/^(https?|mailto):$/.test(link.protocol));
  const handlers = [...document.querySelectorAll('*')].filter((e) => e.getAttributeNames().some((name) => name.startsWith('on')));
  const strange = [...document.querySelectorAll('img, svg, iframe, object, script:not([src], [type="application/ld+json"])')];
  return [...links, ...handlers, ...strange].map((element) => `ran: it could: ${element.outerHTML.slice(0, 80)}`);
}

/** What of a feed is neither of its own vocabulary nor text, as XML and as the HTML that a reader of feeds shows. */
function dangerOfXml(xml) {
  const parsed = new DOMParser().parseFromString(xml, 'application/xml');
  const all = [...parsed.querySelectorAll('*')];
  const alive = /\/(xhtml|svg|MathML)$/;
  const strange = all.filter((one) => alive.test(one.namespaceURI) || one.localName === 'parsererror');
  const handlers = all.filter((one) => one.getAttributeNames().some((name) => name.startsWith('on')));
  const links = all.filter((one) => ['href', 'src'].some((name) => /^(javascript|data|vbscript|file):/i.test(one.getAttribute(name) ?? '')));
  const shown = all.filter((one) => one.getAttribute('type') === 'html').flatMap((one) => {
    const content = new DOMParser().parseFromString(one.textContent, 'text/html');
    return [...content.querySelectorAll('script, img, svg, iframe, object, embed, style, link, meta, form, [onerror], [onload]')];
  });
  return [...strange, ...handlers, ...links, ...shown].map((one) => `ran: it could: ${one.outerHTML.slice(0, 80)}`);
}
