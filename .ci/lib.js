// What the judges share: finding the files, one browser for all pages, the words of a page, and the verdict.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import * as parse5 from 'parse5';

const AT_ONCE = 2;

/** The folder named on the command line, or an end with a word on how to use the judge. */
export function rootArgument() {
  const [root, ...rest] = process.argv.slice(2);
  if (!root || rest.length > 0) stop(`usage: ${path.basename(process.argv[1])} FOLDER`);
  if (!fs.existsSync(root)) stop(`no such folder: ${root}`);
  return root;
}

/** The address of a file as the browser knows it. */
export const fileUrl = (file) => pathToFileURL(path.resolve(file)).href;

export function stop(message) {
  console.error(message);
  process.exit(2);
}

/** Every file below `root` whose name matches, in a fixed order. */
export function findFiles(root, pattern) {
  return fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Runs `check(file)`, which returns a list of faults, on each file; prints the faults and the count and sets the exit
 * code. Nothing to judge is a failure too: else a wrong folder would look like a success.
 */
export async function judge(files, check) {
  const verdicts = new Map();
  const queue = [...files];
  const worker = async () => {
    for (let file; (file = queue.shift()); ) {
      verdicts.set(file, await check(file).catch((error) => [`the judge could not finish: ${error.message}`]));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));

  const failed = files.filter((file) => verdicts.get(file).length > 0);
  for (const file of failed) {
    console.log(`FAIL ${file}`);
    for (const fault of verdicts.get(file)) console.log(`  ${fault}`);
  }
  if (files.length === 0) console.log('nothing to judge was found');
  console.log(`${files.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length > 0 || files.length === 0 ? 1 : 0;
}

/** The same in a browser: `check(tab, file)` is given a tab to open the file in. */
export async function judgeInBrowser(files, check) {
  if (files.length === 0) return judge(files);
  await withBrowser(async (browser) => {
    // A tab is used again for the next file: a new one costs more than many a verdict. One that failed is given up.
    const idle = [];
    await judge(files, async (file) => {
      const tab = idle.pop() ?? (await newTab(browser));
      const faults = await check(tab, file);
      idle.push(tab);
      return faults;
    });
  });
}

/** A browser with a new, empty profile, which Playwright removes at the end. */
export const openBrowser = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true, // adds --headless
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** One browser for all pages. */
export async function withBrowser(work) {
  const browser = await openBrowser();
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A tab that reaches no network: what a document asks for beyond files is refused (and seen by `judge-html`). */
export async function newTab(browser) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await context.route(/^(?!file:)/, (route) => route.abort());
  return context.newPage();
}

// ---------------------------------------------------------------------------------------------------------------------
// Text

const BLOCKS = new Set(
  `address article aside blockquote body br caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5
   h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);
const NEVER_TEXT = new Set(['head', 'script', 'style', 'template']);

export const parseHtml = (html) => parse5.parse(html);

export function elements(node, name) {
  const below = (node.childNodes ?? []).flatMap((child) => elements(child, name));
  return node.tagName === name ? [node, ...below] : below;
}

const attribute = (node, name) => node.attrs?.find((a) => a.name === name)?.value;

/** What serves the screen or its reader alone, such as the name of a table or a list of choices: no other format has to repeat it. */
export const isScreenOnly = (node) =>
  ['nav', 'caption', 'select'].includes(node.tagName) || attribute(node, 'hidden') !== undefined || attribute(node, 'aria-hidden') === 'true';

/** The record's own part of a page: `<main>`, else `<article>`, else nothing. */
export const mainPart = (document) => elements(document, 'main')[0] ?? elements(document, 'article')[0];

/** The row that names the columns of a table. */
export const isHeaderRow = (node) => {
  const cells = (node.childNodes ?? []).filter((child) => child.tagName);
  return node.tagName === 'tr' && cells.every((cell) => cell.tagName === 'th');
};

/** The text of a node as a list of blocks: one for each paragraph, item, cell, heading or line. */
export function textBlocks(node, isLeftOut = () => false) {
  const blocks = [''];
  const walk = (node) => {
    if (NEVER_TEXT.has(node.tagName) || isLeftOut(node)) return;
    if (node.nodeName === '#text') blocks[blocks.length - 1] += node.value;
    const isBlock = BLOCKS.has(node.tagName);
    if (isBlock) blocks.push('');
    for (const child of node.childNodes ?? []) walk(child);
    if (isBlock) blocks.push('');
  };
  walk(node);
  return blocks.map((block) => block.replace(/\s+/g, ' ').trim()).filter((block) => block !== '');
}

/**
 * The words of a text, and the few signs that carry meaning. Spaces of all kinds, punctuation, capitals, ligatures and
 * soft hyphens are layout. Digits and letters part (« 1er » is two words), since raised letters may be set apart.
 */
export const wordsOf = (text) =>
  text
    .normalize('NFKC')
    .replaceAll('\u00ad', '')
    .toLocaleLowerCase('fr')
    .match(/\p{N}+|[\p{L}\p{M}]+|[%‰€$°+=<>&]/gu) ?? [];
