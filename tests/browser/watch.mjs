// A tab that keeps what a page should not do: speak on the console, run a script, open a dialog, ask another host, lose a file.

/**
 * Opens a tab for the pages below `origin`; `faults` fills as they misbehave. Scripts of the site's own files may run where
 * `scripts` allows it; what stands in a page itself never may.
 */
export async function watchedTab(browser, origin, { scripts = false, ...options } = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const tab = await context.newPage();
  const faults = [];
  const isOwn = (url) => url.startsWith(origin) || /^(data|blob|about):/.test(url);
  // Its viewer of PDFs is a page of the browser's own.
  const isBrowsers = (url) => /^chrome(-extension)?:/.test(url);
  await context.route((url) => !isOwn(url.href) && !isBrowsers(url.href), (route) => {
    faults.push(`network: the page asks for ${route.request().url()}`);
    return route.abort();
  });
  tab.on('console', (message) => faults.push(`console: ${message.text()}`));
  tab.on('pageerror', (error) => faults.push(`console: ${error.message}`));
  tab.on('dialog', (dialog) => {
    faults.push(`ran: a dialog says « ${dialog.message()} »`);
    return dialog.dismiss();
  });
  tab.on('response', (answer) => answer.status() >= 400 && faults.push(`lost: ${answer.status()} for ${answer.url()}`));
  // What the test itself evaluates has no address.
  const inside = await context.newCDPSession(tab);
  inside.on('Debugger.scriptParsed', ({ url }) => {
    if (isOwn(url) && !(scripts && url.endsWith('.js'))) faults.push(`ran: a script of ${url}`);
  });
  await inside.send('Debugger.enable');
  return { tab, faults, inside, close: () => context.close() };
}

/** Fails with each fault on a line of its own; where in the test they were found tells nothing. */
export function noFault(faults) {
  if (faults.length === 0) return;
  const error = new Error(`\n${[...new Set(faults)].join('\n')}`);
  error.stack = error.message;
  throw error;
}
