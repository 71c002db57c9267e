"""From what the parser matched in one line to nodes: a method a rule, under the rule's name."""
