// `greffier serve`, as who writes sees it: an edit shows by itself and the page stays where it was; a fault is told over the last
// good page and goes when it is mended; the PDF in its viewer follows.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, test } from 'node:test';
import { openBrowser } from '../../.ci/lib.js';
import { draft } from './project.mjs';
import { noFault, watchedTab } from './watch.mjs';

const RECORD = 'meetings/2026/2026-07-01.toml';
const themes = Array.from({ length: 40 }, (_, theme) => `[[themes]]\ntitre = "Thème ${theme}"\n`).join('');
const record = (place) => `date = 2026-07-01\nlieu = "${place}"\n${themes}`;

const project = draft().write(RECORD, record('à Gao'));
let server;
let browser;
let address;
before(async () => {
  server = spawn(process.env.GREFFIER, ['serve', '--port', '0'], { cwd: project.folder, stdio: ['ignore', 'pipe', 'ignore'] });
  address = await new Promise((resolve, reject) => {
    let said = '';
    server.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const found = said.match(/http:\/\/\S+\//);
      if (found) resolve(found[0]);
    });
    server.on('exit', () => reject(new Error(`serve ended; it said: ${said}`)));
  });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  server.kill();
  project.remove();
});

/** A tab where the program's own script may run, as it is in no published page. */
const open = () => watchedTab(browser, new URL(address).origin, { scripts: true });

const shows = (tab, text) => tab.getByText(text).first().waitFor({ timeout: 10_000 });

test('an edit, a fault and its mending', async () => {
  const { tab, faults, close } = await open();
  await tab.goto(`${address}2026/2026-07-01/`);
  await shows(tab, 'à Gao');
  await tab.evaluate(() => scrollTo(0, 600));

  project.write(RECORD, record('à Tombouctou'));
  await tab.locator('text=à Tombouctou').first().waitFor({ state: 'attached', timeout: 10_000 });
  await tab.waitForFunction(() => scrollY === 600, null, { timeout: 5000 });

  project.write(RECORD, record('à Kidal').replace('date = 2026-07-01', 'date = 2026-47-01'));
  const banner = tab.getByRole('alert');
  await banner.waitFor({ timeout: 10_000 });
  assert.match(await banner.textContent(), /2026-07-01\.toml/);
  await shows(tab, 'à Tombouctou');

  project.write(RECORD, record('à Kidal'));
  await shows(tab, 'à Kidal');
  await banner.waitFor({ state: 'detached', timeout: 10_000 });
  noFault(faults);
  await close();
});

test('the PDF in its viewer', async () => {
  const { tab, faults, close } = await open();
  await tab.goto(`${address}2026/2026-07-01/`);
  await tab.locator('a[href$=".pdf"]').first().click();
  await tab.waitForURL(/\.pdf\?apercu$/);
  const first = await tab.evaluate(() => performance.timeOrigin);
  project.write(RECORD, record('à Ménaka'));
  await tab.waitForFunction((first) => performance.timeOrigin > first, first, { timeout: 10_000 });
  noFault(faults);
  await close();
});
