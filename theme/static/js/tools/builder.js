// What is chosen is shown in the frame, and what the frame says of itself fills in the snippets. Without this file the
// choices are links to the embeds, and the snippets are those of the first view.
const builder = document.querySelector(".builder");
const form = builder.querySelector(".choices");
const frame = builder.querySelector("iframe");
const page = document.documentElement;
const asked = new URLSearchParams(location.search).get("view") ?? "";
const escaped = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
let view = /^[a-z-]+(\/[\w-]+)?$/.test(asked) ? asked : builder.dataset.view;

const shade = () => form.shade.value && `#${form.shade.value}`;
const language = () => form.language.value || page.lang;
const embed = () => `${language()}/embed/${view}.html`;
const path = () => embed() + shade();
let told; // what the frame said last, and of which embed

const show = () => {
  frame.src = builder.dataset.root + path();
  if (told?.embed === embed()) fill(told); // the same embed in other colours has nothing new to say
  frame.style.maxInlineSize = form.width.value && `${form.width.value}px`;
  for (const link of builder.querySelectorAll("a[data-view]")) {
    if (link.dataset.view !== view) link.removeAttribute("aria-current");
    else {
      link.setAttribute("aria-current", "true");
      link.closest("details").open = true;
    }
  }
};

// An attribute where something was chosen.
const option = (name, value) => value && ` ${name}="${value}"`;

const fill = ({ about: { title, href, image = "" }, height }) => {
  const values = {
    src: builder.dataset.site + path(),
    title, href, image, height,
    lang: language(),
    dir: form.language.value ? form.language.selectedOptions[0].dir : page.dir,
    width: form.width.value || "100%",
  };
  const options = option("lang", form.language.value) + option("width", form.width.value);
  const filled = (_, name) => name === "options" ? options : String(values[name]).replace(/[&<>"']/g, (sign) => escaped[sign]);
  for (const code of builder.querySelectorAll("[data-pattern]")) {
    code.replaceChildren(...code.dataset.pattern.split(/(\{title\})/).map((part, number) => {
      const text = part.replace(/\{(\w+)\}/g, filled);
      // The title has its own language and direction in the midst of the code.
      return number % 2 ? Object.assign(document.createElement("bdi"), { lang: values.lang, dir: values.dir, textContent: text }) : text;
    }));
  }
};

addEventListener("message", ({ source, data }) => {
  if (source !== frame.contentWindow || data?.sentinel !== "amp") return;
  frame.height = data.height;
  told = { embed: embed(), about: data.about, height: data.height };
  fill(told);
});
builder.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-view]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  view = link.dataset.view;
  show();
  frame.scrollIntoView({ block: "nearest" });
});
form.addEventListener("change", show);
form.hidden = false;
show();
