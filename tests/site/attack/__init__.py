"""Attacks on readers: texts that try to become code, in every field of every kind, and a browser that watches."""
