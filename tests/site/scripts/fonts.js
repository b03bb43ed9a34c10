// The addresses of the fonts that the page has asked for, once it has them.
() => document.fonts.ready.then(() => performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => name.endsWith(".woff2")))
