move foreign-volunteers "Foreign volunteers"
  > Fighters come from abroad, sent by nobody who has signed.
  open when "no clause speaks of persons who come from a state that is not bound"
  found by force-build-up
  noticed by "whoever receives them, and whoever sees them cross"
  case "Point 10 on foreign formations and mercenaries: no date, no actor" source "Package of Measures, Minsk, 12 February 2015"
