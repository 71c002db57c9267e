move third-state-land "Attack from a third state's land"
  > An attack comes from, or by, a state that the agreement does not bind.
  open when "the ban on attacks binds the parties alone"
  found by interest-unprotected
  noticed by "everyone"
  case "An attack from three sides, one of them through a neighbour" source "reported of 24 February 2022, among others by CNN Brasil in December 2024"
