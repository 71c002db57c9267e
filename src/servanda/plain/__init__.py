"""A plain text as it was written: cut into provisions, and reviewed for what it leaves open. No logic is needed."""
