"""The page of metrics, read as Prometheus reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

SAMPLE = re.compile(r'([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\]|\\.)*",?)*)\})? (\S+)')
LABEL = re.compile(r'([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"')


@dataclass
class Family:
    type: str
    help: str
    samples: dict[tuple[str, frozenset], float] = field(default_factory=dict)

    @property
    def labels(self) -> set[str]:
        """The names of all labels but a histogram's own."""
        return {name for _, labels in self.samples for name, _ in labels} - {"le"}


def parse(page: str) -> dict[str, Family]:
    """Families by name; anything that is not exactly the format fails."""
    families: dict[str, Family] = {}
    current = None
    for line in page.splitlines():
        if line.startswith("# HELP "):
            name, text = line[7:].split(" ", 1)
            assert name not in families, f"{name} comes twice"
            current, families[name] = name, Family("", text)
        elif line.startswith("# TYPE "):
            name, kind = line[7:].split(" ")
            assert name == current
            families[name].type = kind
        else:
            match = SAMPLE.fullmatch(line)
            assert match, line
            name, labels, value = match.groups()
            suffixes = ("", "_bucket", "_sum", "_count") if families[current].type == "histogram" else ("",)
            assert name in [current + suffix for suffix in suffixes], line
            key = (name, frozenset(LABEL.findall(labels or "")))
            assert key not in families[current].samples, f"{line} comes twice"
            families[current].samples[key] = float(value)
    return families


def value(families: dict[str, Family], name: str, **labels: str) -> float:
    """One sample, or 0 when there is none."""
    base = re.sub(r"_(bucket|sum|count)$", "", name) if name not in families else name
    return families[base].samples.get((name, frozenset(labels.items())), 0)
