// Walking through a page with the keyboard.
import assert from 'node:assert/strict';
import { noFault } from './watch.mjs';

const MOST_STOPS = 60;

/** Presses Tab until a stop is the one looked for; each stop on the way must be in sight. */
export async function walkTo(tab, isGoal) {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    const stop = await focused(tab);
    if (stop) noFault(sightFaults(stop));
    if (stop && isGoal(stop)) return stop;
    await tab.keyboard.press('Tab');
  }
  return assert.fail(`keyboard: not reached in ${MOST_STOPS} stops`);
}

/** What has the focus now, or nothing at the start of a page. */
export const focused = (tab) =>
  tab.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {
      name: element.textContent.trim().slice(0, 40),
      href: element.getAttribute('href') ?? '',
      isField: element.localName === 'input',
      isInMain: element.closest('main') !== null,
      isRinged: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      isInSight: box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    };
  });

export const sightFaults = ({ name, isRinged, isInSight }) => [
  ...(isRinged ? [] : [`keyboard: no ring around « ${name} »`]),
  ...(isInSight ? [] : [`keyboard: « ${name} » has the focus out of sight`]),
];
