move outside-the-zone "Build up outside the counted zone"
  > What is limited within an area is bought and kept outside it, a short march away.
  open when "a ceiling speaks of an area, and what somebody wants protected does not"
  found by interest-unprotected and force-build-up
  noticed by "whoever looks outside the area"
  case "Equipment moved behind the Urals before the Treaty was signed" source "Treaty on Conventional Armed Forces in Europe, 1990, and the statement of 14 June 1991 on it"
