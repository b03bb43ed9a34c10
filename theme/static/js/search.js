// The search. Nothing is loaded before a field is used; what is typed stays in the page, even in its address.

// Folding: the same rules as languages/folding.py, held to the same samples.
const DROPPED = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff'’‘ʼʾʿ]/g;
const LETTERS = { "ىیێې": "ي", "ةەھہۃ": "ه", "ۆۊ": "و", "ک": "ك", "ٱ": "ا", "ڕ": "ر", "ڵ": "ل", "ı": "i", "ς": "σ" };
const LETTER = {};
for (const [variants, letter] of Object.entries(LETTERS)) for (const each of variants) LETTER[each] = letter;
for (const digits of ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"]) [...digits].forEach((digit, value) => { LETTER[digit] = value; });
const ENDINGS = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي", "s", "e", "i", "y"];
const WORD = /[\p{L}\p{N}]+/gu;
const FEWEST = 3;

const folded = { false: {}, true: { ئ: "" } };
const foldOne = (char, kurdish) => (folded[kurdish][char] ??= [
  ...char.normalize("NFKD").toLowerCase().normalize("NFKD").replace(DROPPED, ""),
].map((each) => LETTER[each] ?? each).join(""));
const without = (word, beginnings, stay = FEWEST) => {
  const found = beginnings.find((each) => word.startsWith(each) && word.length - each.length >= stay);
  return found ? word.slice(found.length) : word;
};
const bare = (word, stay) => without(without(word, ["و"], stay), ["وال", "بال", "كال", "فال", "لل", "ال"], stay);
const stem = (word) => ENDINGS.reduce((rest, ending) =>
  rest.endsWith(ending) && rest.length - ending.length >= FEWEST ? rest.slice(0, -ending.length) : rest, word);

// The folded words of a text, each with its place in the text as it is written.
const wordsOf = (text, kurdish) => {
  let plain = "";
  const places = [];
  let place = 0;
  for (const char of text) {
    const letters = foldOne(char, kurdish);
    for (let each = 0; each < letters.length; each++) places.push([place, place + char.length]);
    plain += letters;
    place += char.length;
  }
  return [...plain.matchAll(WORD)].map(({ 0: word, index }) => {
    const marks = /[\p{M}\u0640]*/uy;
    marks.lastIndex = places[index + word.length - 1][1];
    marks.exec(text);
    return { full: word, word: kurdish ? word : bare(word), from: places[index][0], to: marks.lastIndex };
  });
};

// The terms that begin so; of a single letter, only itself and the names that begin with it as a word.
const rangeOf = (start) => [start, `${start}${start.length > 1 ? "" : " "}\uffff`];

// A word that is looked for: itself, without its ending, and as the beginning of a longer one.
const asked = (query, kurdish) => wordsOf(query, kurdish).map(({ full, word }) => {
  const start = kurdish ? full : bare(full, 2);
  const root = kurdish ? word : stem(word);
  return { word, root, starts: [word, start].filter((each) => each.length > 1), ranges: [...new Set([root, start])].map(rangeOf) };
});
const SAME = 5, KIN = 4, LONGER = 3, IN_NAME = 4, BEGINS = 1e3, WHOLE = 1e6;
// What a hit must have of the best hit's words, by how much they say.
const ENOUGH = .6;
const likeness = (term, { word, root, starts }, kurdish) => {
  if (term === word) return SAME;
  if (root.length >= FEWEST && (kurdish ? term : stem(term)) === root) return KIN;
  return starts.some((start) => term.startsWith(start)) ? LONGER : 0;
};

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};
const textOf = (run) => (typeof run === "string" ? run : run[0]);
const summed = (distances) => { let sum = 0; return distances.map((each) => (sum += each)); };

// Each term of a small timeline with the entries that have it in a name, and in a text; a whole name ends with
// a space, our own with two.
const termsOf = (entries, kurdish) => {
  const terms = new Map();
  const add = (term, column, number) => {
    if (!terms.has(term)) terms.set(term, [term, new Set(), new Set()]);
    terms.get(term)[column].add(number);
  };
  entries.forEach(([, , title, , , names = [], texts = [], tags = []], number) => {
    for (const run of [title, ...names]) {
      const found = wordsOf(textOf(run), kurdish).map(({ word }) => word);
      for (const term of [...found, found.join(" ") + (run === title ? "  " : " ")]) add(term, 1, number);
    }
    for (const run of [...texts, ...tags]) for (const { word } of wordsOf(textOf(run), kurdish)) add(word, 2, number);
  });
  return [...terms.values()];
};

// What can be found. Its parts are loaded as scripts: nothing else can be loaded from a disk.
class Index {
  parts = {};

  constructor(folder) {
    this.folder = folder;
  }

  load(name) {
    return (this.parts[name] ??= new Promise((resolve, reject) => {
      const onload = () => resolve(script.index);
      const onerror = () => { delete this.parts[name]; reject(); };
      const script = make("script", { src: new URL(name, this.folder), onload, onerror });
      document.head.append(script);
    }));
  }

