"""The command line: one file a command, and the two renderers. Commands import the project only when they run."""
