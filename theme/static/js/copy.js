// Copies a citation or an address, and hands it to the reader's own device to share. Without this file the same text
// can be marked and copied by hand: its buttons are hidden.
for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  const told = document.getElementById("copied");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const words = source.innerText.replace(/\s+/g, " ").trim();
    told.textContent = "";
    try { await navigator.clipboard.writeText(words); } catch {
      getSelection().selectAllChildren(source); // without leave to write, or an old browser: marked, and copied if possible
      if (!document.execCommand("copy")) return;
    }
    button.dataset.label ??= button.ariaLabel;
    button.ariaLabel = told.textContent = button.dataset.copied;
    setTimeout(() => { button.ariaLabel = button.dataset.label; }, 2000);
  });
}
for (const button of navigator.share ? document.querySelectorAll("[data-share]") : []) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const url = document.getElementById(button.dataset.share).innerText.trim();
    navigator.share({ title: document.title, url }).catch(() => { /* the reader thought better of it */ });
  });
}
