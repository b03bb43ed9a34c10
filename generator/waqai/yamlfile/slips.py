"""The slips that leave a file no YAML, each with its cure."""

from __future__ import annotations

from waqai.problems import N_, Fault

UNQUOTED_COLON = Fault(
    "unquoted-colon",
    N_("a second colon in the line, inside an unquoted text"),
    N_("quotes around a text that holds a colon followed by a space"),
    N_("Put quotes around the whole text."),
)
TAB_INDENT = Fault(
    "tab-indent",
    N_("a tab at the beginning of the line"),
    N_("spaces"),
    N_("Replace the tab with two spaces for each level."),
)
OPEN_QUOTE = Fault(
    "open-quote",
    N_("a quote ({quote}) that is not closed"),
    N_("the same quote at the end of the text"),
    N_("Add {quote} at the end of the text; inside of it, write {inside}."),
)
TEXT_AFTER_QUOTE = Fault(
    "text-after-quote",
    N_("more text after the closing quote ({quote})"),
    N_("quotes around the whole text"),
    N_("Put the quotes around everything; a quote inside of them is written {inside}."),
)
CURLY_QUOTES = Fault(
    "curly-quotes",
    N_("the typographic quote {quote} where quotes are needed that YAML knows"),
    N_("straight quotes, \" or '"),
    N_("Put straight quotes around the whole text; {quote} may stay inside of them."),
)
OPEN_BRACKET = Fault(
    "open-bracket",
    N_("an opening “{bracket}” without its partner"),
    N_("“{partner}” at the end of the list or map"),
    N_("Add “{partner}”; if the bracket belongs to the text, put quotes around the whole text."),
)
COMMENT_IN_BRACKETS = Fault(
    "comment-in-brackets",
    N_("a “#” inside brackets: it begins a comment, so the closing “{partner}” is not read"),
    N_("quotes around a text that holds “#” after a space"),
    N_("Put quotes around the text, or move the comment behind the closing bracket."),
)
TEXT_AFTER_BRACKET = Fault(
    "text-after-bracket",
    N_("more text after a closing bracket"),
    N_("the end of the line"),
    N_("Delete what is too much; if the brackets belong to the text, put quotes around the whole text."),
)
LINK_AT_START = Fault(
    "link-at-start",
    N_("an unquoted text that begins with a link, “[[”"),
    N_("quotes around a text that begins with a bracket"),
    N_("Put quotes around the whole text."),
)
COMMA_IN_BRACKETS = Fault(
    "comma-in-brackets",
    N_("a comma without an entry before it"),
    N_("an entry between two commas"),
    N_("Delete the comma that is too much."),
)
ARABIC_COMMA_BETWEEN = Fault(
    "arabic-comma-between",
    N_("an Arabic comma inside brackets"),
    N_("the Latin comma “,” between entries, and quotes around a text that holds a comma"),
    N_("Replace “،” with “,” where it separates two entries."),
)
WRONG_INDENT = Fault(
    "wrong-indent",
    N_("a line that begins at column {start}, where none of the lines above begins"),
    N_("the same number of spaces before all keys of one level"),
    N_("Move the line so that it begins below the line that it belongs beside."),
)
INDENT_BELOW_TEXT = Fault(
    "indent-below-text",
    N_("a key set below “{above}”, which has a text already"),
    N_("a key at the same column as the one above it"),
    N_("Delete the spaces before it, or the text behind the colon above."),
)
LIST_AMONG_KEYS = Fault(
    "list-among-keys",
    N_("entries of a list (“- …”) and keys (“…: …”) side by side"),
    N_("either a list or keys"),
    N_("Give the list a key of its own (“key:”) and move it below that, or remove the “-”."),
)
DASH_IN_VALUE = Fault(
    "dash-in-value",
    N_("“- ” right behind a colon"),
    N_("a list that begins on the next line"),
    N_("Start a new line before “-”, or put quotes around the text."),
)
SIGN_AT_START = Fault(
    "sign-at-start",
    N_("“{sign}” at the beginning of an unquoted text"),
    N_("quotes around a text that begins with a sign that means something else in YAML"),
    N_("Put quotes around the whole text."),
)
SPACE_AFTER_COLON = Fault(
    "space-after-colon",
    N_("“{key}:” with no space after the colon"),
    N_("“{key}: …”"),
    N_("Add a space after the colon."),
)
SPACE_AFTER_DASH = Fault(
    "space-after-dash",
    N_("“-{text}” with no space after the dash"),
    N_("“- {text}” for an entry of a list"),
    N_("Add a space after the dash; if the dash belongs to the text, put quotes around it."),
)
NO_COLON = Fault(
    "no-colon",
    N_("a line without a colon among keys"),
    N_("“key: value”"),
    N_("Add the key, or indent the line further than the key whose text it continues."),
)
BAD_ESCAPE = Fault(
    "bad-escape",
    N_("a backslash in a text in double quotes that does not begin an escape YAML knows"),
    N_("\\\\ for a backslash"),
    N_("Double the backslash, or use single quotes."),
)
NOT_YAML = Fault(
    "not-yaml",
    N_("something that YAML cannot read: {reason}"),
    N_("keys and values as in the annotated example"),
    N_("Compare the line, and the one above it, with the example; quotes around the text often help."),
)
