"""Reading: who demands what, through which source. Every layer points into a text that is never changed."""
