// Each kind of page, served as it will be: it reads well in every view, says nothing on the console, asks no other host, weighs
// little, keeps its tables tables, and prints whole.
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openBrowser } from '../../.ci/lib.js';
import { printedText, printFaults } from '../../.ci/printed.js';
import { sizeFaults, viewFaults } from '../../.ci/views.js';
import { kinds, serve } from './site.mjs';
import { noFault, watchedTab } from './watch.mjs';

/** Bytes, compressed, of a page with all that it needs. */
const MOST = 30_000;
/** What stands between the margins of the sheet, in pixels of 1/96 inch: A4 upright. */
const PAPER_WIDTH = Math.floor(((210 - 2 * 14) / 25.4) * 96);

/** The tests of a site, the output folder given. */
export function judgePages(root) {
  describe(root, () => {
    let browser;
    let server;
    let view;
    before(async () => {
      browser = await openBrowser();
      server = await serve(root);
      view = await watchedTab(browser, new URL(server.address).origin, { scripts: true });
    });
    after(async () => {
      await browser.close();
      server.close();
    });

    for (const [kind, page] of kinds(root)) {
      test(`${kind}: ${page}`, async () => {
        const { tab, faults, inside } = view;
        faults.length = 0;
        server.asked.length = 0;
        await tab.emulateMedia({ media: null });
        await tab.goto(server.address + page, { waitUntil: 'load' });
        noFault([
          ...weightFaults(server.asked),
          ...(await viewFaults(tab)),
          ...(await roleFaults(tab, inside)),
          ...(await paperFaults(tab, await tab.content())),
          ...faults,
        ]);
      });
    }

    test('an address that leads nowhere', async () => {
      const { tab, faults } = view;
      faults.length = 0;
      await tab.goto(`${server.address}1999/rien/ici`, { waitUntil: 'load' });
      const expected = faults.filter((fault) => /^lost: 404 .*\/ici$|^console: .*status of 404/.test(fault));
      if (expected.length !== faults.length || !(await isStyled(tab))) noFault([...faults, 'the page is not as it should be']);
      await tab.locator('main a').click();
      await tab.waitForURL(`${server.address}index.html`);
    });

    test('from a disk', async () => {
      const opened = await watchedTab(browser, 'file:');
      await opened.tab.goto(`file://${path.resolve(root, 'index.html')}`);
      await opened.tab.locator('main article a').first().click();
      await opened.tab.waitForURL(/^file:.*\/index\.html$/);
      noFault((await isStyled(opened.tab)) ? opened.faults : ['the page has lost its style', ...opened.faults]);
      await opened.close();
    });
  });
}

const isStyled = (tab) => tab.evaluate(() => getComputedStyle(document.body).maxWidth !== 'none');

function weightFaults(asked) {
  const weight = asked.reduce((sum, { file, status }) => sum + (status === 200 ? gzipSync(fs.readFileSync(file)).length : 0), 0);
  return weight > MOST ? [`weight: ${weight} bytes`] : [];
}

/** On a phone as on a desk, what the browser tells a screen reader of the tables is what they are. */
async function roleFaults(tab, inside) {
  const faults = [];
  for (const width of [320, 1280]) {
    await tab.setViewportSize({ width, height: 900 });
    const { nodes } = await inside.send('Accessibility.getFullAXTree');
    const told = (...roles) => nodes.filter(({ ignored, role }) => !ignored && roles.includes(role?.value)).length;
    const shown = await tab.evaluate(() => {
      const count = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility()).length;
      return { table: count('table'), row: count('tr'), header: count('th'), cell: count('td') };
    });
    const heard = {
      table: told('table'),
      row: told('row'),
      header: told('columnheader', 'rowheader'),
      cell: told('cell', 'gridcell'),
    };
    for (const part of Object.keys(shown)) {
      if (shown[part] !== heard[part]) faults.push(`roles: ${shown[part]} × ${part}, told ${heard[part]} [${width}]`);
    }
  }
  return faults;
}

/** On paper: all of the page, nothing cut off, and nothing of the menu. */
async function paperFaults(tab, html) {
  const pdf = await tab.pdf({ preferCSSPageSize: true });
  const faults = printFaults(html, pdf);
  if (printedText(pdf).includes('Aller au contenu')) faults.push('printed: the link to the content');
  await tab.emulateMedia({ media: 'print' });
  await tab.setViewportSize({ width: PAPER_WIDTH, height: 1000 });
  faults.push(...(await sizeFaults(tab)).map((fault) => `${fault} [on paper]`));
  const left = await tab.locator('nav:visible, .bandeau:visible, .pied:visible').count();
  if (left > 0) faults.push(`printed: ${left} parts that serve the screen only`);
  return faults;
}
