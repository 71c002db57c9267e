agreement "Memorandum on Security Assurances, Budapest"
  version 1994
  text summary in English, Russian and Ukrainian
  extent full text
  status disputed
  signed 1994-12-05
  takes effect 1994-12-05 00:00 in UTC
  lasts not stated
  deadlines inclusive

use security

party UA "Ukraine"
party RU "the Russian Federation"
party GB "the United Kingdom"
party US "the United States"
third state CN "China"
third state FR "France"
body assurers "the three other signatories": RU, GB, US
body council "the permanent members of the Security Council": RU, GB, US, CN, FR

clause 1 "Independence and borders"
  > The three reaffirm that they respect Ukraine's independence, sovereignty and existing borders.
  each of assurers shall refrain from armed attack on UA

clause 2 "No use of force"
  > They reaffirm that they refrain from the threat or use of force against Ukraine's territory or independence, and
  > that they will not use weapons against it, save in self-defence or as the Charter otherwise allows.
  each of assurers shall refrain from armed attack on UA
  each of assurers shall refrain from nuclear attack on UA

clause 3 "No economic coercion"
  > They reaffirm that they refrain from economic coercion to bend Ukraine's exercise of its sovereign rights.
  each of assurers shall refrain from economic coercion of UA

clause 4 "Action of the Security Council"
  > They reaffirm that they will seek immediate action of the Security Council to assist Ukraine, as a State without
  > nuclear weapons, if it becomes a victim of aggression, or of a threat of aggression, in which such weapons are used.
  upon nuclear attack by any state on UA:
    each of assurers shall call on the Council at once
    council decides on assistance by consensus
  if breached: not stated

clause 5 "No use of nuclear weapons"
  > They reaffirm that they do not use nuclear weapons against Ukraine, unless it attacks one of them, or an ally of
  > theirs, together with or allied to a nuclear-weapon State.
  each of assurers shall refrain from nuclear attack on UA

clause 6 "Consultation"
  > The four consult if something happens that raises a question about these commitments.
  upon armed attack by any state on UA, or nuclear attack by any state on UA:
    each Party shall consult the others within not stated

interest of UA "an attack is answered":
  whenever armed attack by any state on UA, assistance to UA within 30 days

interest of UA "the Council acts against a nuclear attack":
  whenever nuclear attack by any state on UA, adoption by council within 30 days
