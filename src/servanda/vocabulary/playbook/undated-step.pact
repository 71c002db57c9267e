move undated-step "Leave an undated step undone"
  > A step without a last day is put off for ever.
  open when "what somebody relies on has no date"
  found by no-deadline
  noticed by "everyone who waits"
  case "Withdrawal of foreign formations without a date" source "Package of Measures, Minsk, 12 February 2015, point 10"
