// Holds a value against a JSON Schema (draft 2020-12), as far as the schemas of this timeline use it.
// Returns a list of faults: [path, keyword]. The path of a key that is missing is that of the key.
const kindOf = (value) => Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : value === null ? "null" : typeof value;
const isMap = (value) => kindOf(value) === "object";
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const KEYWORDS = {
  $ref: (ref, value, path, check) => check(check.root.$defs[ref.split("/").at(-1)], value, path),
  type: (type, value) => [type].flat().some((kind) => kind === kindOf(value) || (kind === "number" && typeof value === "number")),
  enum: (words, value) => words.some((word) => same(word, value)),
  const: (word, value) => same(word, value),
  pattern: (pattern, value) => typeof value !== "string" || new RegExp(pattern, "u").test(value),
  minLength: (least, value) => typeof value !== "string" || [...value].length >= least,
  maxLength: (most, value) => typeof value !== "string" || [...value].length <= most,
  minimum: (least, value) => typeof value !== "number" || value >= least,
  maximum: (most, value) => typeof value !== "number" || value <= most,
  minItems: (least, value) => !Array.isArray(value) || value.length >= least,
  maxItems: (most, value) => !Array.isArray(value) || value.length <= most,
  minProperties: (least, value) => !isMap(value) || Object.keys(value).length >= least,
  required: (keys, value, path) => isMap(value) ? keys.filter((key) => !Object.hasOwn(value, key)).map((key) => [[...path, key], "required"]) : [],
  anyOf: (forms, value, path, check) => nearest(forms.map((form) => check(form, value, path))),
  oneOf: (forms, value, path, check) => forms.filter((form) => !check(form, value, path).length).length === 1
    || nearest(forms.map((form) => check(form, value, path))),
  if: (condition, value, path, check, schema) => check(condition, value, path).length ? [] : check(schema.then ?? {}, value, path),
  prefixItems: (items, value, path, check) => Array.isArray(value)
    ? items.flatMap((each, index) => index < value.length ? check(each, value[index], [...path, index]) : []) : [],
  items: (each, value, path, check, { prefixItems = [] }) => Array.isArray(value)
    ? value.slice(prefixItems.length).flatMap((one, index) => check(each, one, [...path, index + prefixItems.length])) : [],
  propertyNames: (names, value, path, check) => isMap(value) ? Object.keys(value).flatMap((key) => check(names, key, [...path, key])) : [],
  properties: (keys, value, path, check) => isMap(value)
    ? Object.keys(keys).flatMap((key) => Object.hasOwn(value, key) ? check(keys[key], value[key], [...path, key]) : []) : [],
  additionalProperties: (others, value, path, check, { properties = {} }) => isMap(value)
    ? Object.keys(value).flatMap((key) => Object.hasOwn(properties, key) ? [] : check(others, value[key], [...path, key])) : [],
};

// Of several forms, of which none fits, the one that goes furthest is probably meant.
function nearest(found) {
  const deepest = (faults) => Math.max(...faults.map(([path]) => path.length));
  return found.some((faults) => !faults.length) ? [] : found.sort((one, other) => deepest(other) - deepest(one))[0];
}

function faultsOf(root, value) {
  const check = (schema, one, path) => {
    if (typeof schema === "boolean") return schema ? [] : [[path, "unknown"]];
    return Object.entries(schema).flatMap(([keyword, says]) => {
      const found = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword](says, one, path, check, schema) : [];
      return typeof found === "boolean" ? (found ? [] : [[path, keyword]]) : found;
    });
  };
  check.root = root;
  return check(root, value, []);
}
