agreement "Agreement on Cessation of Hostilities, Protection of Civilians and Humanitarian Access, South Sudan"
  version "21 December 2017"
  text summary in English
  extent full text
  status not stated
  signed 2017-12-21
  takes effect 2017-12-24 00:01 in UTC+3
  lasts not stated
  deadlines inclusive

# The articles' paragraphs bear no numbers in the copy that was used; they are counted here. The Armed Opposition Groups
# stand as one party, as the text names them together; parties without arms are left out (sources.md).

use security

party TGONU "the Transitional Government"
party IO "the SPLM/A-IO"
party AOG "the Armed Opposition Groups"
verifier CTSAMM "CTSAMM"
verifier JMEC "JMEC"
third state IGAD "IGAD"

document "Agreement on the Resolution of the Conflict" in another text

body signatories "the Parties": TGONU, IO, AOG

act hostile action
  noun: hostile military action by DOER
  verb: take hostile military action
  DOER is any party
  noticed by everyone

act movement
  noun: unauthorised movement of forces by DOER
  verb: move forces without authorisation
  DOER is any party
  noticed by everyone

act disengagement
  noun: disengagement of forces in close proximity by DOER
  verb: disengage its forces in close proximity
  DOER is any party
  noticed by everyone

act notification of commanders
  noun: notification of its commanders and affiliates by DOER
  verb: notify its commanders and affiliates
  DOER is any party
  noticed by DOER

act disclosure of headquarters
  noun: disclosure of its headquarters to CTSAMM by DOER
  verb: disclose its headquarters to CTSAMM
  DOER is any party
  noticed by everyone

act reconnaissance
  noun: reconnaissance by DOER
  verb: carry out reconnaissance
  DOER is any party
  noticed by everyone

act mines
  noun: laying of mines by DOER
  verb: lay mines
  DOER is any party
  noticed by everyone

act proxies
  noun: use of proxy militias by DOER
  verb: use proxy militias
  DOER is any party
  noticed by everyone

act recruitment
  noun: recruitment by DOER
  verb: recruit
  DOER is any party
  noticed by everyone

act recruitment of children
  noun: recruitment of children by DOER
  verb: recruit children
  DOER is any party
  noticed by everyone

act sexual violence
  noun: sexual violence by DOER
  verb: commit sexual violence
  DOER is any party
  noticed by everyone

act jamming
  noun: jamming of communications by DOER
  verb: jam communications
  DOER is any party
  noticed by everyone

act provocation
  noun: provocative and deceptive action by DOER
  verb: take provocative and deceptive action
  DOER is any party
  noticed by everyone

act confrontation
  noun: action that could lead to confrontation by DOER
  verb: take action that could lead to confrontation
  DOER is any party
  noticed by everyone

act propaganda
  noun: hostile propaganda and hate speech by DOER
  verb: engage in hostile propaganda and hate speech
  DOER is any party
  noticed by everyone

act occupation
  noun: occupation or damage of public property by DOER
  verb: occupy or damage public property
  DOER is any party
  noticed by everyone

act leaving sites
  noun: departure from occupied sites by DOER
  verb: leave occupied sites
  DOER is any party
  noticed by everyone

act attack on monitors
  noun: attack on those who carry the agreement out by DOER
  verb: attack those who carry the agreement out
  DOER is any party
  noticed by everyone

act attack on civilians
  noun: attack on civilians by DOER
  verb: attack civilians
  DOER is any party
  noticed by everyone

act entry into camps
  noun: unlawful entry into camps and protection sites by DOER
  verb: enter camps and protection sites unlawfully
  DOER is any party
  noticed by everyone

act looting
  noun: looting by DOER
  verb: loot
  DOER is any party
  noticed by everyone

act departure of foreign groups
  noun: departure of foreign armed groups by DOER
  verb: see foreign armed groups out of the country
  DOER is any party
  noticed by everyone

act obstruction of relief
  noun: obstruction of humanitarian operations by DOER
  verb: obstruct humanitarian operations
  DOER is any party
  noticed by everyone

