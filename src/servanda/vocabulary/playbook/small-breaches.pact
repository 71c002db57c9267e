move small-breaches "Many breaches, each too small to answer"
  > Each breach alone is not worth what the answer would cost.
  open when "nothing graded follows from a breach"
  found by no-remedy
  noticed by "whoever counts"
  case "Thousands of violations a week, none of them answered" source "OSCE Special Monitoring Mission to Ukraine, daily and weekly reports, 2015 to 2022"
