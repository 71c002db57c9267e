agreement "Memorandum on Security Assurances, Budapest"
  version 1994
  text summary in English, Russian, Ukrainian
  extent excerpt
  status disputed
  signed 1994-12-05
  takes effect 1994-12-05 00:00 in UTC
  deadlines inclusive

use security

party UA "Ukraine"
party RU "Russian Federation"
party GB "United Kingdom"
party US "United States"
third state CN "China"
third state FR "France"
body assurers: RU, GB, US
body council "Security Council, its permanent members": RU, GB, US, CN, FR

clause 2 "No use of force"
  > The three signatories reaffirm that they refrain from using force against Ukraine.
  each of assurers shall refrain from armed attack on UA
  each of assurers shall refrain from nuclear attack on UA

clause 4 "Action of the Security Council"
  > They reaffirm their commitment to seek immediate action of the Security Council to assist Ukraine, should it
  > become a victim of aggression in which nuclear weapons are used.
  upon nuclear attack by any state on UA:
    each of assurers shall call on the Council at once
    council decides on assistance by consensus
  if breached: not stated

interest of UA "an attack is answered":
  whenever armed attack by any state on UA, assistance to UA within 30 days

interest of UA "the Council acts against a nuclear attack":
  whenever nuclear attack by any state on UA, adoption by council within 30 days
