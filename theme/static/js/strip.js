// The overview strip by arrow keys: along a lane with the text, up and down between lanes. It is then one stop for Tab;
// without this file every mark is one.
const lanesOf = (plane) => [...plane.querySelectorAll("ol")].map((lane) => [...lane.querySelectorAll("a")]);
const middle = (mark) => mark.getBoundingClientRect().x;

const stop = (plane, mark) => {
  for (const other of plane.querySelectorAll("a")) other.tabIndex = other === mark ? 0 : -1;
};

const nearest = (lane, mark) => lane.reduce((best, other) =>
  Math.abs(middle(other) - middle(mark)) < Math.abs(middle(best) - middle(mark)) ? other : best);

const target = (lanes, mark, key, forward) => {
  const row = lanes.findIndex((lane) => lane.includes(mark));
  const lane = lanes[row];
  const place = lane.indexOf(mark);
  if (key === "Home") return lane[0];
  if (key === "End") return lane.at(-1);
  if (key === "ArrowLeft" || key === "ArrowRight") return lane[place + (key === forward ? 1 : -1)];
  const other = { ArrowUp: lanes[row - 1], ArrowDown: lanes[row + 1] }[key];
  return other && nearest(other, mark);
};

const quiet = (isQuiet) => {
  for (const plane of document.querySelectorAll(".plane")) plane.classList.toggle("is-quiet", isQuiet);
};

for (const plane of document.querySelectorAll(".plane")) {
  plane.classList.add("has-keys");
  stop(plane, plane.querySelector("a"));
  plane.addEventListener("focusin", (event) => { stop(plane, event.target); quiet(false); });
  plane.addEventListener("pointerover", (event) => { if (event.target.closest("a")) quiet(false); });
  plane.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const forward = getComputedStyle(plane).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const next = target(lanesOf(plane), event.target, event.key, forward);
    if (next) { event.preventDefault(); next.focus(); }
  });
}
document.addEventListener("keydown", (event) => { if (event.key === "Escape") quiet(true); });
