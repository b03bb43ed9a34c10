// Texts that their own box hides a part of, sideways; what only a screen reader meets is left out, and so is a title cut after two lines.
() => [...document.querySelectorAll("body *")]
  .filter((element) => !element.closest(".hidden, .brand, svg, [popover]:not(:popover-open)"))
  .filter((element) => ["hidden", "clip"].includes(getComputedStyle(element).overflowX))
  .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
  .map((element) => `${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 60)}`)
