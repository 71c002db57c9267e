agreement "A robust truce"
  version 1
  text summary in English
  extent full text
  status legally binding
  takes effect 2025-01-10 00:00 in UTC
  lasts 180 days
  deadlines inclusive

use security

party A "Arland"
party B "Borland"
third state W "Westland"
verifier M "Verification Mission"

battle tanks of each Party = 400 tanks at signature

assume build-up of battle tanks by each Party at most 3 tanks a day because "the works of either side make no more"
assume battle tanks of each Party rise by at most 4 tanks a day because "crews and railways can take in no more"

clause 1 "Cease-fire"
  > For 180 days each side refrains from armed attack on the other.
  each Party shall refrain from armed attack on the other Party

clause 2 "Ceilings"
  > Neither side holds more than 400 battle tanks.
  each Party shall keep its battle tanks at or below 400 tanks

clause 3 "Inspections"
  > The Mission inspects the battle tanks of each side at least every 49 days.
  M shall inspect battle tanks of each Party every 49 days

clause 4 "Access"
  > A side gives the Mission access on the day it is asked.
  upon request for access by M to a Party:
    that Party shall give access to M within 0 days

clause 5 "Report"
  > The Mission reports an excess found, or a refusal of access, to the other side within one day.
  upon breach of clause 2 by a Party established by inspection, or breach of clause 4 by a Party:
    M shall report that Party to the other Party within 1 day

clause 6 "Release"
  > Once a side is reported, the other side is released from its ceiling and may build up in answer.
  upon report by M about a Party to the other Party:
    clause 2 no longer binds the other Party
    the other Party may answer by build-up of battle tanks

interest of A "not weaker when it ends":
  battle tanks of B never exceed 1.5 times battle tanks of A

interest of B "not weaker when it ends":
  battle tanks of A never exceed 1.5 times battle tanks of B
