move arm-through-third-state "Arm through a third state"
  > Forces are supplied to one side from a state that the agreement does not bind.
  noun: delivery by SUPPLIER of KIND to RECEIVER
  verb: deliver KIND to RECEIVER
  SUPPLIER is any third state
  RECEIVER is any party
  needs acceptance of RECEIVER
  raises KIND of RECEIVER by not stated a day
  noticed by SUPPLIER, RECEIVER
  open when "a third state may deliver, and the receiver is not bound to refuse"
  found by force-build-up and loophole
  case "Deliveries from abroad to both sides of a war under an embargo" source "Final report of the Panel of Experts on Libya, S/2021/229, 8 March 2021"
