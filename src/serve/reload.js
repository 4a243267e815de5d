// Loads the page anew when it changed, and shows the faults of the last build. Served by « greffier serve », never published.
(() => {
  "use strict";
  const { vu } = document.currentScript.dataset;
  const CLOSED = "greffier-serve:ferme";
  // A server that is restarted is back within this time.
  const PATIENCE = 4000;
  let source, waiting, banner, faults = "", isLost = false;

  function listen() {
    if (source || document.hidden) return;
    const page = encodeURIComponent(location.pathname);
    source = new EventSource(`/.greffier-serve/evenements?page=${page}&vu=${vu}`);
    source.addEventListener("recharger", () => location.reload());
    source.addEventListener("fautes", (event) => { faults = event.data; show(); });
    source.addEventListener("sain", () => { faults = ""; sessionStorage.removeItem(CLOSED); show(); });
    source.addEventListener("open", () => { clearTimeout(waiting); waiting = undefined; isLost = false; show(); });
    source.addEventListener("error", () => {
      waiting ??= setTimeout(() => { isLost = true; show(); }, PATIENCE);
    });
  }

  // A browser keeps few connections to one server: a page that nobody sees gives its own back.
  function rest() {
    clearTimeout(waiting);
    waiting = undefined;
    source?.close();
    source = undefined;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);

  function message() {
    if (faults) return { title: "Corrigez ceci, puis enregistrez\u00a0; d’ici là, les pages en cause restent celles d’avant.", text: faults };
    if (isLost) return { title: "«\u00a0greffier serve\u00a0» est arrêté\u00a0: cette page ne suit plus vos modifications.", text: "" };
    return null;
  }

  function show() {
    banner?.remove();
    banner = undefined;
    const said = message();
    if (!said) return;
    const key = said.title + said.text;
    if (sessionStorage.getItem(CLOSED) === key) return;
    banner = document.createElement("div");
    const shadow = banner.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    shadow.adoptedStyleSheets = [sheet];
    const box = document.createElement("section");
    box.setAttribute("role", "alert");
    box.lang = "fr";
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Fermer";
    close.addEventListener("click", () => {
      sessionStorage.setItem(CLOSED, key);
      show();
    });
    const title = document.createElement("p");
    title.textContent = said.title;
    box.append(close, title);
    if (said.text) {
      const text = document.createElement("pre");
      // Only ever text: it quotes what was typed.
      text.textContent = said.text;
      text.tabIndex = 0;
      box.append(text);
    }
    shadow.append(box);
    document.body.append(banner);
  }

  const STYLE = `
    section { position: fixed; inset: auto 0 0 0; max-height: 45vh; overflow: auto; box-sizing: border-box; padding: 0.75rem 1rem;
      background: #fff4f2; color: #1c1c1c; border-top: 4px solid #b3261e; font: 16px/1.5 sans-serif; z-index: 2147483647; }
    p { margin: 0; font-weight: bold; }
    pre { margin: 0.5rem 0 0; white-space: pre; overflow-x: auto; font: 14px/1.4 monospace; }
    button { float: right; font: inherit; margin-left: 1rem; padding: 0.1rem 0.75rem; color: inherit; background: #fff;
      border: 1px solid #1c1c1c; border-radius: 3px; cursor: pointer; }
    @media print { section { display: none; } }`;

  // A PDF opens in a page that keeps it in view; its address stays its own, for who copies or saves it.
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.("a[href]");
    if (!link || link.target || link.hasAttribute("download")) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || url.search || !/\.pdf$/i.test(url.pathname)) return;
    event.preventDefault();
    location.assign(`${url.pathname}?apercu`);
  });

  listen();
})();
