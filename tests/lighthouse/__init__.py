"""Lighthouse, Google's audit of pages, run on a phone's terms against the published site."""

from __future__ import annotations
