const KINDS = ["events", "sources", "actors", "places", "topics", "agreements"];

export default function (config) {
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  for (const language of ["en", "ar"]) {
    for (const kind of KINDS) {
      config.addCollection(`${language}-${kind}`, (all) =>
        all.getFilteredByGlob(`**/content/${language}/${kind}/*.md`).sort((a, b) => a.date - b.date));
    }
  }
  return { dir: { input: "content", includes: "../_includes", output: "output" }, markdownTemplateEngine: false };
}
