move provoke "Provoke, then invoke self-defence"
  > An answer is drawn, and then used as a reason.
  open when "an exception is judged by the party that it frees"
  found by self-judging
  noticed by "everyone, and nobody says with effect for all who began"
  case "Self-defence kept without a test, and argued over from the first day" source "Announcement of a cessation of hostilities, Israel and Lebanon, 26 November 2024, point 4"
