agreement "Measures to strengthen the cease-fire"
  version "22 July 2020"
  text summary
  extent full text
  status disputed
  signed 2020-07-22
  takes effect 2020-07-27 00:01 in UTC+3
  lasts not stated
  deadlines inclusive

# CADLR: the armed formations of certain areas of the Donetsk and Luhansk regions, as the text calls them.
# The points bear the text's numbers; the paragraphs before and after them have none and stand as 0, 8 and 9.

use security

party UA "Ukraine"
party CADLR "CADLR"
verifier TCG "the coordinator of the Contact Group"
verifier SMM "the OSCE mission"
third state RU "the Russian Federation"

act cease-fire orders
  noun: cease-fire orders by COMMANDER
  verb: issue cease-fire orders
  COMMANDER is any party
  noticed by everyone

act offensive operation
  noun: offensive operation by ATTACKER against VICTIM
  verb: conduct an offensive operation against VICTIM
  ATTACKER is any party
  VICTIM is any party
  noticed by everyone

act flight
  noun: flight of an aerial vehicle by FLYER
  verb: fly an aerial vehicle
  FLYER is any party
  noticed by everyone

act fire
  noun: fire by SHOOTER on TARGET
  verb: fire on TARGET
  SHOOTER is any party
  TARGET is any party
  noticed by everyone

act heavy weapons at settlements
  noun: heavy weapons at settlements by SIDE
  verb: place heavy weapons at settlements
  SIDE is any party
  noticed by everyone

act discipline
  noun: disciplinary action by COMMANDER
  verb: take disciplinary action
  COMMANDER is any party
  noticed by COMMANDER

act word to the coordinator
  noun: word of disciplinary action to the coordinator by COMMANDER
  verb: notify the coordinator of disciplinary action
  COMMANDER is any party
  noticed by everyone

act coordination mechanism
  noun: coordination mechanism by CREATOR
  verb: create the coordination mechanism
  CREATOR is anybody
  noticed by everyone

act call on the mechanism
  noun: unsuccessful call on the mechanism by CALLER
  verb: call on the mechanism without success
  CALLER is any party
  noticed by everyone

act counter-order
  noun: counter-order by COMMANDER
  verb: issue a counter-order
  COMMANDER is any party
  noticed by COMMANDER

act public statement
  noun: public statement on the orders by SPEAKER
  verb: make a public statement on the orders
  SPEAKER is any party
  noticed by everyone

act support
  noun: support of the sides by SUPPORTER
  verb: support the sides
  SUPPORTER is any verifier
  noticed by everyone

"offensive operation" means "any attempt to change where troops stand, works on positions and forward movement of armed persons included"

clause 0 "Orders"
  > From 00:01 Kyiv time on 27 July 2020 the two leaderships issue cease-fire orders with these measures, and comply
  > with them for the whole time until the conflict is fully settled.
  each Party shall issue cease-fire orders by 2020-07-27
  if breached: not stated

clause 1 "No operations, no flights"
  > Ban on offensive, reconnaissance and sabotage operations, and on flights of the aerial vehicles of the sides.
  each Party shall refrain from offensive operation against the other Party
  each Party shall refrain from flight of an aerial vehicle

clause 2 "No fire"
  > Ban on fire, that of snipers included.
  each Party shall refrain from fire on the other Party
  waived "that of snipers included" because "one ban covers all fire"

clause 3 "Settlements"
  > Ban on heavy weapons in and around settlements, first of all at civilian buildings.
  each Party shall refrain from heavy weapons at settlements
  "around" means not stated
  waived "first of all at civilian buildings" because "one ban covers all settlements"

clause 4 "Discipline"
  > Disciplinary action for violations is used effectively; the coordinator of the Contact Group is told of it, and
  > shall tell all who take part.
  upon breach of clause 1 by a Party, or breach of clause 2 by a Party, or breach of clause 3 by a Party:
    that Party shall take disciplinary action within not stated
  upon disciplinary action by a Party:
    that Party shall notify the coordinator of disciplinary action within not stated
  waived "shall tell all who take part" because "what the coordinator passes on binds nobody further"

clause 5 "Coordination"
  > A mechanism to coordinate answers to violations is created and used, helped by the joint centre as it is now.
  not stated shall create the coordination mechanism within not stated
  waived "helped by the joint centre as it is now" because "it says how, and gives nobody a duty"

clause 6 "Fire in answer"
  > Fire in answer to an offensive operation is allowed only if the leadership of the side orders it, after a call on
  > the coordination mechanism without success. The Contact Group is told of such orders.
  clause 2 does not apply to a Party acting in "answer to an offensive operation", in its own judgement, and only after unsuccessful call on the mechanism by it
  waived "if the leadership of the side orders it" because "each side orders its own forces, and so judges for itself"
  waived "The Contact Group is told of such orders" because "no day and nobody is named"

clause 7 "No other orders"
  > No other order, a secret one included, may take any of these measures back.
  each Party shall refrain from counter-order

clause 8 "Publication"
  > The leaderships make public that the orders are issued, with all measures, and that they conform.
  each Party shall make a public statement on the orders by 2020-07-27
    reading 1: by 2020-07-27
    reading 2: within not stated

clause 9 "The OSCE mission"
  > The OSCE mission supports the sides in this, as they agree, without prejudice to its reporting.
  SMM should support the sides

interest of UA "no fire":
  never fire by CADLR on UA

interest of CADLR "no fire":
  never fire by UA on CADLR

interest of UA "nobody moves forward":
  never offensive operation by CADLR against UA

interest of CADLR "nobody moves forward":
  never offensive operation by UA against CADLR

interest of UA "no guns among houses":
  never heavy weapons at settlements by CADLR

interest of CADLR "no guns among houses":
  never heavy weapons at settlements by UA

interest of UA "no order behind the order":
  never counter-order by CADLR

interest of CADLR "no order behind the order":
  never counter-order by UA
