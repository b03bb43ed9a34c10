// How much of the layout has moved by itself since the page began to load (Cumulative Layout Shift).
() => new Promise((resolve) => {
  let sum = 0;
  const add = (entries) => { for (const entry of entries) if (!entry.hadRecentInput) sum += entry.value; };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  // Two frames after the last font the browser has laid out and reported all that it will.
  const report = () => { add(observer.takeRecords()); resolve(sum); };
  document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(report, 50))));
})
