"""Sources, places and spans: what every later stage points at. Imports nothing of the project."""

from servanda.text.decode import LARGEST, Fault, FaultKind, decode, oddities, too_large
from servanda.text.place import Place, Span
from servanda.text.source import Source

__all__ = ["LARGEST", "Fault", "FaultKind", "Place", "Source", "Span", "decode", "oddities", "too_large"]
