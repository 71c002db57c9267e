move late-remedy "Start a remedy too late"
  > The answer is begun when it can no longer be finished in time.
  open when "the answer may take longer than what it protects can bear"
  found by expiry-gap
  noticed by "everyone"
  case "A remedy that had to begin thirty days before it expired" source "Security Council resolution 2231 (2015), operative paragraphs 8 and 11"
