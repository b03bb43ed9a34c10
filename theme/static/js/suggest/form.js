// The form that suggests an event: it writes the file as one types, and says beside an input what is wrong with it.
// Nothing is sent and nothing is kept; without this file the page tells how to write by hand.
const form = document.querySelector(".suggest");
const { schema, modeline, language, host, mail, messages } = JSON.parse(document.getElementById("suggest").textContent);
const { file, id, note, way, a, b } = form.elements;
const status = form.querySelector("[data-status]");
const touched = new Set();
let named = false; // whether the reader has chosen the file's name

const nameOf = ({ date, title, type }) => {
  const day = JSON.stringify(date ?? "").match(/\d{4}(-\d\d){0,2}/)?.[0];
  const words = Object.values(title ?? {}).map((text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase());
  const latin = words.map((text) => text.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")).find((text) => text.length > 2);
  return [day, latin ?? type].filter(Boolean).join("-").slice(0, 80).replace(/-$/, "");
};

// The faults of the schema, and what a schema cannot see: that every text is there in the default language.
function faults(event, inputs) {
  const texts = [...inputs].filter(([path]) => path.split("/").at(-1) === language);
  const others = (path) => [...inputs].some(([other, input]) => other.startsWith(path.slice(0, -language.length)) && cleaned(input.value));
  const missing = texts.filter(([path, input]) => !cleaned(input.value) && others(path)).map(([path]) => [path.split("/"), "required"]);
  const unnamed = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id.value) ? [] : [[["id"], "pattern"]];
  return [...faultsOf(schema, event), ...missing, ...unnamed];
}

function message(keyword, path, input) {
  if (path[0] === "date" && keyword !== "required") return messages.date;
  if (path.join() === "sources") return messages.source;
  if (["required", "minItems", "minLength"].includes(keyword)) return messages.missing;
  if (input.type === "url") return messages.address;
  return input.list || input === id ? messages.unknown : messages.wrong;
}

// The input that a path leads to, or the nearest around it.
function inputAt(inputs, path) {
  for (let end = path.length; end; end--) {
    const input = inputs.get(path.slice(0, end).join("/"));
    if (input) return input;
  }
  return a;
}

function say(input, words) {
  let told = document.getElementById(input.getAttribute("aria-describedby") ?? "");
  if (!words) { told?.remove(); input.removeAttribute("aria-invalid"); input.removeAttribute("aria-describedby"); return; }
  if (!told) {
    told = document.createElement("span");
    told.className = "fault";
    told.id = `fault-${say.count = (say.count ?? 0) + 1}`;
    (input.closest("label") ?? input).after(told);
    input.setAttribute("aria-describedby", told.id);
  }
  if (told.textContent !== words) told.textContent = words;
  input.setAttribute("aria-invalid", "true");
}

// Writes the file anew; returns the first input that something is wrong with.
function write() {
  const { value, inputs } = new Filled(form);
  inputs.set("id", id);
  if (!named) id.value = nameOf(value);
  file.value = yaml(value, [modeline, ...cleaned(note.value).split("\n").filter(Boolean)]);
  const wrong = new Map();
  for (const [path, keyword] of faults(value, inputs)) {
    const input = inputAt(inputs, path);
    if (!wrong.has(input)) wrong.set(input, message(keyword, path, input));
  }
  for (const input of form.querySelectorAll("[aria-invalid], input, textarea, select, [data-add]")) {
    say(input, touched.has(input) ? wrong.get(input) : "");
  }
  status.textContent = wrong.size ? messages.incomplete.replace("{count}", wrong.size) : messages.complete;
  return [...wrong.keys()].sort((one, other) => one.compareDocumentPosition(other) & 4 ? -1 : 1);
}

function add(list) {
  const row = list.querySelector(":scope > template").content.cloneNode(true);
  list.querySelector(":scope > div").append(row);
  return list.querySelector(":scope > div").lastElementChild;
}

async function copy() {
  try { await navigator.clipboard.writeText(file.value); } catch {
    file.select(); // without leave to write, or an old browser
    if (!document.execCommand("copy")) return messages.marked;
  }
  return messages.copied;
}

function download() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([file.value], { type: "text/yaml" }));
  link.download = `${id.value}.yaml`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  return status.textContent;
}

const within = (address, longest) => address.length <= longest && address;

function open() {
  const empty = `${host.address}?${host.name}=${encodeURIComponent(`${id.value}.yaml`)}`;
  const full = host.text && within(`${empty}&${host.text}=${encodeURIComponent(file.value)}`, host.longest);
  window.open(full || empty, "_blank", "noopener");
  return full ? messages.handed : host.text ? messages.long : messages.paste;
}

function send() {
  const full = within(mail.address + encodeURIComponent(file.value), mail.longest);
  location.href = full || mail.address;
  return full ? messages.handed : messages.long;
}

const DO = { copy, download, open, mail: send };

form.addEventListener("click", async ({ target }) => {
  if (target.matches("[data-add]")) add(target.parentElement).querySelector("select, input, textarea").focus();
  if (target.matches("[data-remove]")) {
    const list = target.closest("[data-list]");
    target.parentElement.remove();
    list.querySelector(":scope > [data-add]").focus();
  }
  if (!target.matches("button")) return;
  if (!target.dataset.do) { write(); return; }
  write().forEach((input) => touched.add(input));
  const [first] = write();
  if (first) first.focus();
  else {
    touched.clear(); // nothing is lost any more when the page is left
    status.textContent = await DO[target.dataset.do]();
  }
});
form.addEventListener("input", ({ target }) => {
  if (target === file) return;
  if (target === id) named = id.value !== "";
  if (target === way) {
    const { kind, pattern } = way.selectedOptions[0].dataset;
    for (const input of [a, b]) input.type = kind;
    b.closest("label").hidden = !pattern.includes("{b}");
  }
  write();
});
form.addEventListener("focusout", ({ target }) => {
  if (target.matches("input, textarea, select") && target.value) { touched.add(target); write(); }
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("beforeunload", (event) => { if (touched.size) event.preventDefault(); });

const chain = document.createElement("datalist");
chain.id = "chain";
for (const name of ["actors", "sources"]) {
  chain.append(...[...document.getElementById(name).options].map((option) => option.cloneNode()));
}
form.append(chain);
for (const [name, wanted] of Object.entries({ open: host, mail })) form.querySelector(`[data-do=${name}]`).hidden = !wanted;
for (const hidden of document.querySelectorAll(".suggest, .suggest-only")) hidden.hidden = false;
for (const name of ["who", "where", "about", "reports"]) add(form.querySelector(`[data-list="${name}"]`));
write();
