// Reloads the page after a build; shows the faults of a build that failed over the page that is still there.
const style = document.createElement("link");
style.rel = "stylesheet";
style.href = "/.waqai/reload.css";
document.head.append(style);

let first = null;
new EventSource("/.waqai/states").addEventListener("message", (event) => {
  const { version, faults } = JSON.parse(event.data);
  document.querySelector(".waqai-faults")?.remove();
  if (faults.length) show(faults);
  else if (first !== null && version !== first) location.reload();
  first ??= version;
});

function show(faults) {
  const list = document.createElement("ol");
  for (const fault of faults) {
    const item = document.createElement("li");
    const place = document.createElement("code");
    place.dir = "ltr";
    place.textContent = fault.place;
    const text = document.createElement("p");
    text.dir = "auto";
    text.textContent = fault.text;
    item.append(place, text);
    list.append(item);
  }
  const box = document.createElement("div");
  box.className = "waqai-faults";
  box.setAttribute("role", "alert");
  box.append(list);
  document.body.append(box);
}
