"""Sources, places and spans: what every later stage points at. Imports nothing of the project."""

from servanda.text.decode import LARGEST, Fault, FaultKind, decode, oddities
from servanda.text.source import Place, Source, Span

__all__ = ["LARGEST", "Fault", "FaultKind", "Place", "Source", "Span", "decode", "oddities"]