act relief
  noun: humanitarian access by DOER
  verb: give humanitarian access
  DOER is any party
  noticed by everyone

act demobilisation of children
  noun: demobilisation of children to UNICEF by DOER
  verb: demobilise children to UNICEF
  DOER is any party
  noticed by everyone

act list of detained persons
  noun: list of detained persons to the ICRC by DOER
  verb: submit the list of detained persons to the ICRC
  DOER is any party
  noticed by everyone

act release of detained persons
  noun: release of detained persons to the ICRC by DOER
  verb: release detained persons to the ICRC
  DOER is any party
  noticed by everyone

act information
  noun: information for CTSAMM by DOER
  verb: give information to CTSAMM
  DOER is any party
  noticed by everyone

act advance notice of movements
  noun: advance notice of movements to CTSAMM by DOER
  verb: give CTSAMM advance notice of movements
  DOER is any party
  noticed by everyone

act obstruction of CTSAMM
  noun: obstruction of CTSAMM by DOER
  verb: obstruct CTSAMM
  DOER is any party
  noticed by everyone

act investigation
  noun: investigation of breaches by DOER
  verb: investigate breaches
  DOER is any party
  noticed by DOER

act promotion
  noun: promotion of the agreement by DOER
  verb: promote the agreement
  DOER is any party
  noticed by everyone

act restructuring of CTSAMM
  noun: restructuring of CTSAMM by DOER
  verb: restructure CTSAMM
  DOER is anybody
  noticed by everyone

act board meeting
  noun: meeting of the CTSAMM Board by DOER
  verb: hold a meeting of the CTSAMM Board
  DOER is any verifier
  noticed by everyone

act resources
  noun: mobilisation of resources by DOER
  verb: mobilise resources
  DOER is anybody
  noticed by everyone

act report to JMEC and IGAD
  noun: report of a breach by SUBJECT by REPORTER to JMEC and IGAD
  verb: report a breach by SUBJECT to JMEC and IGAD
  SUBJECT is any party
  REPORTER is any verifier
  needs knowledge of a breach by SUBJECT
  done by REPORTER
  noticed by everyone

act report to the governments and councils
  noun: report of serious breaches by SUBJECT by REPORTER to the governments and councils
  verb: report serious breaches by SUBJECT to the governments and councils
  SUBJECT is any party
  REPORTER is any verifier
  done by REPORTER
  needs knowledge of a breach by SUBJECT
  noticed by everyone

clause 1.1 "Cessation of hostilities"
  > From 00:01 on 24 December 2017, South Sudan time, a cessation of hostilities is in force; the Parties cease all
  > hostile military actions and operations.
  each Party shall not take hostile military action

clause 1.2 "Freeze"
  > All forces freeze where they are, but for movements that CTSAMM authorises for supply and administration.
  each Party shall not move forces without authorisation
  waived "CTSAMM authorises" because "the act is a movement without it, so that none that it authorises is meant"

clause 1.3 "Disengagement"
  > Where opposing forces are in close proximity they disengage immediately.
  each Party shall disengage its forces in close proximity at once
  "close proximity" means not stated

clause 1.4 "Orders"
  > Within 72 hours of signature each Party notifies its commanders and affiliates.
  each Party shall notify its commanders and affiliates by 2017-12-24

clause 2.1 "Affiliates"
  > Each Party implements the agreement in full and in good faith, and ensures that its affiliates and all forces under
  > its command observe it; its obligations apply to them.
  waived "in full and in good faith" because "nothing is asked for beyond the other clauses"
  waived "ensures" because "what affiliates do is counted as the Party's own act in every clause"

clause 2.3 "Headquarters"
  > Each Party discloses to CTSAMM where the headquarters of all its military and affiliates are.
  each Party shall disclose its headquarters to CTSAMM within not stated

clause 2.4 "Other groups"
  > The signatories and the Special Envoy go on engaging armed groups outside the agreement to abandon violence and,
  > where appropriate, to join.
  waived "go on engaging" because "no result is asked for that could be told from its absence"

