// Asks the browser to keep pages for reading without a connection. Published only where the owner wants it.
if ("serviceWorker" in navigator && location.protocol !== "file:") {
  // Without permission to keep anything, the site works as it does without this file.
  navigator.serviceWorker.register(new URL("../worker.js", document.currentScript.src)).catch(() => {});
}
