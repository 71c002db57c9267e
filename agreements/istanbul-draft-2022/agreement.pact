agreement "Guarantees, as reported of the draft of 15 April 2022"
  version as reported
  text summary in English
  extent as reported
  status never signed
  deadlines inclusive

use security

party UA "Ukraine"
party GB "the United Kingdom"
party CN "China"
party RU "Russia"
party US "the United States"
party FR "France"
body guarantors: GB, CN, RU, US, FR

clause 5 "Guarantee"
  > After an armed attack on Ukraine the guarantors consult within three days and, on the basis of a decision
  > agreed by all of them, provide assistance.
  upon armed attack by any state on UA:
    each of guarantors shall consult the others within 3 days
    each of guarantors shall assist UA within not stated
      provided that guarantors decide it by unanimity
  if breached: not stated

interest of UA "an attack is answered":
  whenever armed attack by any state on UA, assistance to UA within 10 days
