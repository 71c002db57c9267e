"""What a trained tagger judges: which words report, what is reported, who reports it."""
