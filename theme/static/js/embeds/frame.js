// Tells the page around the frame how high the embed is, in the words of AMP and Sidechain, of Datawrapper, and of Pym.
// What goes out is what anyone can read here, so it may go to any page; nothing is listened to.
if (parent !== self) {
  const asked = new URLSearchParams(location.search);
  const about = {
    title: document.title,
    href: document.querySelector("link[rel=canonical]").href,
    image: document.querySelector("meta[property='og:image']")?.content,
  };
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    const words = [
      { sentinel: "amp", type: "embed-size", height, width: innerWidth, about },
      { "datawrapper-height": { [location.pathname]: height } },
      `pymxPYMx${asked.get("childId") ?? ""}xPYMxheightxPYMx${height}`,
    ];
    for (const word of words) parent.postMessage(word, "*");
  };
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("load", tell);
}
