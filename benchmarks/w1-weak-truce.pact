agreement "A truce that leaves build-ups alone"
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

battle tanks of each Party = 400 tanks at signature

assume no build-up because "all arms of either side come from abroad"
assume delivery by W of battle tanks to each Party at most 5 tanks a day because "ports and railways can take in no more"

clause 1 "Cease-fire"
  > For 180 days each side refrains from armed attack on the other.
  each Party shall refrain from armed attack on the other Party

interest of A "not weaker when it ends":
  battle tanks of B never exceed 1.5 times battle tanks of A

interest of B "not weaker when it ends":
  battle tanks of A never exceed 1.5 times battle tanks of B
