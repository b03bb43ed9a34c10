// Keeps the reader’s text size, colour scheme, choice of names and spacing of the overview. All work without this file, and
// for one page without storage.
for (const name of ["size", "scheme", "names", "spacing"]) {
  const key = `waqai-${name}`;
  let kept = null;
  try { kept = localStorage.getItem(key); } catch { /* storage may be refused: a choice then lasts for one page */ }
  for (const input of document.querySelectorAll(`input[name="${name}"]`)) {
    if (input.value === kept) input.checked = true;
    input.addEventListener("change", () => {
      try { localStorage.setItem(key, input.value); } catch { /* as above */ }
    });
  }
}
