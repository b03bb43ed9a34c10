// Every piece of text whose script differs from what its lang says, or whose direction is not its script's.
// Returns a list of lines. Acronyms belong to no language; code and addresses have none, yet read left to right.
() => {
  const unread = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE"]);
  const isArabic = (text) => 2 * (text.match(/\p{Script=Arabic}/gu) ?? []).length > text.match(/\p{L}/gu).length;
  const isAcronym = (text) => !/\p{Ll}|\p{Lo}/u.test(text);
  const isAddress = (text) => /^[^\s]*(@|:\/\/|\w\.\w)[^\s]*$/.test(text.trim());
  const isCode = (element) => element.closest("code, kbd, samp, pre") !== null;
  const languageOf = (element) => element.closest("[lang]")?.getAttribute("lang") ?? "";
  const isArabicLanguage = (tag) => tag !== "" && new Intl.Locale(tag).maximize().script === "Arab";

  const faults = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data;
    const element = walker.currentNode.parentElement;
    if (!/\p{L}/u.test(text) || unread.has(element.nodeName)) continue;
    const arabic = isArabic(text);
    if (!arabic && isAcronym(text)) continue;
    const language = languageOf(element);
    const shown = `<${element.nodeName.toLowerCase()}> ${JSON.stringify(text.trim().slice(0, 60))}`;
    const speechless = !arabic && (isCode(element) || isAddress(text));
    if (!speechless && isArabicLanguage(language) !== arabic) faults.push(`${shown} stands under lang=${language}`);
    if (!element.matches(arabic ? ":dir(rtl)" : ":dir(ltr)")) faults.push(`${shown} stands in the wrong direction`);
  }
  return faults;
}
