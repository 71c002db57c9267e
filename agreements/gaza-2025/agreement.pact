agreement "Gaza, three stages, as reported"
  version "15 January 2025"
  text summary in English
  extent as reported
  status not stated
  signed not stated
  takes effect 2025-01-19
  lasts not stated
  deadlines inclusive

# The agreement is not officially published; the points are numbered by us. Days are counted as the reports count them:
# 19 January is day 1, so that day 16 is 3 February and day 42 is 1 March.

use security

party IL "Israel"
party HA "Hamas"
third state EG "Egypt"
third state QA "Qatar"
third state US "the United States"

act armed action
  noun: armed action by DOER
  verb: take armed action
  DOER is any party
  noticed by everyone

act redeployment
  noun: redeployment outside populated areas by LEAVER
  verb: redeploy outside populated areas
  LEAVER is any party
  noticed by everyone

act release of hostages
  noun: release of the hostages of the first stage by RELEASER
  verb: release the hostages of the first stage
  RELEASER is any party
  noticed by everyone

act release of prisoners
  noun: release of prisoners and detainees by RELEASER
  verb: release prisoners and detainees
  RELEASER is any party
  noticed by everyone

act return
  noun: return of displaced persons allowed by ALLOWER
  verb: allow the return of displaced persons
  ALLOWER is any party
  noticed by everyone

act talks
  noun: talks on the second stage by SIDE
  verb: enter into talks on the second stage
  SIDE is any party
  noticed by everyone

act permanent end
  noun: permanent end of hostilities by DECLARER
  verb: declare a permanent end of hostilities
  DECLARER is any party
  noticed by everyone

act full withdrawal
  noun: full withdrawal from Gaza by LEAVER
  verb: withdraw from Gaza in full
  LEAVER is any party
  noticed by everyone

act release of the others
  noun: release of the remaining hostages by RELEASER
  verb: release the remaining hostages
  RELEASER is any party
  noticed by everyone

act reconstruction
  noun: reconstruction by BUILDER
  verb: reconstruct Gaza
  BUILDER is anybody
  noticed by everyone

clause 1 "First stage: cease-fire"
  > The first stage lasts 42 days. There is a cease-fire.
  each Party shall not take armed action
  this clause ends on 2025-03-01

clause 2 "First stage: exchange and redeployment"
  > Israeli forces redeploy outside densely populated areas; hostages, prisoners and detainees are released, remains
  > exchanged, displaced persons return.
  IL shall redeploy outside populated areas by 2025-03-01
  HA shall release the hostages of the first stage by 2025-03-01
  IL shall release prisoners and detainees by 2025-03-01
  IL shall allow the return of displaced persons by 2025-03-01

clause 3 "Talks"
  > Talks on the second stage begin by day 16.
  each Party shall enter into talks on the second stage by day 16 counting the first day

clause 4 "Second stage"
  > Permanent end of hostilities, full withdrawal, release of the remaining hostages.
  each Party shall declare a permanent end of hostilities within not stated with the agreement of the other Party
  IL shall withdraw from Gaza in full within not stated with the agreement of HA
  HA shall release the remaining hostages within not stated with the agreement of IL

clause 5 "Third stage"
  > Exchange of remains, reconstruction.
  not stated shall reconstruct Gaza within not stated after clause 4 is fulfilled

clause 6 "Guarantors"
  > Egypt, Qatar and the United States affirm that it is their policy to help ensure that all three stages are carried
  > out.
  waived "help ensure" because "no act of theirs is named"
  waived "Egypt, Qatar and the United States" because "they affirm a policy and sign no duty"

interest of HA "no armed action":
  never armed action by IL

interest of IL "no armed action":
  never armed action by HA

interest of IL "the remaining hostages within half a year":
  by 2025-07-19, release of the remaining hostages by HA

interest of HA "full withdrawal within half a year":
  by 2025-07-19, full withdrawal from Gaza by IL

expect agreement-to-agree on clause 4
