// <waqai-timeline src lang languages scheme width height>: a waqai timeline on any page, in a sandboxed frame as high as what
// is in it. The element's own content, a link, stands there until the frame speaks, and wherever this script does not run.
// https://developer.mozilla.org/docs/Web/API/Web_components · No dependency; nothing is added to the page but this element.
(() => {
  "use strict";
  const NAME = "waqai-timeline";
  if (!self.customElements || customElements.get(NAME)) return;

  const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
  const OPAQUE = "null"; // the origin of whatever a sandboxed frame says
  const FALLBACK = 600; // CSS pixels
  const TALLEST = 20000;
  const STYLE = `
    :host { display: grid !important; grid-template-columns: minmax(0, 1fr); }
    :host([hidden]) { display: none !important; }
    iframe, slot { grid-area: 1 / 1; }
    iframe { border: 0; inline-size: 100%; }
    slot { display: block; z-index: 1; align-self: start; }`;

  const pixels = (value) => {
    const number = Number(value);
    return Number.isFinite(number) && number > 0 ? Math.min(Math.ceil(number), TALLEST) : 0;
  };

  class WaqaiTimeline extends HTMLElement {
    static observedAttributes = ["src", "lang", "languages", "scheme", "width", "height"];
    #root = this.attachShadow({ mode: "closed" });
    #slot = document.createElement("slot");
    #frame = null;
    #hear = (event) => this.#heard(event);

    constructor() {
      super();
      try {
        const sheet = new CSSStyleSheet(); // unlike a style element, allowed by any content security policy
        sheet.replaceSync(STYLE);
        this.#root.adoptedStyleSheets = [sheet];
      } catch {
        // Before 2023: without the style, the frame stands above its link.
      }
      this.#root.append(this.#slot);
    }

    connectedCallback() {
      addEventListener("message", this.#hear);
      this.#show();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      this.#leave();
    }

    attributeChangedCallback(name, before, after) {
      if (this.isConnected && before !== after) this.#show();
    }

    #show() {
      const address = this.#address();
      if (!address) return this.#leave();
      if (this.#frame?.src !== address) {
        this.#leave();
        this.#frame = this.#framed();
        this.#size(this.getAttribute("height"));
        this.#frame.src = address;
        this.#root.prepend(this.#frame);
      }
      const width = pixels(this.getAttribute("width"));
      this.#frame.style.maxWidth = width ? `${width}px` : "";
    }

    #framed() {
      const frame = document.createElement("iframe");
      frame.setAttribute("sandbox", SANDBOX);
      frame.setAttribute("width", "100%");
      frame.loading = "lazy";
      frame.referrerPolicy = "no-referrer";
      frame.title = this.textContent.trim();
      return frame;
    }

    #leave() {
      this.#frame?.remove();
      this.#frame = null;
      this.#slot.style.display = "";
    }

    #size(height) {
      this.#frame.height = pixels(height) || FALLBACK;
    }

    // From the frame, and from nobody else: the height that it needs, in the words of AMP and Sidechain.
    #heard({ source, origin, data }) {
      if (!source || source !== this.#frame?.contentWindow || origin !== OPAQUE) return;
      if (data?.sentinel !== "amp" || data.type !== "embed-size" || !pixels(data.height)) return;
      this.#size(data.height);
      this.#frame.title = this.textContent.trim() || String(data.about?.title ?? "");
      this.#slot.style.display = "none";
    }

    // The address in the language that is wanted here, if the timeline has it: /ar/embed/… or /en/embed/….
    #address() {
      let address;
      try {
        address = new URL(this.getAttribute("src") ?? "", document.baseURI);
      } catch {
        return "";
      }
      if (!["https:", "http:", "file:"].includes(address.protocol) || !this.hasAttribute("src")) return "";
      const language = this.#language();
      if (language) address.pathname = address.pathname.replace(/^(.*\/)[^/]+(\/embed\/)/, `$1${language}$2`);
      const scheme = this.getAttribute("scheme");
      if (scheme === "light" || scheme === "dark") address.hash = scheme;
      return address.href;
    }

    #language() {
      const known = (this.getAttribute("languages") ?? "").split(/\s+/).filter((tag) => /^[A-Za-z0-9-]+$/.test(tag));
      const wanted = this.#nearest().toLowerCase();
      const same = (tag) => tag.toLowerCase() === wanted;
      const akin = (tag) => tag.toLowerCase().split("-")[0] === wanted.split("-")[0];
      return known.find(same) ?? known.find(akin) ?? "";
    }

    // Its own lang, or else that of what it stands in, shadow trees included.
    #nearest() {
      for (let node = this; node; node = node.getRootNode().host) {
        const found = node.closest("[lang]");
        if (found) return found.getAttribute("lang");
      }
      return "";
    }
  }

  customElements.define(NAME, WaqaiTimeline);
})();
