"""Reads `.pact` text: cuts it into lines, parses each alone, writes it back in one layout."""
