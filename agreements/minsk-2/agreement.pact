agreement "Package of Measures for the Implementation of the Minsk Agreements"
  version "12 February 2015"
  text summary
  extent full text
  status disputed
  signed 2015-02-12
  takes effect 2015-02-15 00:00 in UTC+2
  deadlines inclusive

# CADLR: the representatives of certain areas of the Donetsk and Lugansk regions, as the text calls them.

use security

party UA "Ukraine"
party CADLR "CADLR"
third state RU "the Russian Federation"
verifier OSCE "the OSCE"

act withdrawal behind the de facto line
  noun: withdrawal of heavy weapons behind the de facto line by SIDE
  verb: pull back heavy weapons behind the de facto line
  SIDE is any party
  noticed by everyone

act withdrawal behind the Memorandum line
  noun: withdrawal of heavy weapons behind the Memorandum line by SIDE
  verb: pull back heavy weapons behind the Memorandum line
  SIDE is any party
  noticed by everyone

act monitoring
  noun: monitoring of the withdrawal by OBSERVER
  verb: monitor the withdrawal
  OBSERVER is any verifier
  noticed by everyone

act dialogue
  noun: dialogue on local elections opened by OPENER
  verb: open the dialogue on local elections
  OPENER is any party
  noticed by everyone

act resolution on the area
  noun: resolution on the area by ADOPTER
  verb: adopt the resolution on the area
  ADOPTER is any party
  noticed by everyone

act amnesty
  noun: amnesty by ENACTER
  verb: enact the amnesty
  ENACTER is any party
  noticed by everyone

act release
  noun: release of detained persons by RELEASER to RECEIVER
  verb: release detained persons to RECEIVER
  RELEASER is any party
  RECEIVER is any party
  noticed by everyone

act humanitarian access
  noun: humanitarian access by GIVER
  verb: give humanitarian access
  GIVER is any party
  noticed by everyone

act banking
  noun: reinstatement of its banking system by REINSTATER
  verb: reinstate its banking system
  REINSTATER is any party
  noticed by everyone

act border control
  noun: full control of the border for OWNER by GIVER
  verb: give OWNER full control of the border
  GIVER is anybody
  OWNER is any party
  noticed by everyone

act withdrawal of foreign formations
  noun: withdrawal of foreign formations by SENDER
  verb: withdraw foreign formations
  SENDER is anybody
  noticed by everyone

act disarmament
  noun: disarmament of illegal groups by DISARMER
  verb: disarm illegal groups
  DISARMER is anybody
  noticed by everyone

act constitutional reform
  noun: constitutional reform by REFORMER
  verb: carry out constitutional reform
  REFORMER is any party
  noticed by everyone

act legislation on the status
  noun: legislation on the special status by LEGISLATOR
  verb: adopt legislation on the special status
  LEGISLATOR is any party
  noticed by everyone

act local elections
  noun: local elections by HOLDER
  verb: hold local elections
  HOLDER is any party
  noticed by everyone

clause 1 "Cease-fire"
  > A full cease-fire holds in certain areas of the two regions from midnight, Kyiv time, on 15 February 2015.
  each Party shall refrain from armed attack on the other Party
  if breached: not stated

clause 2 "Heavy weapons"
  > Both sides withdraw heavy weapons over equal distances: Ukraine from the line of contact as it is, the armed
  > formations from the line of the Memorandum of 19 September 2014; from day 2 of the cease-fire at the latest, done
  > within 14 days.
  UA shall pull back heavy weapons behind the de facto line within 14 days of 2015-02-16
  CADLR shall pull back heavy weapons behind the Memorandum line within 14 days of 2015-02-16
    reading 1: CADLR shall pull back heavy weapons behind the Memorandum line within 14 days of 2015-02-16
    reading 2: CADLR shall pull back heavy weapons behind the de facto line within 14 days of 2015-02-16
  waived "19 September 2014" because "it names the line, and gives nobody a day"
  if breached: not stated

