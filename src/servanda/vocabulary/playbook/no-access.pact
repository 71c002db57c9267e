move no-access "Refuse inspectors access"
  > Inspectors are owed, and nobody owes them the door.
  open when "an inspection needs access, and no clause obliges anybody to give it by a day"
  found by forced-breach
  noticed by "the inspectors"
  case "Access within 24 days after a stage without a limit" source "Joint Comprehensive Plan of Action, 2015, annex I, paragraphs 74 to 78"
