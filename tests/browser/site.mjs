// A site as its readers get it: one page of each kind, served under the folder of its address.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { findFiles } from '../../.ci/lib.js';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.xml': 'application/xml; charset=utf-8',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
};

/** The output folders that `.ci/judge-browser` was given. */
export const sites = () => process.env.SITES.split('\n');

/** One page of each kind, the heaviest of its kind: the kind and the page's path. */
export function kinds(root) {
  const pages = findFiles(root, /(?<!\.print)\.html$/).map((file) => ({
    name: path.relative(root, file),
    size: fs.statSync(file).size,
  }));
  pages.sort((a, b) => b.size - a.size);
  const chosen = new Map();
  const choose = (kind, page) => page && !chosen.has(kind) && chosen.set(kind, page.name);
  for (const page of pages.filter(({ name }) => !name.includes('/'))) {
    choose(page.name.replace(/^responsable-.*/, 'responsable').replace(/\d{4}/, 'année').replace(/-\d+\.html$/, '-suite').replace(/\.html$/, ''), page);
  }
  const meetings = pages.filter(({ name }) => name.includes('/'));
  const holding = (text) => meetings.find(({ name }) => fs.readFileSync(path.join(root, name), 'utf8').includes(text));
  choose('a long meeting', meetings[0]);
  choose('a short meeting', meetings.at(-1));
  choose('a draft', holding('class="projet"'));
  choose('a meeting with due days', holding('avec-delai'));
  return chosen;
}

/** The folder of the site's address, by its own word: `/crr/`; nothing where it has no address. */
function baseOf(root) {
  const home = fs.readFileSync(path.join(root, 'index.html'), 'utf8');
  const canonical = home.match(/<link rel="canonical" href="([^"]*)"/)?.[1];
  return canonical ? `${new URL(canonical).pathname.replace(/\/$/, '')}/` : null;
}

/** Serves the folder where its address says, else at the top, and keeps what was asked for in `asked`, by status and path. */
export async function serve(root) {
  const base = baseOf(root) ?? '/';
  const asked = [];
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const name = decodeURIComponent(pathname.startsWith(base) ? pathname.slice(base.length) : '..');
    const file = path.join(root, name, name === '' || name.endsWith('/') ? 'index.html' : '');
    const found = path.resolve(file).startsWith(path.resolve(root)) && fs.statSync(file, { throwIfNoEntry: false })?.isFile();
    asked.push({ status: found ? 200 : 404, path: pathname, file });
    const sent = found ? file : path.join(root, '404.html');
    response.writeHead(found ? 200 : 404, { 'content-type': TYPES[path.extname(sent)] ?? 'application/octet-stream' });
    response.end(fs.readFileSync(sent));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}${base}`;
  return { root, asked, address, close: () => server.close() && server.closeAllConnections() };
}
