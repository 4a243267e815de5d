// What of a page is on the paper that the browser prints.
import { execFileSync } from 'node:child_process';
import { isScreenOnly, mainPart, parseHtml, textBlocks, wordsOf } from './lib.js';

// Words from this length on are also looked for broken in two without a hyphen, as addresses are.
const BREAKABLE = 6;

/** Each word of the page's `<main>` that is missing on the paper, as a fault. */
export function printFaults(html, pdf) {
  const main = mainPart(parseHtml(html));
  if (!main) return ['neither <main> nor <article>'];
  const blocks = textBlocks(main, isScreenOnly);
  if (blocks.length === 0) return ['no text in <main>'];
  return missingWords(blocks, wordCounter(printedText(pdf)));
}

export const printedText = (pdf) =>
  execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' });

/** How often a word is on paper, whether or not a line end cut it. */
function wordCounter(text) {
  const lineEndHyphen = /[-\u2010\u00ad]\s*\n\s*/g;
  const tally = (words) => words.reduce((counts, word) => counts.set(word, (counts.get(word) ?? 0) + 1), new Map());
  const asPrinted = tally(wordsOf(text)); // « sous-↵cluster » as two words
  const joined = tally(wordsOf(text.replace(lineEndHyphen, ''))); // « coordina-↵tion » as one
  const unspaced = wordsOf(text.replace(lineEndHyphen, '').replace(/\s+/g, '')).join('');
  return (word) =>
    Math.max(
      asPrinted.get(word) ?? 0,
      joined.get(word) ?? 0,
      word.length >= BREAKABLE ? unspaced.split(word).length - 1 : 0,
    );
}

function missingWords(blocks, onPaper) {
  const needed = new Map(); // word → the blocks that hold it
  for (const block of blocks) {
    for (const word of wordsOf(block)) needed.set(word, [...(needed.get(word) ?? []), block]);
  }
  return [...needed]
    .filter(([word, where]) => onPaper(word) < where.length)
    .map(([word, where]) => {
      const numbers = `${where.length} in the page, ${onPaper(word)} on paper`;
      return `not printed: « ${word} » (${numbers}), as in « ${where[0].slice(0, 60)} »`;
    });
}
