"""Servanda: checks agreements written as plain text for how they can be broken, and who would know."""

__version__ = "0.1.0"
