// Searches the archive in the reader's browser: fetches, of each year, the shards of the index that hold the words sought.
// What is exported needs no page; `start`, at the end, is the page's part. No text of the archive is ever read as HTML.

const FORMAT = 3;
const AT_A_TIME = 20;
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/u;
const PIECE = new RegExp(`(?:(?!\\u02bc)(?:[\\p{Alphabetic}\\p{N}\\p{M}]|${UNSEEN.source}))+`, 'gu');
const DROPPED = new RegExp(`\\p{M}|${UNSEEN.source}`, 'gu');
const NEIGHBOURS = Object.fromEntries(
  ('œoe æae ßss þth ɓb ðd đd ɗd ɖd ɛe ǝe əe ƒf ɣg ɠg ħh ɦh ıi ɩi ɪi ƙk łl ɲn ŋn øo ɔo ʃs ŧt ʊu ʋv ƴy ʒz')
    .split(' ').map((pair) => [pair[0], pair.slice(1)]),
);
const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

// ── Words: as `words/` and `folding.rs` have them ──

/** Small letters without accents. */
export function fold(word) {
  const small = Array.from(word.normalize('NFKD'), (letter) => letter.toLowerCase()).join('');
  const plain = Array.from(small.replace(DROPPED, ''), (letter) => NEIGHBOURS[letter] ?? letter).join('');
  return plain.replace(/[^\p{Alphabetic}\p{N}]/gu, '');
}

/** `09h00` → `9h`; nothing if it is no hour, and no length of time. */
function saidHour(typed) {
  const [, hours, minutes] = /^(\d{1,3})h([0-5]\d)?$/.exec(typed) ?? [];
  return hours && `${Number(hours)}h${minutes === '00' ? '' : minutes ?? ''}`;
}

/** *9 h 30*, *9h30*, *09 h 30* and *9:30*: the hour that begins with this piece, and how many of the next ones belong to it. */
function hourAt(text, pieces, index, spaces) {
  const cut = ({ start, end }) => fold(text.slice(start, end));
  let typed = cut(pieces[index]);
  let found = { form: saidHour(typed), length: 0 };
  for (let length = 1; length <= 2 && index + length < pieces.length && /^\d/.test(typed); length += 1) {
    const gap = text.slice(pieces[index + length - 1].end, pieces[index + length].start);
    if (gap === ':' && length === 1) typed += 'h';
    else if (gap.length !== 1 || !spaces.includes(gap)) break;
    typed += cut(pieces[index + length]);
    const form = saidHour(typed);
    if (form) found = { form, length };
  }
  return found.form && found;
}

/** *2ème*, *2eme* and *2e* are `2e`, *1ère* and *1er* `1er`, *XXIème* `xxie`. */
function ordinal(spelling) {
  const length = /^(\d+|[IVX]+)?/.exec(spelling)[0].length;
  if (!length) return /^([ivx]+)emes?$/.exec(fold(spelling))?.[1].concat('e');
  const [number, end] = [spelling.slice(0, length), spelling.slice(length)].map(fold);
  if (/^(e|i?eme)s?$/.test(end)) return `${number}e`;
  if (/^(1|i)$/.test(number) && /^(er|re|i?ere|ier)s?$/.test(end)) return `${number}er`;
  return /^(2|ii)$/.test(number) && /^(nde?|de?)s?$/.test(end) ? `${number}nd` : undefined;
}

const LETTERS = '(?:(?!\\u02bc)[\\p{Alphabetic}\\p{M}])';
/** *500km* is *500 km*; a single letter belongs to what it stands with. */
const MEASURE = new RegExp(`^(\\d+)${LETTERS}{2,}$`, 'u');
/** *Diaye* in *NDiaye*, typed without its apostrophe. */
const NAMED = new RegExp(`^(${LETTERS})\\p{Uppercase}\\p{Lowercase}{2}`, 'u');
const ENDS_IN_LETTER = new RegExp(`(?:${LETTERS}|${UNSEEN.source})$`, 'u');
const BEGINS_WITH_LETTER = new RegExp(`^(?:${LETTERS}|${UNSEEN.source})`, 'u');