clause 2.5 "Standards"
  > The Parties abide by human rights and humanitarian law and by best practices; women and girls are not excluded or
  > disadvantaged; the agreement applies to all parties of South Sudan.
  waived "abide by" because "the rules stand in other texts"
  waived "not excluded" because "the necessary steps are not named"

clause 3.2 "Prohibited hostile actions"
  > Prohibited are: attacks to dislodge or capture, ambushes and killing; reconnaissance; mines; proxy militias;
  > recruitment, also in protection sites and refugee camps; recruitment of children; sexual violence; jamming;
  > provocative and deceptive actions.
  each Party shall not carry out reconnaissance
  each Party shall not lay mines
  each Party shall not use proxy militias
  each Party shall not recruit
  each Party shall not recruit children
  each Party shall not commit sexual violence
  each Party shall not jam communications
  each Party shall not take provocative and deceptive action

clause 3.3 "Confrontation"
  > The Parties take no action that could lead to confrontation, such as unauthorised movement or resupply of
  > ammunition, or that could be viewed as confrontational.
  each Party shall not take action that could lead to confrontation
  "action that could be viewed as confrontational" means not stated

clause 3.4 "Who determines"
  > CTSAMM determines whether an act is prohibited or otherwise a breach, taking into account all circumstances and
  > justifications.
  waived "CTSAMM determines" because "every clause below says that CTSAMM verifies it"

clause 4.1 "Propaganda"
  > The Parties engage in no hostile propaganda or hate speech and use no media to foment hatred.
  each Party shall not engage in hostile propaganda and hate speech

clause 4.2 "Public property"
  > The Parties neither occupy nor damage public or community property, and withdraw from what they have occupied.
  each Party shall not occupy or damage public property
  each Party shall leave occupied sites within not stated

clause 4.4 "Monitors"
  > The Parties attack neither in words nor physically CTSAMM, JMEC, IGAD, the African Union, the United Nations or
  > anybody else who helps to implement the agreement.
  each Party shall not attack those who carry the agreement out
  waived "CTSAMM, JMEC, IGAD" because "the act names all of them together"

clause 5 "Civilians"
  > The Parties protect the rights, safety and dignity of civilians, in particular of women, children, the old and the
  > disabled, free movement of persons and goods, media and civil society. Prohibited are attacks on civilians,
  > sexual violence, torture, ambushes, offences against property, unlawful entry into protection sites and camps,
  > violence around them, and any other violation of human rights.
  each Party shall not attack civilians
  each Party shall not commit sexual violence
  each Party shall not enter camps and protection sites unlawfully
  each Party shall not loot

clause 6 "Others who are armed"
  > The Parties protect civilians from armed actors outside the agreement, cooperate with the United Nations mission,
  > support the Regional Protection Force, and ensure that all other non-South Sudanese armed groups leave the country.
  each Party shall see foreign armed groups out of the country within not stated

clause 7 "Humanitarian access"
  > The Parties allow and facilitate unfettered access for assistance, guarantee the safety of relief personnel, and
  > facilitate safe and voluntary return and the free movement of people and goods.
  each Party shall give humanitarian access at once

clause 8.1 "Children"
  > Immediately upon signature each Party demobilises to UNICEF, without conditions, any child that it has recruited.
  each Party shall demobilise children to UNICEF at once

clause 8.3 "Detained persons"
  > Within 72 hours of signature the Parties give the ICRC a complete list of prisoners of war, political prisoners and
  > detainees; they are released to it without delay, and within 14 days.
  each Party shall submit the list of detained persons to the ICRC by 2017-12-24
  each Party shall release detained persons to the ICRC by 2018-01-04
    reading 1: by 2018-01-04
    reading 2: by 2018-01-07

clause 9 "Relief"
  > Prohibited are recruitment of children, attacks on relief personnel, assets and convoys, restriction of their
  > movement, looting of supplies, obstruction of relief, harassment of the media and campaigns against mediators.
  each Party shall not recruit children
  each Party shall not obstruct humanitarian operations

