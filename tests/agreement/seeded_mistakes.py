"""Mistakes of beginners and of lawyers, seeded one at a time into an agreement in which nothing is wrong.

Each row: what stands there, what somebody wrote, and the word or name that the way out must offer (None: any will do).
"""

from __future__ import annotations

FULL = """\
agreement "A settlement"
  version 2
  text summary in English
  extent excerpt
  status political commitment
  signed 2025-01-05
  takes effect 2025-01-10 00:00 in UTC
  lasts 180 days
  deadlines inclusive

use security, commerce

party A "Arland", B "Borland"
third state W "Westland"
non-state actor N "Northern Front"
verifier M "Verification Mission"
body council "Joint Council": A, B, M

battle tanks of each Party = 400 tanks at signature
assume no arm-through-third-state by W because "its borders are closed"

act dialogue
  noun: dialogue opened by OPENER with OTHER
  verb: open the dialogue with OTHER
  OPENER is any party
  OTHER is any party
  noticed by OPENER, OTHER

"heavy weapons" means "guns of 100 mm and more"
map "Zones" not attached
position of A "border first": demands clause 2 before clause 3, source "a speech", said 2024-12-01

clause 1 "Cease-fire"
  > Each side shall refrain from armed attack on the other.
  each Party shall refrain from armed attack on the other Party except in self-defence, in its own judgement
  verified by M every 7 days with access to "the zone", reports within 2 days, standard observed
  established by council
  a breach may be cured within 5 days

clause 2 "Prisoners"
  each Party shall release prisoners to the other Party within 14 days after clause 1 is fulfilled
  rests on map "Zones"

clause 3 "Talks"
  A shall open the dialogue with B by 2025-03-01 with the agreement of M
  B should consult A every 30 days
  M may report A to B
  not stated shall assist A by day 30 counting the first day
    reading 1: by day 30 not counting the first day

clause 4 "Help"
  upon armed attack by any state on A:
    each of council without the state concerned shall consent to it within 3 days
    B shall assist A within 7 days of adoption
      provided that council decide it by two thirds within 5 days, otherwise adopted
  if breached:
    A may suspend its duties under clause 2 for 30 days, once only

clause 5 "Side by side"
  in parallel, in phases:
    A shall consult B
    B shall consult A
    reading 1: each to be complete by day 60
    reading 2: day 60 is a target

clause 6 "Ceilings"
  each Party shall keep its battle tanks at or below [A: 400 | B: 500] tanks
  clause 6 ends on 2025-06-01

clause 7 "Leaving"
  each Party may withdraw from the agreement by notice to the others, effective not less than 90 days after notice
  suspension: not stated

annex 1 "Payments"
  A is entitled to payment of money by B
    owed by B
    completed not before 2025-02-01

interest of A "not weaker" beyond the term for 60 days:
  battle tanks of B never exceed 1.5 times battle tanks of A

interest of each Party "help comes":
  whenever armed attack by any state on A, assistance to A within 15 days

interest of W "quiet":
  never armed attack by any state on W

scenario "A quiet start"
  day 3: A opens the dialogue with B
  expect clause 1 of A kept

expect no-remedy
"""