/** The runs of letters and digits of a text; numbers whose space is one of these are one run. */
function piecesOf(text, spaces) {
  const pieces = [];
  let open = false;
  const add = (start, end) => {
    const last = pieces.at(-1);
    const gap = last ? text.slice(last.end, start) : '';
    const piece = text.slice(start, end);
    if (open && /^\d{3}$/.test(piece) && gap.length === 1 && spaces.includes(gap)) {
      last.end = end;
    } else {
      open = /^\d{1,3}$/.test(piece);
      pieces.push({ start, end });
    }
  };
  for (const { 0: run, index: start } of text.matchAll(PIECE)) {
    const unit = ordinal(run) ? 0 : MEASURE.exec(run)?.[1].length ?? 0;
    if (unit) add(start, start + unit);
    add(start + unit, start + run.length);
  }
  return pieces;
}

/**
 * The words of a text, with their places in it. What is found by another way of typing alone is no word `typed`. A reader types the
 * space of a number as any other.
 */
export function words(text, { courants, elisions }, spaces = '\u00a0\u202f') {
  const pieces = piecesOf(text, spaces);
  const found = [];
  const add = (start, end, form, typed = true) => found.push({ start, end, form, typed });
  const meets = (index) => pieces[index + 1] && /^['’\u02bc]$/.test(text.slice(pieces[index].end, pieces[index + 1].start));
  const isElided = (form) => /^\p{Alphabetic}$/u.test(form) || elisions.includes(form);
  for (let index = 0; index < pieces.length; index += 1) {
    const { start, end } = pieces[index];
    const piece = text.slice(start, end);
    const hour = hourAt(text, pieces, index, spaces);
    if (hour) {
      index += hour.length;
      add(start, pieces[index].end, hour.form);
    } else if (ordinal(piece)) {
      add(start, end, ordinal(piece));
    } else if (meets(index) && isElided(fold(piece))) {
      const next = text.slice(pieces[index + 1].start, pieces[index + 1].end);
      if (/^\p{Uppercase}/u.test(next)) add(start, pieces[index + 1].end, fold(piece + next), false);
    } else {
      const first = index;
      while (meets(index) && ENDS_IN_LETTER.test(text.slice(start, pieces[index].end))
        && BEGINS_WITH_LETTER.test(text.slice(pieces[index + 1].start))) index += 1;
      const word = pieces.slice(first, index + 1).map((one) => text.slice(one.start, one.end)).join('');
      const form = fold(word);
      if (form && !courants.includes(form)) add(start, pieces[index].end, form);
      const name = first === index && NAMED.exec(word);
      const named = name && fold(word.slice(name[1].length));
      if (named && !courants.includes(named)) add(start + name[1].length, end, named, false);
    }
  }
  return found;
}

/** What is sought: each word once, as the index has it. */
export function sought(query, language) {
  const all = words(query, language, ' \u00a0\u202f').filter((word) => word.typed);
  return [...new Set(all.map((word) => word.form))];
}

// ── The index ──

/** The numbers of the shards that may hold words with that beginning. */
export function shardsOf(starts, beginning) {
  const last = (limit) => Math.max(0, starts.findLastIndex((start) => start <= limit));
  const [from, to] = [last(beginning), last(`${beginning}\uffff`)];
  return starts.length ? Array.from({ length: to - from + 1 }, (_, step) => from + step) : [];
}

const formsOf = ([beginning, ends]) => ends.split(',').map((end) => beginning + end);

function shared(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/**
 * The groups that a word finds: the one that holds it; else those with a word that it begins; else those that share the most
 * of it, up to three last letters apart on both sides (a plural or feminine that no record has).
 */
async function groupsOf(word, starts, shard) {
  const load = async (numbers) => (await Promise.all(numbers.map(shard))).flat();
  const having = (groups, test) => groups.filter((group) => formsOf(group).some(test));
  const exact = having(await load(shardsOf(starts, word).slice(0, 1)), (form) => form === word);
  if (exact.length) return exact;
  const longer = having(await load(shardsOf(starts, word)), (form) => form.startsWith(word));
  // *lorganisation*, typed in haste.
  const elided = !longer.length && /^(?:qu|[dlnsmtjc])(?=[aehiouy])(.{3,})$/.exec(word)?.[1];
  const unelided = elided ? having(await load(shardsOf(starts, elided).slice(0, 1)), (form) => form === elided) : [];
  if (unelided.length) return unelided;
  const least = Math.max(4, word.length - 3);
  if (longer.length || word.length <= least || /\d/.test(word)) return longer;
  const near = await load(shardsOf(starts, word.slice(0, least)));
  const closeness = (form) => {
    const length = shared(word, form);
    return form.length - length <= 3 ? length : 0;
  };
  const closest = Math.max(least, ...near.flatMap(formsOf).map(closeness));
  return having(near, (form) => closeness(form) === closest);
}

/** The weight of each unit in which a word of these groups stands. */
export function unitsOf(groups) {
  const weights = new Map();
  for (const [, , places] of groups) {
    let unit = 0;
    for (const place of places) {
      unit += place >> 2;
      weights.set(unit, Math.max(weights.get(unit) ?? 0, place & 3));
    }
  }
  return weights;
}

/** The places of a year that hold all of the words, or any of them; the best first, then the latest. */
async function searchYear(read, year, wanted, needsAll) {
  const folder = `recherche/${year}`;
  const index = await read(`${folder}/index.json`, true);
  if (index.version !== FORMAT) throw new Error('format');
  const shard = (number) => read(`${folder}/${number}.json?${index.empreinte}`);
  const groups = await Promise.all(wanted.map((word) => groupsOf(word, index.tranches, shard)));
  const forms = new Set(groups.flat().flatMap(formsOf));
  const places = index.reunions.flatMap(([address, anchors], meeting) =>
    anchors.map((anchor) => ({ address, anchor, meeting, forms })));
  const scores = new Map();
  for (const weights of groups.map(unitsOf)) {
    for (const [unit, weight] of weights) {
      const score = scores.get(unit) ?? { count: 0, weight: 0 };
      scores.set(unit, { count: score.count + 1, weight: score.weight + weight });
    }
  }
  return [...scores]
    .filter(([unit, { count }]) => places[unit] && (!needsAll || count === wanted.length))
    .map(([unit, score]) => ({ unit, ...score, ...places[unit] }))
    .sort((a, b) => b.count - a.count || b.weight - a.weight || b.meeting - a.meeting || a.unit - b.unit);
}

/**
 * Yields `{ year, hits, partial, last }` for each year, the latest first. Nothing more is fetched than is asked for. Where no
 * place holds all the words, the years come again with those that hold some: `partial`.
 */
export async function* search(read, query, onlyYear) {
  const manifest = await read('recherche/annees.json', true);
  if (manifest.version !== FORMAT) throw new Error('format');
  const wanted = sought(query, manifest);
  const years = manifest.annees.filter((year) => !onlyYear || year === onlyYear);
  let found = !wanted.length;
  for (const partial of [false, true]) {
    if (found || (partial && wanted.length < 2)) return;
    // One year, then several at once: what is rare is soon found, what is frequent costs one year.
    for (let from = 0, count = 1; from < years.length; from += count, count = 4) {
      const batch = years.slice(from, from + count);
      const pages = batch.map((year) => searchYear(read, year, wanted, !partial));
      // Each is awaited below; a failure of a later one must not go unheard meanwhile.
      pages.forEach((page) => page.catch(() => {}));
      for (const [at, page] of pages.entries()) {
        const hits = await page;
        found ||= hits.length > 0;
        yield { year: batch[at], hits, partial, last: batch[at] === years.at(-1) };
      }
    }
  }
}

// ── What is shown ──

/** *14 avril 2026*. */
export function longDate(date) {
  const [year, month, day] = date.split('-').map(Number);
  return `${day === 1 ? '1er' : day}\u00a0${MONTHS[month - 1]} ${year}`;
}

const listed = (label, items) => (items?.length ? [`${label}\u00a0: ${items.join(', ')}`] : []);

const saidOf = (one) => [one.nom, one.fonction, one.organisation, ...(one.mentions ?? [])].filter(Boolean).join(', ');

/** Texts with what they are; without it, they are what their place is. */
const told = (texts, kind) => texts.filter(Boolean).map((text) => ({ text, kind }));

/** The texts of a meeting that belong to no theme. */
function textsOfMeeting(minutes, labels) {
  const agenda = minutes.ordre_du_jour.flatMap((item) => [item.titre, item.details, ...item.sous_points]).filter(Boolean);
  return [...told([minutes.instance, minutes.objectif]), ...told([agenda.join(' ; ')], labels.ordreDuJour), ...told([minutes.notes]),
    ...told(minutes.annexes.map((annex) => annex.titre), labels.annexe),
    ...told([minutes.prochaine_reunion, minutes.approbation?.phrase, minutes.approbation?.modifications, minutes.etat,
      minutes.ouverture, ...minutes.faits_dates, minutes.presences, minutes.quorum, minutes.adoption, minutes.levee]),
    ...[...minutes.redaction, ...minutes.roles].flatMap((one) => told([`${one.role} ${saidOf(one)}`], one.role)),
    ...told(minutes.liens.map((link) => `${link.texte} (${link.adresse})`), labels.lien),
    ...minutes.absences.flatMap((one) => told(listed(one.libelle, one.personnes.map(saidOf)), one.libelle)),
    ...told(listed(labels.representes, minutes.representes.map(saidOf)), labels.represente),
    ...told(listed(labels.participants, minutes.participants.map(saidOf)), labels.participant),
    ...told(listed(labels.organisations, minutes.organisations.map((one) => one.nom)), labels.organisation)];
}

/** A theme or a part of one, at its own place or at one of its decisions and actions. */
function describedIn(holder, meeting, anchor, labels) {
  const where = `${meeting}, «\u00a0${holder.titre}\u00a0»`;
  if (holder.ancre === anchor) {
    const texts = [...told(holder.recommandations, labels.recommandation), ...told([holder.discussion, holder.commentaires]),
      ...told(listed(labels.responsables, holder.responsables), labels.responsable)];
    return { kind: labels.point, title: holder.titre, where: meeting, texts };
  }
  const decision = holder.decisions.find((one) => one.ancre === anchor);
  if (decision) {
    const number = decision.numero ? ` ${labels.numero}\u00a0${decision.numero}` : '';
    return { kind: labels.decision + number, title: decision.texte, where, texts: told([decision.vote]) };
  }
  const action = holder.actions.find((one) => one.ancre === anchor);
  if (!action) return null;
  const due = action.echeance ? longDate(action.echeance) : action.echeance_en_mots;
  const texts = [...listed(labels.responsables, action.responsables), ...listed(labels.echeance, due ? [due] : []),
    ...listed(labels.statut, action.statut ? [action.statut] : []), action.numero];
  return { kind: labels.action, title: action.texte, where, texts: told(texts) };
}

/** The action points of earlier meetings, which stand at one place. */
function describedFollowUp(minutes, labels) {
  const texts = minutes.suivi.flatMap((row) => [row.commentaire, row.texte, ...listed(labels.responsables, row.responsables),
    ...listed(labels.statut, row.statut ? [row.statut] : []), row.report, row.theme, row.numero, row.echeance_en_mots]);
  return { kind: labels.suivi, title: labels.titreDuSuivi, where: minutes.reunion, texts: told(texts) };
}

/**
 * What `minutes.json` tells of a place: its kind (*Décision*), its title, where it stands, its texts, some with a kind of their own;
 * nothing if it has no such place any more. `labels` are the words of the series, as `annees.json` has them.
 */
export function described(minutes, anchor, labels) {
  if (anchor === 'suivi-des-precedentes') return describedFollowUp(minutes, labels);
  // *Réunion du 14 avril 2026*, *Séance du…*.
  const whole = { kind: minutes.reunion.split(' ', 1)[0], title: minutes.reunion, where: minutes.titre, texts: textsOfMeeting(minutes, labels) };
  const holders = minutes.themes.flatMap((theme) => [theme, ...theme.parties]);
  return anchor ? holders.map((holder) => describedIn(holder, minutes.reunion, anchor, labels)).find(Boolean) ?? null : whole;
}

/** A text of about that length around the first word found, in pieces, of which some are marked. */
export function passage(text, forms, language, most = 220) {
  const found = words(text, language).filter((word) => forms.has(word.form));
  let from = found.length && text.length > most ? Math.max(0, found[0].start - Math.round(most / 3)) : 0;
  if (from > 0) from = text.indexOf(' ', from - 1) + 1 || from;
  if (found.length && from > found[0].start) from = found[0].start;
  let to = Math.min(text.length, from + most);
  if (to < text.length) to = Math.max(text.lastIndexOf(' ', to), found[0]?.end ?? 0) || to;
  const pieces = [{ text: from > 0 ? '…\u00a0' : '', marked: false }];
  let at = from;
  for (const word of found) {
    if (word.start < at || word.end > to) continue;
    pieces.push({ text: text.slice(at, word.start), marked: false });
    pieces.push({ text: text.slice(word.start, word.end), marked: true });
    at = word.end;
  }
  pieces.push({ text: text.slice(at, to) + (to < text.length ? '…' : ''), marked: false });
  return pieces.filter((piece) => piece.text);
}

/** How many of the forms found stand in a text. */
const held = (text, forms, language) =>
  new Set(words(text, language).map((word) => word.form).filter((form) => forms.has(form))).size;

/** The text of a place that holds the most of what was found, and the kind of the result: that of the place where its title holds as much. */
export function best({ kind, title, texts }, forms, language) {
  const counts = texts.map(({ text }) => held(text, forms, language));
  const most = Math.max(0, ...counts);
  const chosen = texts[counts.indexOf(most)];
  const ofText = most > held(title, forms, language) && chosen.kind;
  return { text: chosen?.text ?? '', kind: ofText || kind };
}

/** *1 résultat*, *1 234 résultats*. */
export function counted(count) {
  const figures = String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${figures}\u00a0résultat${count > 1 ? 's' : ''}`;
}

/** Reads JSON, each file once; `fresh` asks the server whether it has changed. */
export function reader(get) {
  const known = new Map();
  return (path, fresh = false) => {
    if (!known.has(path)) {
      const reading = get(path, { cache: fresh ? 'no-cache' : 'default', credentials: 'same-origin' })
        .then((response) => (response.ok ? response.json() : Promise.reject(new Error(String(response.status)))));
      reading.catch(() => known.delete(path));
      known.set(path, reading);
    }
    return known.get(path);
  };
}

// ── The page ──

function start() {
  const read = reader((path, options) => fetch(path, options));
  const [form, field, year, status, section, list, more] =
    ['recherche', 'q', 'annee', 'etat', 'resultats', 'liste', 'plus'].map((id) => document.getElementById(id));
  document.getElementById('sans-recherche').hidden = true;
  let current = null;

  const say = (text) => { status.textContent = text; };

  function fill(element, pieces) {
    element.replaceChildren(...pieces.map(({ text, marked }) => {
      const node = document.createElement(marked ? 'mark' : 'span');
      node.textContent = text;
      return node;
    }));
  }

  async function show(hit, language) {
    const item = document.createElement('li');
    const [title, where, text] = ['h3', 'p', 'p'].map((name) => item.appendChild(document.createElement(name)));
    where.className = 'rang';
    const link = title.appendChild(document.createElement('a'));
    link.href = `${hit.address}/index.html${hit.anchor && `#${hit.anchor}`}`;
    link.textContent = hit.address.split('/').at(-1);
    list.append(item);
    const place = described(await read(`${hit.address}/minutes.json`), hit.anchor, language.libelles);
    if (!place) return;
    const shown = best(place, hit.forms, language);
    fill(link, passage(place.title, hit.forms, language, 160));
    fill(where, passage(place.where, hit.forms, language));
    const kind = document.createElement('strong');
    kind.textContent = shown.kind;
    where.prepend(kind, '\u00a0· ');
    fill(text, passage(shown.text, hit.forms, language));
  }

  function summary({ hits, partial, years, done, onlyYear }) {
    const [latest, oldest] = [years[0], years.at(-1)];
    const span = latest === oldest ? `en ${latest}` : `de ${oldest} à ${latest}`;
    const part = partial ? 'Aucun passage ne contient tous ces mots\u202f; en voici qui en contiennent une partie. ' : '';
    if (!hits.length) return `Aucun résultat. Essayez un mot plus court${onlyYear ? ', ou toutes les années' : ''}.`;
    return `${part}${counted(hits.length)}${done ? '.' : ` ${span}\u202f; la suite est dans les années plus anciennes.`}`;
  }

  /** Shows as many results more as fit on a page, reading no more years than that takes. */
  async function advance(run) {
    more.disabled = true;
    try {
      const language = await read('recherche/annees.json', true);
      if (run !== current) return;
      if (!sought(run.query, language).length) {
        section.hidden = true;
        say('Ces mots sont trop courants\u00a0: ajoutez-en un autre.');
        return;
      }
      const wanted = run.shown + AT_A_TIME;
      while (run.hits.length < wanted && !run.done) {
        const { value, done } = await run.pages.next();
        if (run !== current) return;
        if (done) {
          run.done = true;
          break;
        }
        if (value.partial && !run.partial) run.years = [];
        run.partial = value.partial;
        run.years.push(value.year);
        run.hits.push(...value.hits);
        run.done = value.last && run.hits.length > 0;
        if (!run.hits.length) say(`Recherche en ${value.year}…`);
      }
      if (!run.shown) list.replaceChildren();
      const shown = run.hits.slice(run.shown, wanted).map((hit) => show(hit, language));
      run.shown += shown.length;
      section.hidden = !run.hits.length;
      more.hidden = run.done && run.shown === run.hits.length;
      say(summary(run));
      await Promise.all(shown);
    } catch (error) {
      if (run !== current) return;
      section.hidden = !run.shown;
      say(error.message === 'format'
        ? 'L’index a changé\u00a0: rechargez la page.'
        : 'La liaison a été coupée avant la fin de la recherche. Relancez-la pour réessayer.');
    } finally {
      more.disabled = false;
    }
  }

  function begin() {
    const query = field.value.trim();
    const address = new URL(location.href);
    address.search = new URLSearchParams([['q', query], ['annee', year.value]].filter(([, value]) => value));
    if (address.href !== location.href) history.replaceState(null, '', address);
    const onlyYear = Number(year.value);
    current = { query, onlyYear, pages: search(read, query, onlyYear), hits: [], shown: 0, years: [], done: false, partial: false };
    if (query) {
      say('Recherche en cours…');
      advance(current);
    } else {
      section.hidden = true;
      say('');
    }
  }

  let waiting;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    if (field.value.trim().length !== 1 && field.value.trim().length !== 2) waiting = setTimeout(begin, 500);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    begin();
  });
  year.addEventListener('change', begin);
  more.addEventListener('click', async () => {
    const before = list.children.length;
    await advance(current);
    // The button is gone with the last results: go on reading at the first new one.
    if (more.hidden) list.children[before]?.querySelector('a').focus();
  });

  const given = new URLSearchParams(location.search);
  field.value = given.get('q') ?? '';
  year.value = given.get('annee') ?? '';
  if (year.selectedIndex < 0) year.value = '';
  if (field.value) begin();
}

if (globalThis.document) start();
