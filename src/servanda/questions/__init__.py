"""What can be asked of a world, and what an answer is.  Nothing here knows a solver."""
