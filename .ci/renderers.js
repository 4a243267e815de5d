// The Markdowns that people use, each with all that it can be talked into: raw HTML, bare addresses, tables, boxes of tasks.
import { execFile } from 'node:child_process';
import { Parser, HtmlRenderer } from 'commonmark';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import showdown from 'showdown';

const markdownIt = new MarkdownIt({ html: true, linkify: true });
const commonmark = { parser: new Parser(), renderer: new HtmlRenderer({ safe: false }) };
const firstKind = new showdown.Converter({ simplifiedAutoLink: true, tables: true, strikethrough: true, tasklists: true });
const GITHUB = ['--unsafe', ...['table', 'strikethrough', 'autolink', 'tasklist'].flatMap((name) => ['--extension', name])];

/** GitHub's own program. */
const cmarkGfm = (markdown) =>
  new Promise((resolve, reject) => {
    const program = execFile('cmark-gfm', GITHUB, { maxBuffer: 1e8 }, (error, html) => (error ? reject(error) : resolve(html)));
    program.stdin.end(markdown);
  });

/** `readsAll`: it knows all that we write, so what it renders must say what the page says. The others must run nothing. */
export const RENDERERS = [
  { name: 'markdown-it', readsAll: true, render: (markdown) => markdownIt.render(markdown) },
  { name: 'marked', readsAll: true, render: (markdown) => marked.parse(markdown) },
  { name: 'cmark-gfm', readsAll: true, render: cmarkGfm },
  {
    name: 'micromark',
    readsAll: true,
    render: (markdown) => micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }),
  },
  // No tables.
  { name: 'commonmark.js', readsAll: false, render: (markdown) => commonmark.renderer.render(commonmark.parser.parse(markdown)) },
  // Not CommonMark: what Markdown was before, with its own idea of what a backslash protects.
  { name: 'showdown', readsAll: false, render: (markdown) => firstKind.makeHtml(markdown) },
];
