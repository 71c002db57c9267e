agreement "A guarantee that the others are bound to consent to"
  version 1
  text summary in English
  extent full text
  status legally binding
  takes effect 2025-01-10 00:00 in UTC
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
  > After an armed attack on Ukraine the guarantors consult within three days. All but the state concerned consent
  > within three days to assist, and assist within seven days of that decision.
  upon armed attack by any state on UA:
    each of guarantors without the state concerned shall consult the others within 3 days
    each of guarantors without the state concerned shall consent within 3 days
    each of guarantors without the state concerned shall assist UA within 7 days of adoption
      provided that guarantors decide it by unanimity without the state concerned

interest of UA "an attack is answered":
  whenever armed attack by any state on UA, assistance to UA within 10 days
