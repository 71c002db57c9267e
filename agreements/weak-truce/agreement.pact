agreement "A weak truce"
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

battle tanks of A = 400 tanks at signature
battle tanks of B = 400 tanks at signature

clause 1 "Cease-fire"
  > For 180 days each side refrains from armed attack on the other.
  each Party shall refrain from armed attack on the other Party

interest of A "not weaker when it ends":
  battle tanks of B never exceed 1.5 times battle tanks of A

interest of B "not weaker when it ends":
  battle tanks of A never exceed 1.5 times battle tanks of B

scenario "Deliveries, then an attack"
  day 3: W delivers 250 tanks to B
  day 120: armed attack by B on A
  expect clause 1 of B kept on day 119
  expect clause 1 of B breached on day 120
  expect clause 1 of A kept