clause 10.1 "CTSAMM to be restructured"
  > The Parties agree that CTSAMM is restructured in the course of the revitalization process; its regional and
  > international members monitor and verify until a permanent cease-fire is agreed.
  not stated shall restructure CTSAMM within not stated

clause 10.3 "Board"
  > The reconstituted CTSAMM Board meets bi-monthly outside South Sudan.
  CTSAMM shall hold a meeting of the CTSAMM Board every 60 days
    reading 1: every 60 days
    reading 2: every 15 days

clause 10.4 "Verification"
  > CTSAMM monitors and verifies the agreement. Each Party allows it to do so, cooperates fully and grants unhindered
  > access to all areas under its control.
  each Party shall not obstruct CTSAMM
  clause 1.1 and clause 1.2 and clause 1.3 and clause 1.4 and clause 2.3 and clause 3.2 and clause 3.3 and clause 4.1 and clause 4.2 and clause 4.4 and clause 5 and clause 6 and clause 7 and clause 8.1 and clause 8.3 and clause 9 and clause 10.7 and clause 10.9 and clause 11 and clause 12 are verified by CTSAMM

clause 10.7 "Notice of movements"
  > The Parties give CTSAMM advance notice of any movement of personnel and equipment.
  each Party shall give CTSAMM advance notice of movements within not stated

clause 10.9 "Information"
  > The Parties give CTSAMM the information it requires: where their forces are, which units must disengage, commanders
  > and liaison officers, reports on sexual violence; they help it to draw a map.
  each Party shall give information to CTSAMM within not stated

clause 11 "Personnel of CTSAMM"
  > Prohibited are attacks on, harassment, arrest or detention of CTSAMM personnel, and obstruction of its work.
  each Party shall not attack those who carry the agreement out
  each Party shall not obstruct CTSAMM

clause 12 "Accountability"
  > The Parties prevent and investigate breaches and ensure accountability for them; others may do so as well.
  each Party shall investigate breaches within not stated

clause 13 "Enforcement of compliance"
  > In the case of any violation CTSAMM reports to JMEC and the chair of the IGAD Council of Ministers in a timely
  > manner, for quick remedial action. The chair of JMEC reports serious breaches to the Transitional Government, the
  > IGAD Assembly, the African Union's Peace and Security Council and the United Nations Security Council, for their
  > action, which may include the measures of the IGAD summit of November 2014.
  upon breach of any clause by a Party:
    CTSAMM shall report a breach by that Party to JMEC and IGAD within not stated
  upon report of a breach by a Party by CTSAMM to JMEC and IGAD:
    JMEC shall report serious breaches by that Party to the governments and councils within not stated
  "serious breaches" means not stated
  waived "November 2014" because "the measures of that summit stand in another text"

clause 14 "Promotion"
  > Each Party promotes the agreement among the people, with joint events and the help of others.
  each Party shall promote the agreement within not stated

clause 15 "Resources"
  > IGAD and the Transitional Government mobilise the resources needed.
  TGONU shall mobilise resources within not stated

clause 16 "Amendment"
  > The Parties may amend the agreement by consensus, failing which by at least two thirds of them.
  waived "may amend the agreement by consensus, failing which by at least two thirds" because "how the text may be changed is not part of what it asks for"

clause 17 "Disputes"
  > Disputes are resolved amicably among the signatories; failing that, the Parties refer them to the IGAD Council of
  > Ministers.
  waived "refer them to the IGAD Council of" because "no clause says what the Council does then"

clause 18 "Status"
  > Upon signature the agreement becomes an addendum to the Agreement on the Resolution of the Conflict in South Sudan.
  rests on document "Agreement on the Resolution of the Conflict"

interest of TGONU "no hostile action":
  never hostile military action by IO

interest of AOG "detained persons free by the middle of January":
  by 2018-01-15, release of detained persons to the ICRC by TGONU

interest of IO "occupied sites left within a month":
  by 2018-01-24, departure from occupied sites by TGONU

expect no-remedy on clause 1.1
expect no-deadline on clause 4.2
expect no-deadline on clause 6
expect no-deadline on clause 13
expect loophole on clause 4.2