  part(kind, number) {
    return this.load(`${kind}-${number}.js?${this.first.version}`);
  }

  async open() {
    this.first ??= await this.load("index.js");
    return this.first;
  }

  // The terms of a range, of a large timeline from the parts in which they may stand.
  async terms([start, end]) {
    const { terms, entries, kurdish } = this.first;
    if (entries) this.table ??= termsOf(entries, kurdish);
    const parts = entries ? [] : terms.flatMap((term, number) => (term <= end && !(terms[number + 1] < start) ? [number] : []));
    const tables = await Promise.all(parts.map((number) => this.part("terms", number)));
    const found = [this.table ?? [], ...tables].flat().filter(([term]) => term >= start && term <= end);
    return entries ? found : found.map(([term, ...columns]) => [term, ...columns.map(summed)]);
  }

  entries(numbers) {
    const { entries, inFile } = this.first;
    return entries ? numbers.map((number) => entries[number]) : Promise.all(numbers.map(async (number) =>
      (await this.part("entries", Math.floor(number / inFile)))[number % inFile]));
  }

  // The numbers of the entries that fit a query, best first: whole names, beginnings of names, then words.
  async search(query) {
    const { count, kurdish } = this.first;
    const sought = asked(query, kurdish);
    const found = new Map();
    for (const each of sought) {
      const best = new Map();
      for (const range of each.ranges) {
        for (const [term, ...columns] of await this.terms(range)) {
          const like = term.includes(" ") ? 0 : likeness(term, each, kurdish);
          if (like) [IN_NAME, 1].forEach((value, column) => {
            for (const number of columns[column]) best.set(number, Math.max(best.get(number) ?? 0, value * like));
          });
        }
      }
      // Rare words say more than common ones.
      const rarity = Math.log(1 + count / best.size);
      for (const [number, value] of best) {
        const hit = found.get(number) ?? { number, value: 0, weight: 0 };
        hit.value += value * rarity;
        hit.weight += rarity;
        found.set(number, hit);
      }
    }
    const name = sought.map(({ word }) => word).join(" ");
    for (const [term, inNames] of found.size ? await this.terms(rangeOf(name)) : []) {
      const value = { [`${name} `]: WHOLE, [`${name}  `]: 2 * WHOLE }[term] ?? BEGINS;
      if (term.includes(" ")) for (const number of inNames) if (found.has(number)) found.get(number).value += value;
    }
    const hits = [...found.values()];
    const enough = ENOUGH * Math.max(...hits.map(({ weight }) => weight));
    return hits.filter(({ weight }) => weight >= enough)
      .sort((one, other) => other.value - one.value || one.number - other.number)
      .map(({ number }) => number);
  }
}

// What a hit shows, as elements.
const joined = (items, between) => items.flatMap((each, place) => (place ? [between, each] : [each]));
const shownFor = ({ kurdish, directions, kinds, marks, words: { names: labels, comma } }, query, base) => {
  const sought = asked(query, kurdish);
  const hitsIn = (run) => wordsOf(textOf(run), kurdish).filter(({ word }) => sought.some((each) => likeness(word, each, kurdish)));
  const count = (run) => hitsIn(run).length;

  // A run of text in its language, what was looked for marked.
  const shown = (run) => {
    const text = textOf(run);
    const element = make("bdi", run === text ? {} : { lang: run[1], dir: directions[run[1]] });
    let place = 0;
    for (const { from, to } of hitsIn(run)) {
      element.append(text.slice(place, from), make("mark", {}, text.slice(from, to)));
      place = to;
    }
    element.append(text.slice(place));
    return element;
  };

  const mark = ([symbol, style, label]) => {
    const element = make("span", { className: `mark ${style}` }, label);
    if (symbol) element.insertAdjacentHTML("afterbegin", `<svg width="16" height="16" aria-hidden="true"><use href="#${symbol}"/></svg> `);
    return element;
  };

  // The other names that fit better than the title, the best of them.
  const otherNames = (folder, title, names) => {
    const most = Math.max(count(title) + 1, ...names.map(count));
    const best = names.filter((name) => count(name) === most).slice(0, 2);
    const runs = best.map((name) => (folder === "events" ? make("q", {}, shown(name)) : shown(name)));
    return best.length ? [make("span", {}, `${labels[folder] ?? labels.others} `, ...joined(runs, `${comma} `))] : [];
  };

  return ([number, id, title, when, standing, names = [], texts = []]) => {
    const [folder, kind] = kinds[number];
    // The only text of a source is its outlet.
    const outlet = folder === "sources" ? texts.map(shown) : [];
    const text = outlet.length ? null : texts.find(count);
    const found = otherNames(folder, title, names);
    const about = [...(when ? [kind] : []), ...outlet, ...(marks[standing] ? [mark(marks[standing])] : []), ...found];
    return {
      href: new URL(`${folder}/${id}.html`, base),
      at: when ? shown(when) : kind,
      title: shown(title),
      found,
      about: joined(about, " · "),
      note: text ? [make("p", { className: "note" }, shown(text))] : [],
    };
  };
};

