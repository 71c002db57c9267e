move permitted-rotation "Move by night inside a permitted rotation"
  > What may be exchanged one for one grows with each exchange.
  open when "movements are allowed, and nobody looks while they take place"
  found by not-verifiable
  noticed by "whoever watches at night, if anybody does"
  case "Guidance asks to say which rotation stays allowed, and on which conditions" source "N. Haysom and J. Hottinger, Do's and Don'ts of Sustainable Ceasefire Agreements"
