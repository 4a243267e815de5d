// The page that searches, without a mouse: from the home page to a result and on to the PDF; with an accent and without.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileUrl, openBrowser } from '../../.ci/lib.js';
import { viewFaults } from '../../.ci/views.js';
import { walkTo } from './keyboard.mjs';
import { draft } from './project.mjs';
import { serve } from './site.mjs';
import { noFault, watchedTab } from './watch.mjs';

const ACTION = 'Prévenir les autorités régionales';
const project = draft().build();
let browser;
let server;
let view;
before(async () => {
  browser = await openBrowser();
  server = await serve(project.output);
  view = await watchedTab(browser, new URL(server.address).origin, { scripts: true });
});
after(async () => {
  await browser.close();
  server.close();
  project.remove();
});

/** What the page tells at once to who cannot see it. */
const told = (text) => view.tab.locator('[role="status"]').filter({ hasText: text }).waitFor({ timeout: 5000 });

/** The one result, once its meeting is read: until then its link bears the meeting's day. */
async function shown(title) {
  const result = view.tab.locator('#liste a');
  await result.filter({ hasText: title }).waitFor({ timeout: 5000 });
  assert.equal(await result.textContent(), title);
}

test('by the keyboard, to the PDF', async () => {
  const { tab, faults } = view;
  await tab.goto(server.address);
  await walkTo(tab, (stop) => stop.href === 'recherche.html');
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/recherche\.html/);
  await walkTo(tab, (stop) => stop.isField);
  await tab.keyboard.type('regionales');
  await tab.keyboard.press('Enter');
  await told('1 résultat');
  await shown(ACTION);
  noFault(await viewFaults(tab));
  const result = await walkTo(tab, (stop) => stop.isInMain && /index\.html#/.test(stop.href));
  assert.equal(result.name, ACTION);
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/2026-07-01\/index\.html#/);
  assert.ok((await tab.locator(':target').textContent()).includes(ACTION));
  await walkTo(tab, (stop) => stop.href.endsWith('.pdf'));
  noFault(faults);
});

for (const word of ['régionales', 'REGIONALES', 'région']) {
  test(`by an address, « ${word} »`, async () => {
    const { tab, faults } = view;
    await tab.goto(`${server.address}recherche.html?q=${encodeURIComponent(word)}`);
    await told('1 résultat');
    await shown(ACTION);
    noFault(faults);
  });
}

test('a word that no record has', async () => {
  await view.tab.goto(`${server.address}recherche.html?q=hydravion`);
  await told('Aucun résultat');
  assert.equal(await view.tab.locator('#liste a:visible').count(), 0);
  noFault(view.faults);
});

test('opened from the disk, it says how to search', async () => {
  const tab = await (await browser.newContext()).newPage();
  await tab.goto(`${fileUrl(`${project.output}/recherche.html`)}?q=regionales`);
  assert.ok(await tab.locator('#sans-recherche').isVisible());
  assert.match(await tab.locator('#sans-recherche').textContent(), /ouvert.* depuis le disque.*greffier serve/s);
  // What needs no script works: the home page, a year, its meetings.
  await tab.locator('main nav a').first().click();
  await tab.locator('main a[href*="index.html"]').first().click();
  assert.match(tab.url(), /^file:.*\/index\.html/);
  await tab.context().close();
});
