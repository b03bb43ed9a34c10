// What stands in the form, as the value that the file will have, and which input each part of it came from.
class Filled {
  constructor(form) {
    this.inputs = new Map();
    this.ids = new Map([...form.querySelectorAll("datalist")].map((list) => [list.id, idsIn(list)]));
    this.value = this.event(form);
  }

  event(form) {
    const { way, a, b, type } = form.elements;
    const said = this.word(form.elements.said, ["date", "said"]);
    const date = this.date(way.selectedOptions[0].dataset, a, b);
    this.inputs.set("type", type);
    return present({
      title: this.texts(form, "title", ["title"]),
      date: said ? present({ is: date, said }) : date,
      type: type.value,
      sources: this.sources(form),
      summary: this.texts(form, "summary", ["summary"]),
      who: this.roles(rowsOf(form, "who")),
      where: this.list(rowsOf(form, "where"), ["where"]),
      about: this.list(rowsOf(form, "about"), ["about"]),
      claims: this.claims(rowsOf(form, "claims")),
    });
  }

  word(input, path) {
    this.inputs.set(path.join("/"), input);
    return cleaned(input.value) || undefined;
  }

  // The id of what was chosen by its name; anything else as it was written.
  id(input, path) {
    const text = this.word(input, path);
    return text && (this.ids.get(input.list?.id)?.get(text) ?? text);
  }

  date({ pattern }, a, b) {
    const first = this.word(a, ["date"]), second = this.word(b, ["date", "until"]);
    this.inputs.set("date/is", a);
    return first && (second || !pattern.includes("{b}")) ? pattern.replace("{a}", first).replace("{b}", second) : undefined;
  }

  // A text by language. Where there is none, a fault in it belongs to the input of the default language.
  texts(scope, name, path) {
    const inputs = [...scope.querySelectorAll(`[data-text="${name}"]`)].filter((input) => inputRow(input) === inputRow(scope));
    const found = inputs.map((input) => [input.lang, this.word(input, [...path, input.lang])]);
    this.inputs.set(path.join("/"), inputs[0]);
    return present(Object.fromEntries(found));
  }

  list(rows, path) {
    return filled(rows.map((row) => row.querySelector("input")), (input, index) => this.id(input, [...path, index]));
  }

  sources(form) {
    const known = this.list(rowsOf(form, "reports"), ["sources"]) ?? [];
    this.inputs.set("sources", form.querySelector("[data-list=reports] [data-add]"));
    const others = filled(rowsOf(form, "sources"), (row, index) => {
      const path = ["sources", known.length + index];
      return present({
        url: this.word(row.querySelector("[name=url]"), [...path, "url"]),
        title: this.texts(row, "title", [...path, "title"]),
        publisher: this.id(row.querySelector("[name=publisher]"), [...path, "publisher"]),
      });
    });
    return known.length || others ? [...known, ...(others ?? [])] : undefined;
  }

  roles(rows) {
    const found = {};
    for (const row of rows) {
      const role = row.querySelector("select").value, actors = found[role] ?? [];
      const actor = this.id(row.querySelector("input"), ["who", role, actors.length]);
      if (actor) found[role] = [...actors, actor];
    }
    return present(found);
  }

  claims(rows) {
    return filled(rows, (row, index) => {
      const path = ["claims", index], text = this.texts(row, "text", [...path, "text"]);
      const chain = this.list(rowsOf(row, "chain"), [...path, "chain"]);
      this.inputs.set([...path, "chain"].join("/"), row.querySelector("[data-list=chain] [data-add]"));
      return text || chain ? present({ id: `claim-${index + 1}`, text, chain }) : undefined;
    });
  }
}

const inputRow = (element) => element.closest(".row");
const idsIn = (list) => new Map([...list.options].map((option) => [option.value, option.dataset.id]));
const rowsOf = (scope, name) => [...scope.querySelector(`[data-list="${name}"] > div`).children];

// A map without what is not there, and nothing for an empty one.
function present(map) {
  const entries = Object.entries(map).filter(([, value]) => value !== undefined);
  return entries.length ? Object.fromEntries(entries) : undefined;
}

// The values of rows in which something stands; each is told the place that it will have.
function filled(rows, make) {
  const found = [];
  for (const row of rows) {
    const value = make(row, found.length);
    if (value !== undefined) found.push(value);
  }
  return found.length ? found : undefined;
}
