agreement "A guarantee that every guarantor can veto"
  version 1
  text summary in English
  extent full text
  status legally binding
  takes effect 2025-01-10 00:00 in UTC
  lasts 180 days
  deadlines inclusive

use security

party UA "Ukraine"
party GB "United Kingdom"
party CN "China"
party RU "Russia"
party US "United States"
party FR "France"
body guarantors: GB, CN, RU, US, FR

clause 5 "Guarantee"
  > After an armed attack on Ukraine the guarantors consult within three days and, on the basis of a decision
  > agreed by all of them, provide assistance.
  upon armed attack by any state on UA:
    each of guarantors shall consult the others within 3 days
    each of guarantors shall assist UA within not stated
      provided that guarantors decide it by unanimity

interest of UA "an attack is answered":
  whenever armed attack by any state on UA, assistance to UA within 10 days
