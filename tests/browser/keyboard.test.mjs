// Without a mouse: from the home page over the skip link to the latest meeting and to its PDF, the focus in sight at each stop.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from '../../.ci/lib.js';
import { focused, sightFaults, walkTo } from './keyboard.mjs';
import { serve, sites } from './site.mjs';
import { noFault, watchedTab } from './watch.mjs';

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

for (const root of sites()) {
  test(root, async (t) => {
    const server = await serve(root);
    t.after(server.close);
    const { tab, faults } = await watchedTab(browser, new URL(server.address).origin);
    await tab.goto(server.address);

    await tab.keyboard.press('Tab');
    const first = await focused(tab);
    assert.equal(first.href, '#contenu', 'keyboard: the first stop is not the link to the content');
    noFault(sightFaults(first));
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Tab');
    assert.ok((await focused(tab)).isInMain, 'keyboard: the link to the content does not lead there');

    const meeting = await walkTo(tab, (stop) => stop.isInMain && stop.href.endsWith('/index.html'));
    await tab.keyboard.press('Enter');
    await tab.waitForURL(new URL(meeting.href, server.address).href);

    const file = await walkTo(tab, (stop) => /\.(pdf|md)$/.test(stop.href));
    server.asked.length = 0;
    await tab.keyboard.press('Enter');
    const isSent = () => server.asked.some(({ status, path }) => status === 200 && path.endsWith(file.href));
    for (let waited = 0; !isSent() && waited < 50; waited++) await new Promise((resolve) => setTimeout(resolve, 100));
    assert.ok(isSent(), `keyboard: ${file.href} was not asked for`);
    noFault(faults);
  });
}
