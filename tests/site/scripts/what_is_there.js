// What a reader gets from a page: its visible text, blanks folded, and the links in it.
() => ({
  text: document.body.innerText.replace(/\s+/g, " ").trim(),
  links: [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")),
})
