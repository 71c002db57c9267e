move dual-use "Systems of two uses"
  > What is limited in one use is kept for the other.
  open when "a clause turns on what a thing is for, and no sentence says how that is told"
  found by undefined-term
  noticed by "an inspector, if the text gives one a test"
  case "Launchers for two kinds of missile" source "Treaty on Intermediate-Range Nuclear Forces, 1987, and the dispute about it until 2019"
