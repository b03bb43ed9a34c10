"""GeoJSON (RFC 7946): longitude before latitude, WGS 84."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Feature:
    """Something that has a place on the earth."""

    id: str
    positions: Sequence[tuple[float, float]]
    """Latitude and longitude, in degrees; one or more."""
    properties: Mapping[str, Any]
    """Plain values, as programs for maps show them in a table."""


def geojson(features: Iterable[Feature], about: Mapping[str, str]) -> bytes:
    """A collection of features; `about` says what it is of and under which licence."""
    head = {"type": "FeatureCollection", **about}
    lines = ",\n".join(json.dumps(_feature(feature), ensure_ascii=False) for feature in features)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "features": [\n{lines}\n]}}\n'.encode()


def _feature(feature: Feature) -> dict[str, Any]:
    points = [[longitude, latitude] for latitude, longitude in feature.positions]
    many = {"type": "MultiPoint", "coordinates": points}
    geometry = many if len(points) > 1 else {"type": "Point", "coordinates": points[0]}
    return {"type": "Feature", "id": feature.id, "geometry": geometry, "properties": dict(feature.properties)}
