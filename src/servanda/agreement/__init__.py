"""What an agreement says, with names bound and silences explicit.

Everything here is a frozen value.  `from_syntax` builds an :class:`Agreement`;
`servanda.world` turns one into something that can be run.
"""
