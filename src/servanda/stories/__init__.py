"""From a run of the interpreter to dated steps in plain words."""
