"""Positions held against a draft: what each clause binds to, what a demand asks for, and how the two stand."""
