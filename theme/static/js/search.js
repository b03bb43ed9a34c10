// The search. Nothing is loaded before a field is used; what is typed stays in the page, even in its address.

// Folding: the same rules as languages/folding.py, held to the same samples.
const DROPPED = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff'’‘ʼʾʿ]/g;
const LETTERS = { "ىیێې": "ي", "ةەھہۃ": "ه", "ۆۊ": "و", "ک": "ك", "ٱ": "ا", "ڕ": "ر", "ڵ": "ل", "ı": "i", "ς": "σ" };
const LETTER = new Map(Object.entries(LETTERS).flatMap(([variants, letter]) => [...variants].map((each) => [each, letter])));
for (const digits of ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"]) [...digits].forEach((digit, value) => LETTER.set(digit, String(value)));
const ENDINGS = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي", "s", "e", "i", "y"];
const WORD = /[\p{L}\p{N}]+/gu;
const FEWEST = 3;

const foldings = [new Map(), new Map([["ئ", ""]])];
const foldOne = (char, kurdish) => {
  const known = foldings[Number(kurdish)];
  if (!known.has(char)) {
    const plain = char.normalize("NFKD").toLowerCase().normalize("NFKD").replace(DROPPED, "");
    known.set(char, [...plain].map((each) => LETTER.get(each) ?? each).join(""));
  }
  return known.get(char);
};
const without = (word, beginnings, stay = FEWEST) => {
  const found = beginnings.find((each) => word.startsWith(each) && word.length - each.length >= stay);
  return found ? word.slice(found.length) : word;
};
const bare = (word, stay) => without(without(word, ["و"], stay), ["وال", "بال", "كال", "فال", "لل", "ال"], stay);
const stem = (word) => ENDINGS.reduce((rest, ending) =>
  rest.endsWith(ending) && rest.length - ending.length >= FEWEST ? rest.slice(0, -ending.length) : rest, word);

// The folded words of a text, each with its place in the text as it is written.
const wordsOf = (text, kurdish) => {
  let folded = "";
  const places = [];
  let place = 0;
  for (const char of text) {
    const plain = foldOne(char, kurdish);
    for (let each = 0; each < plain.length; each++) places.push([place, place + char.length]);
    folded += plain;
    place += char.length;
  }
  return [...folded.matchAll(WORD)].map(({ 0: word, index }) => {
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

const make = (name, properties = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
const textOf = (run) => (typeof run === "string" ? run : run[0]);
const summed = (distances) => { let sum = 0; return distances.map((each) => (sum += each)); };

// Each term of a small timeline with the entries that have it in a name, and in a text; a whole name ends with a space.
const termsOf = (entries, kurdish) => {
  const terms = new Map();
  const add = (term, column, number) => {
    if (!terms.has(term)) terms.set(term, [term, new Set(), new Set()]);
    terms.get(term)[column].add(number);
  };
  entries.forEach(([, , title, , , names = [], texts = [], tags = []], number) => {
    for (const run of [title, ...names]) {
      const found = wordsOf(textOf(run), kurdish).map(({ word }) => word);
      for (const term of [...found, [...found, ""].join(" ")]) add(term, 1, number);
    }
    for (const run of [...texts, ...tags]) for (const { word } of wordsOf(textOf(run), kurdish)) add(word, 2, number);
  });
  return [...terms.values()];
};

// What can be found. Its parts are loaded as scripts: nothing else can be loaded from a disk.
class Index {
  parts = new Map();

  constructor(folder) {
    this.folder = folder;
  }

  load(name) {
    const asked = this.parts.get(name) ?? new Promise((resolve, reject) => {
      const script = make("script", { src: new URL(name, this.folder) });
      script.addEventListener("load", () => { resolve(script.index); script.remove(); });
      script.addEventListener("error", () => { this.parts.delete(name); reject(script); });
      document.head.append(script);
    });
    this.parts.set(name, asked);
    return asked;
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
        found.set(number, { number, value: hit.value + value * rarity, weight: hit.weight + rarity });
      }
    }
    const name = sought.map(({ word }) => word).join(" ");
    for (const [term, inNames] of name ? await this.terms(rangeOf(name)) : []) {
      if (term.includes(" ")) for (const number of inNames) if (found.has(number)) found.get(number).value += term === `${name} ` ? WHOLE : BEGINS;
    }
    const hits = [...found.values()];
    const enough = ENOUGH * Math.max(...hits.map(({ weight }) => weight));
    return hits.filter(({ weight }) => weight >= enough)
      .sort((one, other) => other.value - one.value || one.number - other.number)
      .map(({ number }) => number);
  }
}

// Showing

const joined = (items, between) => items.flatMap((each, place) => (place ? [between, each] : [each]));

class Shown {
  constructor(first, query) {
    this.first = first;
    this.sought = asked(query, first.kurdish);
  }

  // The words of a run that were looked for.
  hits(run) {
    const { kurdish } = this.first;
    return wordsOf(textOf(run), kurdish).filter(({ word }) => this.sought.some((each) => likeness(word, each, kurdish)));
  }

  // A run of text in its language, what was looked for marked.
  run(run) {
    const text = textOf(run);
    const shown = make("bdi", run === text ? {} : { lang: run[1], dir: this.first.directions[run[1]] });
    let place = 0;
    for (const { from, to } of this.hits(run)) {
      shown.append(text.slice(place, from), make("mark", {}, text.slice(from, to)));
      place = to;
    }
    shown.append(text.slice(place));
    return shown;
  }

  href([kind, id], base) {
    return new URL(`${this.first.kinds[kind][0]}/${id}.html`, base).href;
  }

  kind([kind]) {
    return this.first.kinds[kind][1];
  }

  mark(number) {
    const [symbol, style, label] = this.first.marks[number];
    const mark = make("span", { class: `mark ${style}` }, label);
    if (symbol) mark.insertAdjacentHTML("afterbegin", `<svg width="16" height="16" aria-hidden="true"><use href="#${symbol}"/></svg> `);
    return mark;
  }

  // The other names that fit better than the title, the best of them.
  names([kind, , title, , , names = []]) {
    const count = (run) => this.hits(run).length;
    const most = Math.max(count(title) + 1, ...names.map(count));
    const shown = names.filter((name) => count(name) === most).slice(0, 2);
    if (!shown.length) return [];
    const { names: labels, comma } = this.first.words;
    const folder = this.first.kinds[kind][0];
    const runs = shown.map((name) => (folder === "events" ? make("q", {}, this.run(name)) : this.run(name)));
    return [make("span", {}, `${labels[folder] ?? labels.others} `, ...joined(runs, `${comma} `))];
  }

  result(entry, base) {
    const [kind, , title, when, mark, , texts = []] = entry;
    // The only text of a source is its outlet.
    const isSource = this.first.kinds[kind][0] === "sources";
    const text = isSource ? null : texts.find((each) => this.hits(each).length);
    const outlet = isSource ? texts.map((each) => this.run(each)) : [];
    const about = [...(when ? [this.kind(entry)] : []), ...outlet, ...(mark >= 0 ? [this.mark(mark)] : []), ...this.names(entry)];
    return make("li", {},
      make("span", { class: "at meta" }, when ? this.run(when) : this.kind(entry)),
      make("p", { class: "t" }, make("a", { href: this.href(entry, base) }, this.run(title))),
      make("p", { class: "meta" }, ...joined(about, " · ")),
      ...(text ? [make("p", { class: "note" }, this.run(text))] : []));
  }

  option(entry, id) {
    const [, , title, when] = entry;
    const notes = [when ? this.run(when) : this.kind(entry), ...this.names(entry)];
    return make("li", { id, role: "option", "aria-selected": "false" }, make("span", { class: "t" }, this.run(title)), " ",
      make("span", { class: "meta" }, ...joined(notes, " · ")));
  }
}

const counted = ({ words: { digits, results } }, count) => {
  const category = new Intl.PluralRules(document.documentElement.lang).select(count);
  const number = String(count).replace(/\d/g, (digit) => digits[digit]);
  return (results[category] ?? results.other).replace("{n}", number);
};
const FEW = 7, MANY = 20;

// A field: it opens the index when it is first used, and sends what is typed to no host.
class Field {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input");
    this.base = form.action;
    this.index = new Index(new URL("search/", this.base));
    this.turn = 0;
    const open = () => this.index.open().catch(() => {});
    this.input.addEventListener("focus", open, { once: true });
    this.input.addEventListener("input", () => this.look());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
  }

  get query() {
    return this.input.value.trim();
  }

  // Shows what is found, unless something else was typed in the meantime.
  async look() {
    const turn = ++this.turn;
    const { query, index } = this;
    try {
      const first = await index.open();
      const numbers = await index.search(query);
      const entries = await index.entries(numbers.slice(0, this.most));
      if (turn === this.turn) this.show(first, new Shown(first, query), entries, numbers);
    } catch {
      this.clear();
    }
  }
}

// In the header: suggestions below the field, a combobox after ARIA 1.2.
class Box extends Field {
  most = FEW;
  current = -1;

  constructor(form) {
    super(form);
    this.list = make("ul", { class: "suggestions", id: `${this.input.id}-list`, role: "listbox", hidden: "" });
    this.status = make("span", { class: "hidden", role: "status" });
    form.append(this.list, this.status);
    const states = { role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list" };
    for (const [key, value] of Object.entries(states)) this.input.setAttribute(key, value);
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.clear());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", ({ target }) => this.go([...this.list.children].indexOf(target.closest("li"))));
  }

  show(first, shown, entries) {
    if (!entries.length) this.clear();
    this.entries = entries.map((entry) => shown.href(entry, this.base));
    this.list.setAttribute("aria-label", first.words.list);
    this.list.replaceChildren(...entries.map((entry, place) => shown.option(entry, `${this.list.id}-${place}`)));
    this.open(entries.length > 0);
    this.status.textContent = this.query ? counted(first, entries.length) : "";
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
    this.choose(-1);
  }

  clear() {
    this.turn++;
    this.open(false);
    this.status.textContent = "";
  }

  choose(place) {
    this.current = place;
    [...this.list.children].forEach((each, number) => each.setAttribute("aria-selected", String(number === place)));
    const chosen = this.list.children[place];
    if (chosen) {
      this.input.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  press(event) {
    const count = this.list.hidden ? 0 : this.list.children.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count) this.choose((this.current + 1 + step + count + 1) % (count + 1) - 1);
    else if (step === 1 && this.query) this.look();
    else if (event.key === "Escape" && count) this.clear();
    else return;
    event.preventDefault();
  }

  go(place) {
    if (this.entries[place]) location.assign(this.entries[place]);
  }

  submit() {
    if (this.current >= 0) this.go(this.current);
    else location.assign(`${this.base}${this.query ? `#q=${encodeURIComponent(this.query)}` : ""}`);
  }
}

// On the search page: all hits, and the query in the part of the address that no host sees.
class Results extends Field {
  most = MANY;

  constructor(form, place) {
    super(form);
    this.status = make("p", { class: "sans", role: "status" });
    this.list = make("ol", { class: "rows" });
    this.more = make("button", { type: "button", class: "more-hits", hidden: "" });
    this.more.addEventListener("click", () => this.extend());
    place.append(this.status, this.list, this.more);
    addEventListener("hashchange", () => this.read());
    this.read();
  }

  read() {
    const given = new URLSearchParams(location.hash.slice(1)).get("q") ?? new URLSearchParams(location.search).get("q");
    this.most = MANY;
    if (given !== null && given !== this.query) this.input.value = given;
    if (this.query) this.look(); else this.input.focus();
  }

  show(first, shown, entries, numbers) {
    this.list.replaceChildren(...entries.map((entry) => shown.result(entry, this.base)));
    const nothing = this.query ? first.words.none : "";
    this.status.textContent = numbers.length ? counted(first, numbers.length) : nothing;
    this.more.textContent = first.words.more;
    this.more.hidden = numbers.length <= entries.length;
  }

  async extend() {
    const before = this.list.children.length;
    this.most += MANY;
    await this.look();
    this.list.children[before]?.querySelector("a").focus();
  }

  clear() {
    this.list.replaceChildren();
    this.status.textContent = "";
  }

  submit() {
    this.most = MANY;
    if (this.query) location.assign(`#q=${encodeURIComponent(this.query)}`);
    this.look();
  }
}

const hits = document.querySelector(".hits");
for (const form of document.querySelectorAll("form[role=search]")) hits ? new Results(form, hits) : new Box(form);
