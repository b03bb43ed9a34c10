"""The published data, `/data/v1/`: what the pages show, for programs.

Version 1 never changes its meaning: fields may be added, and then the second number of the version grows; nothing is
taken away or renamed. What pages keep back is kept back here too: blurred positions, persons whose name is withheld.
"""

from __future__ import annotations

from waqai.site.data.collections import FOLDERS, VERSION, Collection, collection_of, collections_of
from waqai.site.data.files import data_files, works_path

__all__ = ["FOLDERS", "VERSION", "Collection", "collection_of", "collections_of", "data_files", "works_path"]
