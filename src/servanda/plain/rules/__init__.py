"""The rules of the review: one file a finding, each with one public `rule`."""
