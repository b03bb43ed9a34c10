// Words as a file may hold them: without what the reader of the files refuses because nobody can see it.
const HIDDEN = new RegExp(
  "[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e"
  + "\\u2060-\\u206f\\u2800\\u3164\\uffa0\\ufeff\\ufff0-\\ufffb\\u{e0000}-\\u{e00ff}\\p{Co}\\p{Cs}\\p{Noncharacter_Code_Point}]", "gu");
const BESIDE = "[\\u0620-\\u065f\\u066e-\\u06d3\\u0700-\\u0dff\\ufb50-\\ufdcf\\ufdf0-\\ufdfb\\ufe70-\\ufefc]";
const PICTURE = "\\p{Extended_Pictographic}";
// Joiners stay beside letters that join, and inside emoji.
const STRAY = new RegExp(`(?<!${BESIDE}|${PICTURE}\\ufe0f?(?=\\u200d${PICTURE}))[\\u200c\\u200d](?!${BESIDE})`, "gu");

const cleaned = (text) => text.replace(/\r\n?|[\x85\u2028\u2029]/g, "\n").replace(/\t/g, " ")
  .replace(HIDDEN, "").replace(STRAY, "").replace(/[^\S\n]+$/gm, "").trim();
