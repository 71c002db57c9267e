move relabel "Relabel a category"
  > What is counted is moved to a neighbouring class that is not.
  open when "one kind is capped, and another that serves as well is not"
  found by interest-unprotected and force-build-up
  noticed by "whoever counts both"
  case "Vehicles of security organisations outside the ceilings" source "Treaty on Conventional Armed Forces in Europe, 1990, article XII"
