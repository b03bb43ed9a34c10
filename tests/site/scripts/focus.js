// Where the keyboard stands, whether it stood there before, and whether a reader sees it; null outside the page.
() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  window.stops ??= new Set();
  const again = window.stops.has(element);
  window.stops.add(element);
  const shown = [element, element.closest("label")].filter(Boolean);
  const ringed = ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  const circle = element.querySelector("circle");
  const drawn = circle && getComputedStyle(circle).fill === getComputedStyle(element).color;
  const text = element.getAttribute("aria-label") || element.textContent.trim().slice(0, 40);
  return {
    again,
    name: `${element.localName}.${element.getAttribute("class") ?? ""}: ${text}`,
    visible: Boolean(drawn) || shown.some((each) => ringed(getComputedStyle(each)) && each.getClientRects().length > 0),
  };
}
