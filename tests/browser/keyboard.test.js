// Without a mouse: from the home page over the skip link to the latest meeting and to its PDF, the focus in sight at each stop.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from '../../.ci/lib.js';
import { serve, sites } from './site.js';
import { noFault, watchedTab } from './watch.js';

const MOST_STOPS = 60;

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

for (const root of sites()) {
  test(root, async () => {
    const server = await serve(root);
    const { tab, faults, close } = await watchedTab(browser, new URL(server.address).origin);
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
    await close();
    server.close();
  });
}

/** Presses Tab until a stop is the one looked for; each stop on the way must be in sight. */
async function walkTo(tab, isGoal) {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    const stop = await focused(tab);
    if (stop) noFault(sightFaults(stop));
    if (stop && isGoal(stop)) return stop;
    await tab.keyboard.press('Tab');
  }
  return assert.fail(`keyboard: not reached in ${MOST_STOPS} stops`);
}

/** What has the focus now, or nothing at the start of a page. */
const focused = (tab) =>
  tab.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {
      name: element.textContent.trim().slice(0, 40),
      href: element.getAttribute('href') ?? '',
      isInMain: element.closest('main') !== null,
      isRinged: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      isInSight: box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    };
  });

const sightFaults = ({ name, isRinged, isInSight }) => [
  ...(isRinged ? [] : [`keyboard: no ring around « ${name} »`]),
  ...(isInSight ? [] : [`keyboard: « ${name} » has the focus out of sight`]),
];
