"""Two drafts side by side, and edits that close what is open.  Nothing here knows a solver, or runs a check itself."""
