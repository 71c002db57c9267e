"""The parts of a report that is read in a browser or as Markdown: wording, markup, cards, stories, the text itself."""
