agreement "Dayton, Annex 1-A: Military Aspects of the Peace Settlement"
  version "14 December 1995"
  text summary in English
  extent excerpt
  status legally binding
  signed 1995-12-14
  takes effect 1995-12-14
  lasts not stated
  deadlines inclusive

# Only the clauses that were seen (sources.md). The Transfer of Authority to the IFOR took place on 20 December 1995;
# deadlines that the text counts from it stand here as dates.

use security

party BIH "the Republic of Bosnia and Herzegovina"
party FED "the Federation of Bosnia and Herzegovina"
party RS "Republika Srpska"
verifier IFOR "IFOR"

map "Appendix A" attached

act begin of the withdrawal
  noun: beginning of its withdrawal from the cease-fire line by LEAVER
  verb: begin its withdrawal from the cease-fire line
  LEAVER is any party
  noticed by everyone

act withdrawal behind the Zone
  noun: withdrawal of all Forces behind the Zone of Separation by LEAVER
  verb: complete the withdrawal of all Forces behind the Zone of Separation
  LEAVER is any party
  noticed by everyone

act withdrawal at Sarajevo
  noun: withdrawal from the Zone of Separation at Sarajevo by LEAVER
  verb: complete its withdrawal from the Zone of Separation at Sarajevo
  LEAVER is any party
  noticed by everyone

act transfer of positions
  noun: hand-over of the selected positions at Sarajevo by LEAVER
  verb: hand over the selected positions at Sarajevo
  LEAVER is any party
  noticed by everyone

act weapons in the Zone
  noun: carriage of weapons into the Zone of Separation by CARRIER
  verb: carry weapons into the Zone of Separation
  CARRIER is any party
  noticed by everyone

act evacuation
  noun: evacuation of the areas that change hands by LEAVER
  verb: evacuate the areas that change hands
  LEAVER is any party
  noticed by everyone

act early entry
  noun: entry into areas that change hands by ENTRANT
  verb: enter areas that change hands
  ENTRANT is any party
  noticed by everyone

act cantonment
  noun: cantonment of heavy weapons and Forces by SIDE
  verb: bring heavy weapons and Forces into cantonments
  SIDE is any party
  noticed by everyone

act withdrawal of foreign Forces
  noun: withdrawal of foreign Forces by SENDER
  verb: withdraw foreign Forces
  SENDER is anybody
  noticed by everyone

act silence of radars
  noun: shutdown of radars by SIDE
  verb: shut down its radars
  SIDE is any party
  noticed by everyone

act use of a radar
  noun: unauthorised use of a radar by SIDE
  verb: use a radar without authorisation
  SIDE is any party
  noticed by everyone

act compliance
  noun: action of ENFORCER to ensure compliance by SIDE
  verb: act to ensure compliance by SIDE
  ENFORCER is any verifier
  SIDE is any party
  noticed by everyone

act hostile action
  noun: hostile action by DOER
  verb: take hostile action
  DOER is any party
  noticed by everyone

act disbandment
  noun: disbandment of armed civilian groups by DISBANDER
  verb: disband armed civilian groups
  DISBANDER is any party
  noticed by everyone

act necessary force
  noun: necessary force by ENFORCER against SIDE
  verb: use necessary force against SIDE
  ENFORCER is any verifier
  SIDE is any party
  noticed by everyone

clause I.1 "The implementation force"
  > The Parties welcome that for a period of approximately one year a force comes to help carry the agreement out. It
  > begins when authority passes to it from the force of the United Nations.
  "approximately one year" means not stated

clause II "Hostilities and armed groups"
  > The Parties refrain from hostilities. Armed civilian groups are disbanded within 30 days after the Transfer of
  > Authority.
  each Party shall refrain from hostile action
  each Party shall disband armed civilian groups by 1996-01-19

clause III "Foreign Forces"
  > All foreign Forces and their equipment are withdrawn within 30 days of signature.
  not stated shall withdraw foreign Forces by 1996-01-13

clause IV.2(a) "Phase I: withdrawal"
  > At once after entry into force the Parties begin to withdraw all Forces behind a Zone of Separation on either side
  > of the agreed cease-fire line; it is completed within 30 days after the Transfer of Authority. The maps at
  > Appendix A show line and zone.
  each Party shall begin its withdrawal from the cease-fire line at once
  each Party shall complete the withdrawal of all Forces behind the Zone of Separation by 1996-01-19
  rests on map "Appendix A"

clause IV.2(b) "Zone of Separation"
  > The zone is about 2 km wide on either side of the line. No weapons but those of the IFOR are permitted in it; nobody
  > keeps military weapons or explosives there without its approval. Violators are subject to military action by the
  > IFOR, including the necessary force.
  no Party shall carry weapons into the Zone of Separation
  waived "about 2 km wide" because "the maps say where the zone lies; no act encoded here depends on its width"
  upon breach of clause IV.2(b) by a Party:
    IFOR may use necessary force against that Party

clause IV.2(c) "Sarajevo"
  > Within 7 days after the Transfer of Authority the Parties transfer and vacate selected positions as the IFOR
  > Commander instructs; within 30 days they complete the withdrawal from the zone at Sarajevo.
  each Party shall hand over the selected positions at Sarajevo by 1995-12-27
  waived "as the IFOR … Commander instructs" because "which positions these are is not in the clauses seen"
  each Party shall complete its withdrawal from the Zone of Separation at Sarajevo by 1996-01-19

clause IV.3 "Phase II: areas that change hands"
  > Whoever hands over an area has left it by the 45th day after the Transfer of Authority.
  each Party shall evacuate the areas that change hands by 1996-02-03

clause IV.3(b) "No entry before the 91st day"
  > Whoever receives an area does not put Forces into it before the 91st day after the Transfer of Authority.
  no Party shall enter areas that change hands
  this clause ends on 1996-03-19

clause IV.4 "Phase III: cantonments"
  > Within 120 days after the Transfer of Authority heavy weapons and Forces are in cantonments.
  each Party shall bring heavy weapons and Forces into cantonments by 1996-04-18

clause VI.2 "Rights of the IFOR"
  > The IFOR has the right to monitor and help ensure compliance by all Parties, in particular withdrawal and
  > redeployment within the agreed periods, and the Zones of Separation.
  clause II and clause III and clause IV.2(a) and clause IV.2(b) and clause IV.2(c) and clause IV.3 and clause IV.3(b) and clause IV.4 are verified by IFOR
  upon breach of clause II by a Party, or breach of clause IV.2(a) by a Party, or breach of clause IV.2(c) by a Party, or breach of clause IV.3 by a Party, or breach of clause IV.3(b) by a Party, or breach of clause IV.4 by a Party:
    IFOR may act to ensure compliance by that Party

clause VI.9 "Radars"
  > Air defence and fire control radars are shut down within 72 hours after entry into force and stay so unless the
  > IFOR Commander authorises them. Unauthorised use is a breach and subject to military action by the IFOR.
  each Party shall shut down its radars by 1995-12-17
  no Party shall use a radar without authorisation
  clause VI.9 is verified by IFOR
  upon breach of clause VI.9 by a Party:
    IFOR may use necessary force against that Party

interest of FED "no hostilities":
  never hostile action by RS

interest of BIH "a zone without weapons":
  never carriage of weapons into the Zone of Separation by RS

interest of RS "a zone without weapons":
  never carriage of weapons into the Zone of Separation by BIH

interest of BIH "withdrawn after thirty days":
  by 1996-01-19, withdrawal of all Forces behind the Zone of Separation by RS

interest of FED "silent radars":
  never unauthorised use of a radar by RS