clause 3 "Monitoring"
  > The OSCE monitors and verifies cease-fire and withdrawal from the first day of the withdrawal.
  OSCE shall monitor the withdrawal by day 2 counting the first day
  clause 1 and clause 2 are verified by OSCE
  if breached: not stated

clause 4 "Dialogue and resolution"
  > On the first day of the withdrawal a dialogue on the local elections is opened. Within 30 days of signature the
  > Parliament of Ukraine adopts a resolution that says which area has the special regime.
  not stated shall open the dialogue on local elections by day 2 counting the first day
  UA shall adopt the resolution on the area within 30 days of signature
  if breached: not stated

clause 5 "Amnesty"
  > Pardon and amnesty are ensured by a law.
  UA shall enact the amnesty within not stated
  if breached: not stated

clause 6 "Detained persons"
  > All who are held are released and exchanged, all for all, by day 5 after the withdrawal at the latest.
  each Party shall release detained persons to the other Party within 5 days after clause 2 is fulfilled
  if breached: not stated

clause 7 "Humanitarian assistance"
  > Safe access for humanitarian assistance is ensured through an international mechanism.
  not stated shall give humanitarian access within not stated
  if breached: not stated

clause 8 "Economic ties"
  > Ways to resume economic ties are worked out; to this end Ukraine reinstates control of its banking system there.
  UA shall reinstate its banking system within not stated
  if breached: not stated

clause 9 "Control of the border"
  > The government of Ukraine regains full control of the border: from the first day after the local elections until
  > the comprehensive settlement, due by the end of 2015, is reached; provided that clause 11 has been carried out in
  > consultation and agreement with the representatives of certain areas.
  UA is entitled to full control of the border
    owed by not stated
    begins on day 1 after local elections
    completed after clause 11 and clause 12 are fulfilled
    provided that clause 11 is fulfilled
      reading 1: governs the beginning
      reading 2: governs the completion
  established by not stated
  waived "end of 2015" because "that day is set for what the settlement consists of, in clause 11"
  if breached: not stated

clause 10 "Foreign formations and illegal groups"
  > All foreign armed formations, equipment and mercenaries leave Ukraine under monitoring of the OSCE; illegal groups
  > are disarmed.
  not stated shall withdraw foreign formations within not stated
  not stated shall disarm illegal groups within not stated
  if breached: not stated

clause 11 "Constitutional reform and special status"
  > By the end of 2015 Ukraine has a new constitution with decentralisation as a key element, what concerns certain
  > areas being agreed with their representatives, and permanent legislation on the special status.
  UA shall carry out constitutional reform by 2015-12-31 with the agreement of CADLR
  UA shall adopt legislation on the special status by 2015-12-31
  if breached: not stated

clause 12 "Local elections"
  > What concerns local elections is discussed and agreed with the representatives of certain areas; elections are
  > held by OSCE standards and monitored.
  UA shall hold local elections within not stated with the agreement of CADLR
  if breached: not stated

clause 13 "Contact Group"
  > The work of the Trilateral Contact Group is intensified, with working groups.
  waived "intensified" because "no result is asked for that could be told from its absence"

position of UA "border before elections": demands clause 9 before clause 12, source "Allan, The Minsk Conundrum", said 2020-05-01
position of RU "elections before border": demands clause 12 before clause 9, source "Allan, The Minsk Conundrum", said 2020-05-01

interest of UA "no attack":
  never armed attack by CADLR on UA

interest of CADLR "no attack":
  never armed attack by UA on CADLR

interest of UA "the border within a year of the elections":
  whenever local elections by UA, full control of the border for UA within 365 days

expect forced-breach on clause 11
expect agreement-to-agree on clause 12
expect agreement-to-agree on clause 9
expect no-responsible-party on clause 10
expect no-deadline on clause 10
expect no-remedy
expect sequencing-deadlock on clause 9
expect readings-differ on clause 2
expect not-verifiable on clause 9
