"""Reading, linking, checking."""
