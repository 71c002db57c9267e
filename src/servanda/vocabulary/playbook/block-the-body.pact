move block-the-body "Block the body that is to answer"
  > Whoever broke its word has a voice in the decision on what follows.
  open when "a body decides with every voice, or with that of the party concerned"
  found by veto-by-party-concerned
  noticed by "the members of the body"
  case "A guarantee that waits for the consent of all guarantors" source "S. Charap and S. Radchenko, Foreign Affairs, 16 April 2024, on the draft of April 2022"