ROWS: tuple[tuple[str, str, str | None], ...] = (
    # the head
    ("  extent excerpt", "  extent exerpt", "excerpt"),
    ("  status political commitment", "  status politcal commitment", "political commitment"),
    ("  signed 2025-01-05", "  signed on 2025-01-05", None),
    ("  signed 2025-01-05", "  signed 5.1.2025", "2025"),
    ("  signed 2025-01-05", "  signd 2025-01-05", "signed"),
    ("takes effect 2025-01-10 00:00 in UTC", "takes effect upon signature", None),
    ("takes effect 2025-01-10 00:00 in UTC", "takes efect 2025-01-10 00:00 in UTC", "effect"),
    ("  lasts 180 days", "  lasts six moons", "days"),
    ("  lasts 180 days", "  last for 180 days", None),
    ("  deadlines inclusive", "  deadlines inclusiv", "inclusive"),
    ("  version 2", "  verison 2", "version"),
    # who
    ("use security, commerce", "use security, comerce", "commerce"),
    ('third state W "Westland"', 'third sate W "Westland"', "state"),
    ('non-state actor N "Northern Front"', 'non-state acter N "Northern Front"', "actor"),
    ('verifier M "Verification Mission"', 'verifyer M "Verification Mission"', "verifier"),
    ('Council": A, B, M', 'Council": A, B, MM', "M"),
    ('Council": A, B, M', 'Council" A, B, M', None),
    ('body council "Joint Council"', 'bodie council "Joint Council"', "body"),
    # what there is
    ("= 400 tanks at signature", "= 400 tnaks at signature", "tanks"),
    ("= 400 tanks at signature", "= 400 tanks at signatur", "signature"),
    ("by W because", "by V because", "W"),
    ('because "its borders are closed"', "", None),
    ("assume no arm-through", "asume no arm-through", "assume"),
    # acts of one's own
    ("  noun: dialogue", "  nuon: dialogue", "noun"),
    ("  verb: open the dialogue with OTHER\n", "", "verb"),
    ("  OTHER is any party\n", "  OTHER is any partie\n", "any party"),
    ("  OTHER is any party\n", "  OTHER is B\n", "OTHER is a Party"),
    ("noticed by OPENER, OTHER", "noticed by OPENER, OTHERS", "OTHER"),
    # words
    ('"heavy weapons" means', '"heavy weapons" meens', "means"),
    ('map "Zones" not attached', 'map "Zones" not atached', "attached"),
    ("position of A", "position of C", "A"),
    ("demands clause 2 before", "demnads clause 2 before", "demands"),
    ("before clause 3, source", "before clause 33, source", "3"),
    # duties
    ("from armed attack on the other Party except", "from armed atack on the other Party except", "armed attack"),
    ("except in self-defence", "exept in self-defence", "except"),
    ("verified by M every", "verifed by M every", "verified"),
    ("verified by M every", "verified by Q every", "M"),
    ("reports within 2 days", "reports in 2 days", "within"),
    ("standard observed", "standard obsreved", "observed"),
    ("established by council", "established by counsel", "council"),
    ("a breach may be cured within", "a breach may be curred within", "cured"),
    ("release prisoners to the other Party", "relase prisoners to the other Party", "release"),
    ("release prisoners to the other Party", "release prisoners to the othr Party", "the other Party"),
    ("after clause 1 is fulfilled", "after clause 11 is fulfilled", "1"),
    ("after clause 1 is fulfilled", "after clause 1 is fulfiled", "fulfilled"),
    ('rests on map "Zones"', 'rests on map "Zone"', "Zones"),
    ("by 2025-03-01 with", "by 2025-02-29 with", "2025-02-28"),
    ("by 2025-03-01 with", "by 1 March with", "2025"),
    ("with the agreement of M", "with the agreemnt of M", "agreement"),
    ("B should consult A every 30 days", "B shoud consult A every 30 days", "should"),
    ("B should consult A every 30 days", "B should consult A evry 30 days", "every"),
    ("M may report A to B", "M maye report A to B", "may"),
    ("M may report A to B", "A may report A to B", None),
    ("by day 30 counting the first day", "by day 30 counting the frist day", "first"),
    ("    reading 1: by day 30 not", "    readng 1: by day 30 not", "reading"),
    # occasions and decisions
    ("upon armed attack by any state on A:", "upn armed attack by any state on A:", "upon"),
    ("upon armed attack by any state on A:", "upon armed attack by any sate on A:", "any state"),
    ("upon armed attack by any state on A:", "upon armed attack by any state on A", "colon"),
    ("council decide it by two thirds", "council decide it by two third", "two thirds"),
    ("otherwise adopted", "otherwise adoptd", "adopted"),
    ("  if breached:\n    A may", "  if breached\n    A may", None),
    ("under clause 2 for 30 days", "under clause 22 for 30 days", "2"),
    ("A may suspend its duties", "A may suspnd its duties", "suspend"),
    # steps, ceilings, ends
    ("in parallel, in phases:", "in paralel, in phases:", "parallel"),
    ("reading 2: day 60 is a target", "reading 2: day 60 is a tarjet", "target"),
    ("at or below [A: 400 | B: 500] tanks", "at or below [A: 400 | B: 500 tanks", None),
    ("at or below [A: 400 | B: 500] tanks", "at or bellow [A: 400 | B: 500] tanks", "below"),
    ("clause 6 ends on 2025-06-01", "clause 6 ends on 2025-06-31", "2025-06-30"),
    ("may withdraw from the agreement by", "may withdraw from the agrement by", "agreement"),
    ("effective not less than 90 days", "efective not less than 90 days", "effective"),
    ("suspension: not stated", "suspention: not stated", "suspension"),
    ("is entitled to payment of money", "is entitled to payment of mony", "money"),
    ("is entitled to payment", "is entiteld to payment", "entitled"),
    ("    owed by B", "    owed by D", "B"),
    ('clause 7 "Leaving"', 'clause 6 "Leaving"', None),
    ('clause 7 "Leaving"', 'clause 7 "Leaving', None),
    ("under clause 2 for 30 days", "under clause 2 for 30 business days", None),
    # interests, scenarios, what is expected
    ("beyond the term for 60 days", "beyond the trem for 60 days", "term"),
    ("never exceed 1.5 times", "never exceeds 1,5 times", None),
    ("whenever armed attack", "whenver armed attack", "whenever"),
    ("assistance to A within 15 days", "assistence to A within 15 days", "assistance"),
    ("interest of W", "interest of Westlnd", "Westland"),
    ("day 3: A opens", "dya 3: A opens", "day"),
    ("expect clause 1 of A kept", "expect clause 1 of A keept", "kept"),
    ("expect clause 1 of A kept", "expect clause 1 of Z kept", "A"),
    ("expect no-remedy", "expekt no-remedy", "expect"),
)
