// Writes plain values as YAML 1.2 that every reader understands alike: what could mean anything else is quoted.
const WORD = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)\p{L}[\p{L}\p{M}\p{N} .()،؛–-]*$/iu;
const ID_OR_DATE = /^(?:(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][a-z0-9-]*|\d{4}-\d\d(?:-\d\d)?(?:[?~%]|-[a-z0-9-]+)?(?:\/[\d.?~%-]*)?|\d{4})$/;

const quoted = (text) => /"/.test(text) && !/['\n]/.test(text) ? `'${text}'` : JSON.stringify(text);
const scalar = (text) => WORD.test(text) || ID_OR_DATE.test(text) ? text : quoted(text);

// The lines of a value behind its key or dash, each with its own indentation; the first one goes on the line of the key.
function lines(value, indent) {
  const space = " ".repeat(indent);
  if (Array.isArray(value)) {
    if (value.every((each) => ID_OR_DATE.test(each))) return [` [${value.join(", ")}]`];
    return ["", ...value.flatMap((each) => item(each, space, indent))];
  }
  if (typeof value === "object") return ["", ...entries(value, indent)];
  if (value.includes("\n")) return [" |", ...value.split("\n").map((line) => line && space + line)];
  return [` ${scalar(value)}`];
}

function item(value, space, indent) {
  if (typeof value !== "object") return [`${space}- ${scalar(value)}`];
  const [first, ...others] = entries(value, indent + 2);
  return [`${space}- ${first.trimStart()}`, ...others];
}

function entries(map, indent) {
  const space = " ".repeat(indent);
  return Object.entries(map).flatMap(([key, value]) => {
    const [first, ...others] = lines(value, indent + 2);
    return [`${space}${scalar(key)}:${first}`, ...others];
  });
}

const yaml = (map, comments) => [...comments.map((line) => `# ${line}`.trimEnd()), ...entries(map, 0)].join("\n") + "\n";
