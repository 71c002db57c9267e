agreement "Initiative on the Safe Transportation of Grain and Foodstuffs from Ukrainian Ports"
  version "22 July 2022"
  text summary in English
  extent excerpt
  status not stated
  signed 2022-07-22
  takes effect 2022-07-22
  lasts 120 days
  deadlines inclusive

# The clauses bear the text's numbers; of 5.B to 5.G only reports were seen (sources.md).

use security

party TR "Türkiye"
party RU "the Russian Federation"
party UA "Ukraine"
body teams "the inspection teams": TR, RU, UA

act assurances
  noun: assurances of safety by GIVER
  verb: give maximum assurances of safety
  GIVER is any party
  noticed by everyone

act centre
  noun: establishment of the Joint Coordination Centre by FOUNDER
  verb: set up the Joint Coordination Centre
  FOUNDER is anybody
  noticed by everyone

act arrival of a vessel
  noun: request for passage by CARRIER
  verb: ask for the passage of a vessel
  CARRIER is any party
  noticed by everyone

act clearance
  noun: clearance of a vessel by TEAM
  verb: inspect and clear a vessel
  TEAM is any party
  noticed by everyone

act attack on vessels
  noun: attack on vessels and ports by ATTACKER
  verb: attack vessels and ports
  ATTACKER is any party
  noticed by everyone

act approach to the corridor
  noun: approach of military craft to the corridor by SIDE
  verb: bring military craft near the corridor
  SIDE is any party
  noticed by everyone

clause 5.A "Safety, and the centre"
  > All Parties are assumed to give maximum assurances of a safe environment for all vessels in the Initiative. Before
  > operations begin a Joint Coordination Centre is set up in Istanbul under the auspices of the United Nations, with
  > representatives of the Parties and the United Nations.
  each Party should give maximum assurances of safety
  not stated shall set up the Joint Coordination Centre within not stated
  waived "of the United Nations" because "the United Nations signs as a witness and owes nothing here"

clause 5.C "Inspection"
  > Teams of all Parties and the United Nations inspect vessels on their way in and out.
  upon request for passage by UA:
    teams shall jointly inspect and clear a vessel within not stated

clause 5.F "No attacks"
  > The Parties undertake no attack on merchant and other civilian vessels and port facilities in the Initiative.
  no Party shall attack vessels and ports

clause 5.G "Corridor"
  > No military ship, aircraft or drone comes nearer to the corridor than a distance agreed in the centre.
  no Party shall bring military craft near the corridor
  "distance agreed in the centre" means not stated

clause 5.H "Term"
  > The Initiative lasts 120 days from signature by all Parties and can be extended automatically for the same period,
  > unless one of the Parties notifies the other that it intends to terminate or to modify it.
  the agreement is extended by the same period unless a Party notifies the others
    reading 1: by the same period
    reading 2: by 120 days, then by 60 days
  a Party may terminate the agreement by notice to the others, effective not stated

interest of UA "a vessel that asks passes within thirty days":
  whenever request for passage by UA, clearance of a vessel within 30 days

interest of UA "vessels at sea get home" beyond the term for 14 days:
  never attack on vessels and ports by RU

expect loophole on clause 5.C
expect readings-differ on clause 5.H
expect short-notice-exit on clause 5.H
