move short-notice "Leave on short notice"
  > A party leaves before the others can make up what they lose.
  open when "leaving takes less time than what the others need to prepare"
  found by short-notice-exit
  noticed by "everyone, from the notice on"
  case "A corridor that ended without notice" source "Initiative on the Safe Transportation of Grain, 22 July 2022, and its end on 17 July 2023"
