agreement "Military Technical Agreement, Kumanovo"
  version "9 June 1999"
  text summary in English
  extent excerpt
  status legally binding
  signed 1999-06-09
  takes effect 1999-06-09
  deadlines inclusive

# Only the clauses that were seen (sources.md): Articles I.2, I.3 and II.1, and II.2 down to its letter (d).

use security

party KFOR "KFOR"
party FRY "the Federal Republic of Yugoslavia"
party SRB "the Republic of Serbia"
body governments "the two governments": FRY, SRB

map "Appendix A" attached

act hindrance
  noun: hindrance of KFOR by HINDERER
  verb: hinder KFOR
  HINDERER is any party
  noticed by everyone

act necessary action
  noun: necessary action by ACTOR for a secure environment
  verb: take all necessary action for a secure environment
  ACTOR is any party
  noticed by everyone

act hostile act
  noun: hostile act in Kosovo by DOER
  verb: commit hostile acts in Kosovo
  DOER is any party
  noticed by everyone

act order to cease
  noun: order to cease by COMMANDER
  verb: order its forces to cease
  COMMANDER is any party
  noticed by everyone

act mine clearance
  noun: clearance of mines on its way by CLEARER
  verb: clear its way of mines
  CLEARER is any party
  noticed by everyone

act first departure from "Zone 3"
  noun: first departure from "Zone 3" by LEAVER
  verb: lead its forces there out of "Zone 3"
  LEAVER is any party
  noticed by everyone

act departure from "Zone 1"
  noun: departure from "Zone 1" by LEAVER
  verb: lead all its forces out of "Zone 1"
  LEAVER is any party
  noticed by everyone

act departure from "Zone 2"
  noun: departure from "Zone 2" by LEAVER
  verb: lead all its forces out of "Zone 2"
  LEAVER is any party
  noticed by everyone

act last departure from "Zone 3"
  noun: departure from Kosovo by LEAVER
  verb: lead all its forces out of "Zone 3" and Kosovo
  LEAVER is any party
  noticed by everyone

act confirmation
  noun: confirmation of the first departure by CONFIRMER
  verb: confirm the first departure
  CONFIRMER is any party
  noticed by everyone

act suspension of the air strikes
  noun: halt of the air strikes by HALTER
  verb: halt the air strikes
  HALTER is any party
  noticed by everyone

act air strike
  noun: air strike by STRIKER
  verb: strike from the air
  STRIKER is any party
  noticed by everyone

clause I.2 "Deployment of the security force"
  > KFOR deploys after the Security Council has adopted its resolution, operates in Kosovo without hindrance, and may do
  > all that is needed for a secure environment for everybody there. The two governments agree to all this and to help.
  each of governments agrees not to hinder KFOR
  KFOR may take all necessary action for a secure environment

clause I.3 "Meaning of terms"
  > "FRY Forces" are all personnel and organisations of the two governments that have a military capability, and whatever
  > other groups or individuals KFOR designates. Beyond the border of Kosovo lie an air safety zone of 25 km and a ground
  > safety zone of 5 km.
  "FRY Forces" means "everybody of the two governments with a military capability, and whomever else KFOR designates"
  waived "25 km" because "no duty in the clauses seen speaks of the zone"
  waived "5 km" because "no duty in the clauses seen speaks of the zone"

clause II.1 "No hostile acts"
  > From entry into force FRY Forces commit no hostile or provocative act against anybody in Kosovo, and the forces are
  > ordered to cease.
  each of governments shall not commit hostile acts in Kosovo
  each of governments will order its forces to cease at once

clause II.2 "Mines"
  > The forces that leave mark and clear mines, traps and obstacles, and leave their ways clear.
  each of governments will clear its way of mines by 1999-06-20

clause II.2(a) "First day, and the air strikes"
  > By the first day after entry into force the forces in Zone 3 have left it, to show that the agreement is kept. Once
  > this, and that II.1 is kept, has been verified, the air strikes are suspended; they stay suspended as long as all
  > obligations are complied with and the Security Council adopts the resolution so soon that there is no gap in security.
  each of governments will lead its forces there out of "Zone 3" by 1999-06-10
  upon confirmation of the first departure by KFOR:
    KFOR will halt the air strikes at once
    KFOR shall not strike from the air
  upon breach of any clause by any of governments:
    clause II.2(a) no longer binds KFOR
    KFOR may strike from the air

clause II.2(b) "Zone 1"
  > By the sixth day after entry into force all FRY Forces have left Zone 1, as the map shows it.
  each of governments will lead all its forces out of "Zone 1" by 1999-06-15

clause II.2(c) "Zone 2"
  > By the ninth day all FRY Forces have left Zone 2.
  each of governments will lead all its forces out of "Zone 2" by 1999-06-18

clause II.2(d) "Zone 3"
  > By the eleventh day all FRY Forces have left Zone 3, and with it Kosovo.
  each of governments will lead all its forces out of "Zone 3" and Kosovo by 1999-06-20

# What each side is taken to want.

interest of KFOR "no hostile act":
  never hostile act in Kosovo by any of governments

interest of KFOR "nothing in its way":
  never hindrance of KFOR by any of governments

interest of FRY "the strikes stop once the first day is confirmed":
  whenever confirmation of the first departure by KFOR, halt of the air strikes by KFOR within 1 day

interest of KFOR "all have left after eleven days":
  by 1999-06-20, departure from Kosovo by FRY

interest of KFOR "the south is left after six days":
  by 1999-06-15, departure from "Zone 1" by FRY

scenario "The first day is kept and confirmed, and nothing after it"
  day 0: FRY orders its forces to cease
  day 0: SRB orders its forces to cease
  day 1: FRY leads its forces there out of "Zone 3"
  day 1: SRB leads its forces there out of "Zone 3"
  day 1: KFOR confirms the first departure
  day 1: KFOR halts the air strikes
  day 7: KFOR strikes from the air
  expect clause II.2(a) kept on day 1
  expect clause II.2(b) due on day 5
  expect clause II.2(b) breached on day 6
  expect clause II.2(a) kept on day 7
