# A cease-fire to start from. Everything after a # is a comment: read it, answer it, take it out.
# The order follows what published guidance asks of such texts: who, when, where, what is forbidden and what stays
# allowed, forces, monitoring, violations, disputes, people, order of steps, the talks, the text itself.
# `servanda check FILE` says what your changes leave open; `servanda paraphrase FILE` reads the file back.
agreement "Cease-fire between Arland and Borland"
  version "draft 1"
  text summary in English
  extent full text
  status legally binding
  signed 2025-01-05
  takes effect 2025-01-10 00:00 in UTC
  lasts 180 days
  deadlines inclusive

use security

# Who is bound: say in `>` lines whether regular, allied and auxiliary forces are, and who signs for whom. Whoever is
# not bound and can still spoil it is a `third state` or a `non-state actor`.
party A "Arland"
party B "Borland"
third state W "Westland"
verifier M "Verification Mission"
body commission "Joint Commission": A, B, M

# What there is on the day of signature, from declarations that the Mission has seen.
battle tanks of each Party = 400 tanks at signature

# What the world allows. Give a reason, or leave the line out: answers then say from which number on something fails.
assume build-up of battle tanks by each Party at most 3 tanks a day because "the works of either side make no more"
assume battle tanks of each Party rise by at most 4 tanks a day because "crews and railways can take in no more"

# Define every act and place that somebody might understand otherwise.
"armed attack" means "any use of force by land, sea or air, whoever gave the order"
"prisoners" means "all persons held in connection with the conflict, as listed on the day of signature"

# Where: lines and zones belong on a map with a stated scale, and the map belongs to the text.
map "Line of separation" attached

clause 1 "Cease-fire"
  > From midnight UTC on 10 January 2025, for 180 days, each Party shall refrain from armed attack on the other.
  each Party shall refrain from armed attack on the other Party
  verified by M every 7 days with access to "the whole zone", reports within 1 day, standard observed
  established by commission

# What stays allowed: rotation, medical and humanitarian movements. Say it, with its conditions.
clause 2 "Separation of forces"
  > Each Party shall withdraw its forces behind the line of separation by 24 January 2025.
  each Party shall withdraw its forces by 2025-01-24
  rests on map "Line of separation"
  verified by M every 7 days with access to "the whole zone", reports within 1 day, standard observed
  established by commission

# Forces: a truce is often used to grow stronger. Cap both sides alike, and count what comes from outside.
clause 3 "Ceilings"
  > Neither Party shall hold more than 400 battle tanks, wherever they come from.
  each Party shall keep its battle tanks at or below 400 tanks

clause 3.1 "Inspections"
  > The Mission shall inspect the battle tanks of each Party at least every 42 days.
  M shall inspect battle tanks of each Party every 42 days
  if breached: not stated

clause 3.2 "Access"
  > A Party shall give the Mission access on the day it is asked.
  upon request for access by M to a Party:
    that Party shall give access to M within 0 days

clause 3.3 "Report"
  > The Mission shall report an excess found, or a refusal of access, to the other Party within one day.
  upon breach of clause 3 by a Party established by inspection, or breach of clause 3.2 by a Party:
    M shall report that Party to the other Party within 1 day
  if breached: not stated

# What follows from a breach: graded, in proportion, without a veto of whoever broke it.
clause 3.4 "Release"
  > Once a Party is reported, the other Party is released from its ceiling and may build up in answer.
  upon report by M about a Party to the other Party:
    clause 3 no longer binds the other Party
    the other Party may answer by build-up of battle tanks

clause 4 "People"
  > Each Party shall release all prisoners to the other by 9 February 2025, and give humanitarian access at once.
  each Party shall release prisoners to the other Party by 2025-02-09
  each Party shall give humanitarian access at once
  verified by M every 7 days with access to "all places of detention and all roads", reports within 1 day
  established by commission

# The talks: what the truce depends on, and what happens if they fail. This one does not depend on them.
clause 5 "Disputes"
  > What the Parties cannot settle goes to the Joint Commission, which decides by majority within 10 days.
  waived "What the Parties … 10 days" because "how the Commission works changes nothing that is asked of this file"

clause 6 "Duration and withdrawal"
  > Nobody may withdraw or suspend before the term ends. A way out, if you want one: a notice, with reasons, and enough
  > time for the other to make up what it would lose.
  withdrawal: "not before the end"
  suspension: "not allowed"

# What each side, and a neighbour, wants protected. `check` says how far each is.
interest of A "not weaker when it ends":
  battle tanks of B never exceed 1.5 times battle tanks of A

interest of B "not weaker when it ends":
  battle tanks of A never exceed 1.5 times battle tanks of B
