agreement "Cessation of hostilities between Israel and Lebanon"
  version "27 November 2024"
  text summary in English
  extent excerpt
  status not stated
  signed not stated
  takes effect 2024-11-27 04:00 in UTC+2
  lasts not stated
  deadlines inclusive

# Announced by the United States and France; points bear the text's numbers. Of points 5 to 12 only reports were seen.

use security

party IL "Israel"
party LB "Lebanon"
third state US "the United States"
third state FR "France"
verifier UNIFIL "UNIFIL"
non-state actor HZ "Hezbollah"

act operation by an armed group
  noun: operation against Israel by GROUP
  verb: carry out operations against Israel
  GROUP is anybody
  noticed by everyone

act prevention
  noun: prevention of operations of GROUP by PREVENTER
  verb: prevent operations of GROUP
  PREVENTER is any party
  GROUP is anybody
  noticed by everyone

act offensive operation
  noun: offensive military operation by DOER against Lebanese targets
  verb: conduct offensive military operations against Lebanese targets
  DOER is any party
  noticed by everyone

act steps towards the resolution
  noun: steps towards the resolution by DOER
  verb: take steps towards the resolution
  DOER is any party
  noticed by everyone

act other armed presence
  noun: armed presence of others south of the Litani under HOST
  verb: leave others armed south of the Litani
  HOST is any party
  done by HOST
  noticed by everyone

act dismantling
  noun: dismantling of unauthorised facilities by DISMANTLER
  verb: dismantle unauthorised facilities
  DISMANTLER is any party
  noticed by everyone

act notice of an alleged violation
  noun: word of an alleged violation of SUBJECT by SENDER
  verb: report an alleged violation of SUBJECT
  SUBJECT is any party
  SENDER is any party
  done by SENDER
  needs knowledge of a breach by SUBJECT
  noticed by everyone

act deployment
  noun: deployment of its army south of the Litani by DEPLOYER
  verb: deploy its army south of the Litani
  DEPLOYER is any party
  noticed by everyone

act withdrawal of forces
  noun: withdrawal of its forces south of the Blue Line by LEAVER
  verb: withdraw its forces south of the Blue Line
  LEAVER is any party
  noticed by everyone

clause 1 "Cessation of hostilities"
  > Israel and Lebanon implement a cessation of hostilities from 04:00 on 27 November 2024, as detailed below.
  waived "04:00 on 27 November 2024" because "the head of the file says it"
  waived "Israel and Lebanon implement a cessation of hostilities" because "points 2 to 12 say what it consists in"

clause 2 "No operations"
  > From 04:00 on 27 November 2024 Lebanon prevents Hezbollah and all other armed groups in its territory from any
  > operation against Israel. In return Israel conducts no offensive military operation against Lebanese targets, by
  > land, air or sea.
  LB will prevent operations of HZ at once
  IL will not conduct offensive military operations against Lebanese targets
  "offensive" means not stated
  waived "04:00 on 27 November 2024" because "the head of the file says it"

clause 3 "Resolution 1701"
  > Both recognise the importance of resolution 1701 and commit to steps towards its full implementation.
  each Party commits to take steps towards the resolution within not stated
  waived "1701" because "it is the number of the resolution"

clause 4 "Self-defence"
  > These commitments do not preclude either from exercising its inherent right of self-defence, consistent with
  > international law.
  clause 2 does not apply to a Party acting in self-defence, judged by not stated

clause 5 "South of the Litani"
  > Lebanon's official forces are the only armed ones in the southern Litani area shown in the deployment plan.
  LB will not leave others armed south of the Litani

clause 7 "Facilities and arms"
  > Unauthorised facilities and positions are dismantled and unauthorised arms confiscated, beginning in the southern
  > Litani area.
  LB will dismantle unauthorised facilities within not stated

clause 10 "Mechanism"
  > A mechanism hosted by UNIFIL, chaired by the United States and with France, is told of alleged violations by both.
  upon breach of any clause by a Party:
    the other Party will report an alleged violation of that Party within not stated
  waived "the United States and with France" because "no point that was seen says what the mechanism may do"
  waived "UNIFIL" because "it hosts the mechanism"

clause 12 "Withdrawal and deployment"
  > Israel withdraws its forces in a phased manner south of the Blue Line, and in parallel Lebanon deploys its army;
  > this should not exceed 60 days.
  in parallel, in phases:
    IL will withdraw its forces south of the Blue Line
    LB will deploy its army south of the Litani
    reading 1: each to be complete by day 60
    reading 2: each phase awaits the other's, by day 60
    reading 3: day 60 is a target

interest of LB "no offensive operation":
  never offensive military operation by IL against Lebanese targets

interest of IL "no operation of an armed group":
  never operation against Israel by HZ

interest of LB "withdrawn after sixty days":
  by 2025-01-26, withdrawal of its forces south of the Blue Line by IL

interest of IL "deployed after sixty days":
  by 2025-01-26, deployment of its army south of the Litani by LB

expect self-judging on clause 2
expect order-not-stated on clause 12
