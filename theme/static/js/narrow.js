// Narrows the chronicle down in place and keeps the choice in the address. Without it each option is a link to the page
// of what it stands for.
const section = document.querySelector("#chronicle[data-total]");
if (section) {
  const ONE_OF_EACH = ["type", "standing", "importance"];
  const STEP = 100;
  const find = (selector) => section.querySelector(selector);
  const facets = [...section.querySelectorAll("[data-facet]")].map((box) => box.dataset.facet);
  const options = [...section.querySelectorAll("a[data-key]")].map((link) => (
    { link, facet: link.closest("[data-facet]").dataset.facet, key: link.dataset.key, count: link.querySelector(".num") }
  ));
  const [said, chosen, chips, rows, whole] = [".found", ".chosen", ".chips", ".rows", ".whole"].map(find);
  const rest = find(".rest");
  const answer = find(".answer");
  let entries = null;
  let shown = STEP;

  const onThisPage = () => [...whole.querySelectorAll(".entry")].map((box) => (
    { box, keys: new Set(facets.flatMap((facet) => (box.getAttribute(`data-${facet}`) || "").split(" ").map((key) => `${facet} ${key}`))) }
  ));
  const fromTheList = ({ keys, names, entries: all }) => {
    const words = keys.map((pair) => pair.join(" "));
    nameOf.list = new Map(words.map((word, place) => [word, names[place]]));
    return all.map((row) => ({ row, keys: new Set(row[4].map((place) => words[place])) }));
  };
  const load = () => {
    const script = document.createElement("script");
    script.src = section.dataset.entries;
    script.onload = () => { entries = fromTheList(globalThis.waqaiEntries); refine(); };
    document.head.append(script);
  };

  const wanted = () => {
    const query = new URLSearchParams(location.search);
    return facets.flatMap((facet) => query.getAll(facet).map((key) => [facet, key]));
  };
  const toggled = (facet, key) => {
    const kept = wanted().filter(([name, other]) => name !== facet || (other !== key && !ONE_OF_EACH.includes(facet)));
    return isWanted(facet, key) ? kept : [...kept, [facet, key]];
  };
  const isWanted = (facet, key) => wanted().some(([name, other]) => name === facet && other === key);
  const holding = (choices) => entries.filter(({ keys }) => choices.every((pair) => keys.has(pair.join(" "))));

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    const [words, lang, dir] = [text].flat();
    made.textContent = words;
    for (const [key, value] of Object.entries({ lang, dir, ...attributes })) if (value) made.setAttribute(key, value);
    return made;
  };
  const optionOf = (facet, key) => options.find((option) => option.facet === facet && option.key === key);
  const nameOf = (facet, key) => {
    const known = optionOf(facet, key)?.link.querySelector("bdi") || whole.querySelector(`a[href$="/${CSS.escape(key)}.html"] bdi`);
    return known ? [known.textContent, known.lang, known.dir] : nameOf.list?.get(`${facet} ${key}`) || key;
  };

  const chip = ([facet, key]) => {
    const name = nameOf(facet, key);
    const item = document.createElement("li");
    const drop = element("a", "", { href: "#chronicle", "aria-label": chips.dataset.drop.replace("{name}", [name].flat()[0]) });
    drop.dataset.drop = `${facet} ${key}`;
    drop.append(element("bdi", name), " ×");
    item.append(drop);
    return item;
  };
  const line = ({ row: [href, number, date, title] }) => {
    const item = document.createElement("li");
    const at = element("span", "", { class: "at meta" });
    const link = element("a", "", { href });
    const heading = element("p", "", { class: "t" });
    at.append(element("bdi", date));
    link.append(element("bdi", title));
    heading.append(element("span", number, { class: "ref" }), " ", link);
    item.append(at, heading);
    return item;
  };

  const showEntries = (found, narrowed) => {
    if (section.dataset.entries) {
      whole.hidden = narrowed;
      rows.hidden = !narrowed || !found.length;
      rows.replaceChildren(...(narrowed ? found.slice(0, shown) : []).map(line));
      rest.parentElement.hidden = !narrowed || found.length <= shown;
      return;
    }
    const kept = new Set(found);
    for (const entry of entries) entry.box.hidden = !kept.has(entry);
    for (const month of whole.querySelectorAll(".month")) {
      let count = 0;
      for (let next = month.nextElementSibling; next?.matches(".entry"); next = next.nextElementSibling) count += !next.hidden;
      month.hidden = !count;
      month.querySelector(".meta").textContent = count;
    }
  };
  const showOptions = (choices) => {
    const counts = new Map();
    for (const facet of facets) {
      const others = ONE_OF_EACH.includes(facet) ? choices.filter(([name]) => name !== facet) : choices;
      for (const { keys } of holding(others)) for (const key of keys) if (key.startsWith(`${facet} `)) counts.set(key, (counts.get(key) || 0) + 1);
    }
    for (const { link, facet, key, count } of options) {
      const on = isWanted(facet, key);
      count.textContent = counts.get(`${facet} ${key}`) || 0;
      link.parentElement.hidden = !on && !counts.has(`${facet} ${key}`);
      if (on) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    }
  };
  const refine = () => {
    const choices = wanted();
    if (!entries && !choices.length) return;
    if (!entries && section.dataset.entries) { load(); return; }
    entries ||= onThisPage();
    const found = holding(choices);
    showEntries(found, choices.length > 0);
    showOptions(choices);
    chips.replaceChildren(...choices.map(chip));
    chosen.hidden = !choices.length;
    answer.hidden = !choices.length;
    said.textContent = !choices.length ? "" : found.length ? said.dataset.some.replace("{n}", found.length).replace("{total}", section.dataset.total) : said.dataset.none;
    answer.firstChild.textContent = said.textContent;
    for (const other of document.querySelectorAll("a[hreflang]")) other.search = location.search;
  };
  const go = (choices) => {
    const query = new URLSearchParams(choices).toString();
    const address = location.pathname + (query && `?${query}`);
    shown = STEP;
    // Some browsers let a page that was opened from a disk keep no state; there the address is simply opened.
    try { history.pushState(null, "", address); } catch { location.assign(`${address}#chronicle`); return; }
    refine();
  };

  section.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-key], a[data-drop], a[data-reset]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const option = options.find((each) => each.link === link);
    if (option) { go(toggled(option.facet, option.key)); return; }
    go(link.dataset.drop ? toggled(...link.dataset.drop.split(/ (.*)/s, 2)) : []);
    said.focus();
  });
  rest.addEventListener("click", () => { shown += STEP; refine(); });
  addEventListener("popstate", refine);
  refine();
  if (wanted().length) section.scrollIntoView();
}
