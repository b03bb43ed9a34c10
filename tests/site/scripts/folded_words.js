// The words of texts and their roots, as the source of the search script has them.
([source, texts, kurdish]) => {
  const { wordsOf, stem } = new Function(`${source}; return { wordsOf, stem }`)();
  return texts.map((text) => {
    const found = wordsOf(text, kurdish).map(({ word }) => word);
    return [found, kurdish ? found : found.map(stem)];
  });
}
