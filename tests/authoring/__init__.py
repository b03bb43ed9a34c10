"""New files, and the house form of all files."""