const counted = ({ words: { digits, results } }, count) => {
  const pattern = results[new Intl.PluralRules(document.documentElement.lang).select(count)] ?? results.other;
  return pattern.replace("{n}", String(count).replace(/\d/g, (digit) => digits[digit]));
};

// A field: it opens the index when it is first used, and sends what is typed to no host.
class Field {
  turn = 0;

  constructor(form) {
    this.input = form.querySelector("input");
    this.base = form.action;
    this.index = new Index(new URL("search/", this.base));
    this.input.addEventListener("focus", () => this.index.open().catch(() => {}), { once: true });
    this.input.addEventListener("input", () => this.look());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
  }

  get query() {
    return this.input.value.trim();
  }

  get address() {
    return `#q=${encodeURIComponent(this.query)}`;
  }

  // Shows what is found, unless something else was typed in the meantime.
  async look() {
    const turn = ++this.turn;
    const { query, index } = this;
    try {
      const first = await index.open();
      const numbers = await index.search(query);
      const entries = await index.entries(numbers.slice(0, this.most));
      if (turn === this.turn) this.show(first, entries.map(shownFor(first, query, this.base)), numbers.length);
    } catch {
      this.clear();
    }
  }
}

// In the header: suggestions below the field, a combobox after ARIA 1.2.
class Box extends Field {
  most = 7;

  constructor(form) {
    super(form);
    const { input } = this;
    this.list = make("ul", { className: "suggestions", id: `${input.id}-list`, role: "listbox" });
    this.status = make("span", { className: "hidden", role: "status" });
    form.append(this.list, this.status);
    Object.assign(input, { role: "combobox", ariaAutoComplete: "list" });
    input.setAttribute("aria-controls", this.list.id);
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.clear());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", ({ target }) => this.go([...this.list.children].indexOf(target.closest("li"))));
    this.clear();
  }

  show(first, hits) {
    this.clear();
    this.hits = hits;
    this.list.ariaLabel = first.words.list;
    this.list.append(...hits.map(({ title, at, found }, place) =>
      make("li", { id: `${this.list.id}-${place}`, role: "option", ariaSelected: false },
        make("span", { className: "t" }, title), " ", make("span", { className: "meta" }, ...joined([at, ...found], " · ")))));
    this.list.hidden = !hits.length;
    this.input.ariaExpanded = hits.length > 0;
    if (this.query) this.status.append(counted(first, hits.length));
  }

  clear() {
    this.turn++;
    this.list.replaceChildren();
    this.list.hidden = true;
    this.input.ariaExpanded = false;
    this.status.replaceChildren();
    this.choose(-1);
  }

  choose(place) {
    this.current = place;
    const chosen = this.list.children[place];
    for (const each of this.list.children) each.ariaSelected = each === chosen;
    this.input.setAttribute("aria-activedescendant", chosen?.id ?? "");
  }

  press(event) {
    const stops = this.list.children.length + 1;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && stops > 1) this.choose((this.current + 1 + step + stops) % stops - 1);
    else if (step) this.look();
    else if (event.key === "Escape" && stops > 1) this.clear();
    else return;
    event.preventDefault();
  }

  go(place) {
    if (this.hits[place]) location.assign(this.hits[place].href);
  }

  submit() {
    if (this.current < 0) location.assign(this.base + this.address);
    else this.go(this.current);
  }
}

// On the search page: all hits, and the query in the part of the address that no host sees.
class Results extends Field {
  step = 20;

  constructor(form, place) {
    super(form);
    this.status = make("p", { className: "sans", role: "status" });
    this.list = make("ol", { className: "rows" });
    this.more = make("button", { type: "button", className: "more-hits", hidden: true, onclick: () => this.extend() });
    place.append(this.status, this.list, this.more);
    addEventListener("hashchange", () => this.read());
    this.read();
  }

  read() {
    this.most = this.step;
    this.input.value = new URLSearchParams(location.hash.slice(1) || location.search).get("q") ?? this.query;
    if (this.query) this.look(); else this.input.focus();
  }

  show(first, hits, count) {
    this.list.replaceChildren(...hits.map(({ at, href, title, about, note }) => make("li", {},
      make("span", { className: "at meta" }, at), make("p", { className: "t" }, make("a", { href }, title)),
      make("p", { className: "meta" }, ...about), ...note)));
    const { none, more } = first.words;
    this.status.textContent = this.query && (count ? counted(first, count) : none);
    this.more.textContent = more;
    this.more.hidden = count <= hits.length;
  }

  async extend() {
    const before = this.list.children.length;
    this.most += this.step;
    await this.look();
    this.list.children[before].querySelector("a").focus();
  }

  clear() {
    this.list.replaceChildren();
  }

  submit() {
    location.assign(this.address);
  }
}

const place = document.querySelector(".hits");
for (const form of document.querySelectorAll("form[role=search]")) place ? new Results(form, place) : new Box(form);
