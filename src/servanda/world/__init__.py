"""What an agreement means, so that it can be run: variables, events, norms, and one `step`."""
