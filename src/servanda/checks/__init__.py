"""What is looked for: one file a check, one slug, its wording beside it.  Checks ask; they never see a solver."""
