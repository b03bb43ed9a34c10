"""Hostile files of every kind that we could think of, and how much time and memory it takes to refuse them."""

from __future__ import annotations
