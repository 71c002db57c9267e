"""Who answers questions.  The only rooms that know z3."""
