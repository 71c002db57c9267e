agreement "Pretoria Agreement and Nairobi Declaration"
  version "2 and 12 November 2022"
  text summary in English
  extent as reported
  status not stated
  signed 2022-11-02
  takes effect 2022-11-02
  lasts not stated
  deadlines inclusive

# Two texts read together: the clauses I are of Pretoria, 2 November, the clauses II of Nairobi, 12 November. Their
# numbers are ours.

use security

party ET "the Federal Government"
party TPLF "the TPLF"
non-state actor OTHERS "foreign and non-ENDF forces"
verifier AU "the African Union"

act meeting of commanders
  noun: meeting of senior commanders by SIDE
  verb: send its senior commanders to meet
  SIDE is any party
  noticed by everyone

act heavy weapons
  noun: hand-over of heavy weapons by SIDE
  verb: hand over its heavy weapons
  SIDE is any party
  noticed by everyone

act light weapons
  noun: hand-over of light weapons by SIDE
  verb: hand over its light weapons
  SIDE is any party
  noticed by everyone

act control of facilities
  noun: control of federal facilities by TAKER
  verb: take control of federal facilities
  TAKER is any party
  noticed by everyone

act monitoring
  noun: monitoring by OBSERVER
  verb: monitor
  OBSERVER is any verifier
  noticed by everyone

act withdrawal of others
  noun: withdrawal from the region by SENDER
  verb: withdraw from the region
  SENDER is anybody
  noticed by everyone

clause I.1 "Commanders"
  > Senior commanders of both sides meet within 5 days of signature.
  each Party shall send its senior commanders to meet by 2022-11-07

clause I.2 "Disarmament"
  > The combatants of the TPLF are disarmed, heavy weapons as a priority, light weapons within 30 days of signature.
  TPLF shall hand over its heavy weapons within not stated
  TPLF shall hand over its light weapons by 2022-12-02

clause I.3 "Federal facilities"
  > The federal army takes control of federal facilities and major infrastructure.
  ET shall take control of federal facilities within not stated

clause I.4 "Monitoring"
  > The African Union monitors, verifies and watches over compliance.
  AU shall monitor every 30 days
  clause I.2 and clause I.3 and clause II.1 are verified by AU
  waived "watches over compliance" because "no number of days was reported; thirty are ours"

clause II.1 "Heavy weapons and the withdrawal of others"
  > The disarmament of heavy weapons is done concurrently with the withdrawal of foreign and non-ENDF forces from the
  > region.
  TPLF will hand over its heavy weapons within not stated
    reading 1: after beginning of withdrawal from the region by OTHERS
    reading 2: TPLF will hand over its heavy weapons within not stated

interest of ET "heavy weapons handed over by the end of the year":
  by 2022-12-31, hand-over of heavy weapons by TPLF

interest of TPLF "others gone by the end of the year":
  by 2022-12-31, withdrawal from the region by OTHERS

interest of ET "light weapons handed over within thirty days":
  by 2022-12-02, hand-over of light weapons by TPLF

expect non-party-actor on clause II.1
