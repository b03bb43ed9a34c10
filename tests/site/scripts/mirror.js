// Opens what can be opened, switches the direction of the document alone and compares every box with its mirror image.
// Returns how many boxes were compared, and a line for each that is not where its image should be, within 2 px.
//
// Left out: what stands inside a line of text (Unicode's bidirectional algorithm orders it, not the layout), what has
// a direction of its own, options of a closed list, and drawings whose coordinates were computed for their language.
() => {
  const tolerance = 2;
  const width = document.documentElement.clientWidth;
  const isBlock = (element) => !/^(inline|contents|none|ruby)/.test(getComputedStyle(element).display);
  const isLeftOut = (element) => element.matches("[dir], bdi, bdo, option, svg[data-drawn], svg *") || !isBlock(element);

  const collect = (element, found) => {
    for (const child of element.children) {
      if (isLeftOut(child)) continue;
      found.push(child);
      collect(child, found);
    }
    return found;
  };
  const name = (element) => {
    const classes = [...element.classList].map((each) => `.${each}`).join("");
    return `${element.nodeName.toLowerCase()}${element.id ? `#${element.id}` : ""}${classes}`;
  };
  const measure = (elements) => elements.map((element) => element.getBoundingClientRect());

  for (const closed of document.querySelectorAll("details")) closed.open = true;
  const elements = collect(document.body, [document.body]);
  const before = measure(elements);
  document.documentElement.dir = document.documentElement.dir === "rtl" ? "ltr" : "rtl";
  const after = measure(elements);

  const faults = [];
  elements.forEach((element, index) => {
    const image = { left: width - before[index].right, width: before[index].width };
    const differs = Math.abs(after[index].left - image.left) > tolerance
      || Math.abs(after[index].width - image.width) > tolerance
      || Math.abs(after[index].top - before[index].top) > tolerance;
    if (differs) {
      const { left, width: wide, top } = after[index];
      faults.push(`${name(element)} is at ${left.toFixed(0)},${top.toFixed(0)} and ${wide.toFixed(0)} wide, `
        + `its image at ${image.left.toFixed(0)},${before[index].top.toFixed(0)} and ${image.width.toFixed(0)} wide`);
    }
  });
  return { compared: elements.length, faults };
}
