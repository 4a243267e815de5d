// How a page looks and reads, from phone to desktop, in light and dark: axe (WCAG 2.2 AA and best practice), nothing wider than
// the window, no clipped text, no table part that lost its role.
import axe from 'axe-core';

const WIDTHS = [320, 768, 1280];
const SCHEMES = ['light', 'dark'];
const viewsOf = (widths) => widths.flatMap((width) => SCHEMES.map((scheme) => ({ width, scheme, name: `${width} ${scheme}` })));

const AXE_OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Off by default in axe, as an experiment; our pages are tables above all.
  rules: { 'td-has-header': { enabled: true } },
  resultTypes: ['violations'],
  preload: false,
};

/**
 * The faults of the page that is open in the tab, each said once, with the views that show it; `more` are looked for too, `without` names
 * the rules of axe that do not hold for what is open.
 */
export async function viewFaults(tab, more = [], { widths = WIDTHS, without = [] } = {}) {
  const views = viewsOf(widths);
  const off = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const axeOptions = { ...AXE_OPTIONS, rules: { ...AXE_OPTIONS.rules, ...off } };
  const seenIn = new Map();
  await tab.evaluate(axe.source);
  for (const { width, scheme, name } of views) {
    await tab.setViewportSize({ width, height: 900 });
    await tab.emulateMedia({ colorScheme: scheme });
    const { violations } = await tab.evaluate((options) => globalThis.axe.run(document, options), axeOptions);
    const found = [
      ...(await sizeFaults(tab)),
      ...(await tab.evaluate(restackFaults)),
      ...(await Promise.all(more.map((faults) => tab.evaluate(faults)))).flat(),
      ...violations.flatMap((v) => v.nodes.map((node) => axeFault(v, node))),
    ];
    for (const fault of found) seenIn.set(fault, [...(seenIn.get(fault) ?? []), name]);
  }
  return [...seenIn].map(
    ([fault, seen]) => `${fault} [${seen.length === views.length ? 'every view' : seen.join(', ')}]`,
  );
}

/** What does not fit in the tab's window as it is now. */
export const sizeFaults = async (tab) => [
  ...(await tab.evaluate(overflowFaults)),
  ...(await tab.evaluate(clippingFaults)),
];

function axeFault(violation, node) {
  const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ');
  return `axe ${violation.id}: ${node.target.join(' ')}: ${why}`;
}

// ---------------------------------------------------------------------------------------------------------------------
// What follows runs inside the page, each function on its own.

/** A table part that is not displayed as one loses its meaning in some browsers, unless its role is written out. */
function restackFaults() {
  const parts = [...document.querySelectorAll('table, tr, th, td')].filter((part) => {
    const { display } = getComputedStyle(part);
    return display !== 'none' && !display.includes('table') && !part.hasAttribute('role');
  });
  return [...new Set(parts.map((part) => part.localName))].map(
    (name) => `table: <${name}> is not displayed as a table part and has no explicit role`,
  );
}

function overflowFaults() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const culprits = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1,
  );
  // The innermost one is the cause, those around it only stretch.
  const innermost = culprits.filter((element) => !culprits.some((other) => other !== element && element.contains(other)));
  const names = innermost.slice(0, 3).map((e) => `<${e.localName}> « ${e.textContent.trim().slice(0, 30)} »`);
  return [`overflow: the page is wider than the window: ${names.join(', ') || 'cause unknown'}`];
}

/** Text that stands outside the window, or outside a box that cuts it off, with no way to scroll to it. */
function clippingFaults() {
  const windowWidth = document.documentElement.clientWidth;

  // Text for screen readers is put out of sight on purpose: out of the flow, and tiny, cut to nothing or far away.
  const isHiddenOnPurpose = (box, style) =>
    /absolute|fixed/.test(style.position) &&
    (box.width <= 1 || box.height <= 1 || style.clipPath !== 'none' || style.clip !== 'auto' ||
      box.right <= 0 || box.bottom + window.scrollY <= 0);

  const isClipped = (textNode) => {
    const range = document.createRange();
    range.selectNodeContents(textNode);
    const lines = [...range.getClientRects()].filter((line) => line.width > 0);
    const sticksOut = ({ left, right }) => lines.some((line) => line.left < left - 1 || line.right > right + 1);
    // A line's box is taller than its letters: allow a quarter of it.
    const sticksOutBelowOrAbove = ({ top, bottom }) =>
      lines.some((line) => line.top < top - line.height / 4 || line.bottom > bottom + line.height / 4);

    let clipped = false;
    let [inX, inY] = [true, true]; // until a box is met that scrolls that way: what sticks out of it can be reached
    for (let element = textNode.parentElement; element; element = element.parentElement) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (isHiddenOnPurpose(box, style)) return false;
      if (inX && /hidden|clip/.test(style.overflowX)) clipped ||= sticksOut(box);
      if (inY && /hidden|clip/.test(style.overflowY)) clipped ||= sticksOutBelowOrAbove(box);
      inX &&= !/auto|scroll/.test(style.overflowX);
      inY &&= !/auto|scroll/.test(style.overflowY);
    }
    return clipped || (inX && sticksOut({ left: 0, right: windowWidth }));
  };

  const faults = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = texts.nextNode()); ) {
    const text = node.data.trim();
    if (text !== '' && isClipped(node)) faults.push(`clipped: <${node.parentElement.localName}> « ${text.slice(0, 40)} »`);
  }
  return faults;
}

/** A word of the table of themes that goes on in the next line without a hyphen, though it is short enough for its column. */
export function cutWordFaults() {
  const MOST_LETTERS = 13; // « Responsables », « développement »; what is longer may be a name of a file.
  const faults = [];
  for (const cell of document.querySelectorAll('.themes :is(th, td)')) {
    const isHiddenOnPurpose = getComputedStyle(cell.closest('thead') ?? cell).clipPath !== 'none';
    if (isHiddenOnPurpose) continue;
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node; (node = texts.nextNode()); ) {
      // An address may be cut anywhere: a word stands between spaces and marks.
      for (const { 0: word, index } of node.data.matchAll(/(?<![^\s(«"’])[\p{L}\p{N}]+(?![^\s)»".,;:!?…’])(?![.:]\S)/gu)) {
        if (word.length > MOST_LETTERS) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top)));
        if (lines.size > 1) faults.push(`cut: <${cell.localName}> « ${word} »`);
      }
    }
  }
  return [...new Set(faults)];
}
