"""The catalogue of repairs: for each kind of finding, the edits that may close it.  None is offered unchecked.

Each repair is a short function from a draft and a finding to edits.  It proposes; whether an edit really closes what it
is meant to close, and opens nothing, is for whoever checks the edited draft.
"""
