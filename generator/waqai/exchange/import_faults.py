"""What can be wrong with a file that is to be imported."""

from __future__ import annotations

from waqai.problems import N_, Fault

NOT_READABLE = Fault(
    "import-unreadable",
    N_("a file that cannot be read as {format}: {reason}"),
    N_("{format} in UTF-8"),
    N_("Export it anew, as {format} in UTF-8, from the program that it comes from."),
)
WRONG_COLUMNS = Fault(
    "import-columns",
    N_("these columns: {found}"),
    N_("the columns of the format, each once, with {needed} among them"),
    N_("Correct the first row: it holds the names of the columns."),
)
BAD_CELL = Fault(
    "import-cell",
    N_("“{cell}” in “{field}”"),
    N_("{expected}"),
    N_("Correct it there, and import the file again."),
)
NO_DATE = Fault(
    "import-undated",
    N_("an entry without a date: {entry}"),
    N_("a year at least"),
    N_("Say when it was, as exactly as it is known; an entry without a date has no place in a timeline."),
)
WRONG_SHAPE = Fault(
    "import-shape",
    N_("{found} in the place of {key}"),
    N_("what the format has there"),
    N_("Correct the file; the documentation of its format says how."),
)
NOTHING = Fault(
    "import-empty", N_("a file without an event"), N_("at least one"), N_("Give the file that holds the events.")
)
