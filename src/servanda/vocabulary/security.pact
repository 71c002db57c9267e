vocabulary "security"

use playbook

kind battle tanks counted in tanks
kind armoured vehicles counted in vehicles
kind artillery pieces counted in pieces
kind combat aircraft counted in aircraft
kind troops counted in persons

act armed attack
  noun: armed attack by ATTACKER on VICTIM
  verb: attack VICTIM
  ATTACKER is any state
  VICTIM is any state
  noticed by everyone

act nuclear attack
  noun: nuclear attack by ATTACKER on VICTIM
  verb: attack VICTIM with nuclear weapons
  ATTACKER is any state
  VICTIM is any state
  noticed by everyone

act assistance
  noun: assistance by HELPER to RECEIVER
  verb: assist RECEIVER
  HELPER is any state
  RECEIVER is any state
  noticed by everyone

act consultation
  noun: consultation by CALLER with OTHERS
  verb: consult OTHERS
  CALLER is any state
  OTHERS is any state
  noticed by CALLER, OTHERS

act request for access
  noun: request for access by INSPECTOR to HOST
  verb: ask HOST for access
  INSPECTOR is any verifier
  HOST is any party
  noticed by INSPECTOR, HOST

act access
  noun: access by HOST to INSPECTOR
  verb: give access to INSPECTOR
  HOST is any party
  INSPECTOR is any verifier
  needs request for access by INSPECTOR to HOST
  noticed by INSPECTOR, HOST

act inspection
  noun: inspection by INSPECTOR of KIND of HOST
  verb: inspect KIND of HOST
  INSPECTOR is any verifier
  HOST is any party
  needs access by HOST to INSPECTOR
  shows KIND of HOST
  noticed by INSPECTOR, HOST

act reduction
  noun: reduction of KIND by SIDE
  verb: reduce KIND
  SIDE is any party
  lowers KIND of SIDE
  noticed by everyone

act report
  noun: report by REPORTER about SUBJECT to HEARER
  verb: report SUBJECT to HEARER
  REPORTER is any verifier
  SUBJECT is any party
  HEARER is any party
  needs knowledge of a breach by SUBJECT
  noticed by REPORTER, HEARER

act call on the Council
  noun: call on the Council by CALLER
  verb: call on the Council
  CALLER is any state
  noticed by everyone

act economic coercion
  noun: economic coercion by COERCER of TARGET
  verb: coerce TARGET economically
  COERCER is any state
  TARGET is any state
  noticed by everyone

act withdrawal of forces
  noun: withdrawal of its forces by SIDE
  verb: withdraw its forces
  SIDE is any party
  noticed by everyone

act pull-back of forces
  noun: pull-back of forces by SIDE
  verb: pull back its forces
  SIDE is any party
  noticed by everyone

act withdrawal of heavy weapons
  noun: withdrawal of its heavy weapons by SIDE
  verb: withdraw its heavy weapons
  SIDE is any party
  noticed by everyone

act withdrawal of foreign forces
  noun: withdrawal of foreign forces by SENDER
  verb: withdraw foreign forces
  SENDER is anybody
  noticed by everyone

act deployment of forces
  noun: deployment of its forces by SIDE
  verb: deploy its forces
  SIDE is any party
  noticed by everyone

act disengagement of forces
  noun: disengagement of its forces by SIDE
  verb: disengage its forces
  SIDE is any party
  noticed by everyone

act cantonment of forces
  noun: cantonment of its forces by SIDE
  verb: bring its forces into cantonments
  SIDE is any party
  noticed by everyone

act demobilisation of forces
  noun: demobilisation of its forces by SIDE
  verb: demobilise its forces
  SIDE is any party
  noticed by everyone

act disarmament of armed groups
  noun: disarmament of armed groups by SIDE
  verb: disarm armed groups
  SIDE is any party
  noticed by everyone

act mobilisation of forces
  noun: mobilisation of its forces by SIDE
  verb: mobilise its forces
  SIDE is any party
  noticed by everyone

act reinforcement of positions
  noun: reinforcement of its positions by SIDE
  verb: reinforce its positions
  SIDE is any party
  noticed by everyone

act fortification of positions
  noun: fortification of its positions by SIDE
  verb: fortify its positions
  SIDE is any party
  noticed by everyone

act movement of forces
  noun: movement of forces into the zone by SIDE
  verb: move forces into the zone
  SIDE is any party
  noticed by everyone

act mine clearance
  noun: clearance of mines by SIDE
  verb: clear the mines
  SIDE is any party
  noticed by everyone

act mine-laying
  noun: laying of mines by SIDE
  verb: lay mines
  SIDE is any party
  noticed by everyone

act demarcation of the line
  noun: demarcation of the line by SIDE
  verb: mark the line
  SIDE is any party
  noticed by everyone

act offensive operation
  noun: offensive operation by ATTACKER against VICTIM
  verb: conduct an offensive operation against VICTIM
  ATTACKER is any state
  VICTIM is any state
  noticed by everyone

act shelling
  noun: shelling by ATTACKER of VICTIM
  verb: shell VICTIM
  ATTACKER is any state
  VICTIM is any state
  noticed by everyone

act cease-fire violation
  noun: cease-fire violation by SIDE
  verb: violate the cease-fire
  SIDE is any party
  noticed by everyone

act hostile propaganda
  noun: hostile propaganda by SIDE
  verb: spread hostile propaganda
  SIDE is any party
  noticed by everyone

act release of prisoners
  noun: release of prisoners by RELEASER to RECEIVER
  verb: release prisoners to RECEIVER
  RELEASER is any party
  RECEIVER is any party
  noticed by everyone

act exchange of prisoners
  noun: exchange of prisoners by SIDE with OTHER
  verb: exchange prisoners with OTHER
  SIDE is any party
  OTHER is any party
  noticed by everyone

act list of the missing
  noun: list of missing persons by SENDER to RECEIVER
  verb: send a list of missing persons to RECEIVER
  SENDER is any party
  RECEIVER is any party
  noticed by SENDER, RECEIVER

act detention
  noun: detention of persons of OTHER by SIDE
  verb: detain persons of OTHER
  SIDE is any party
  OTHER is any party
  noticed by everyone

act humanitarian access
  noun: humanitarian access by SIDE
  verb: give humanitarian access
  SIDE is any party
  noticed by everyone

act humanitarian corridor
  noun: opening of a humanitarian corridor by SIDE
  verb: open a humanitarian corridor
  SIDE is any party
  noticed by everyone

act return of displaced persons
  noun: return of displaced persons allowed by SIDE
  verb: allow displaced persons to return
  SIDE is any party
  noticed by everyone

act exchange of data
  noun: exchange of military data by SENDER to RECEIVER
  verb: send military data to RECEIVER
  SENDER is any party
  RECEIVER is any party
  noticed by SENDER, RECEIVER

act notification of a movement
  noun: notification of a movement by SENDER to RECEIVER
  verb: notify RECEIVER of a movement
  SENDER is any party
  RECEIVER is any party
  noticed by SENDER, RECEIVER

act over-flight
  noun: over-flight by FLYER of OWNER
  verb: overfly OWNER
  FLYER is any state
  OWNER is any state
  noticed by everyone

act hand-over of territory
  noun: hand-over of territory by GIVER to RECEIVER
  verb: hand over territory to RECEIVER
  GIVER is any party
  RECEIVER is any party
  noticed by everyone

act investigation
  noun: investigation of an incident by INVESTIGATOR
  verb: investigate the incident
  INVESTIGATOR is any verifier
  noticed by everyone

act sanctions
  noun: sanctions by SANCTIONER against TARGET
  verb: impose sanctions on TARGET
  SANCTIONER is any state
  TARGET is any state
  noticed by everyone

act elections
  noun: elections by SIDE
  verb: hold elections
  SIDE is any party
  noticed by everyone

act amnesty
  noun: amnesty by SIDE
  verb: grant an amnesty
  SIDE is any party
  noticed by everyone

act reopening of the border
  noun: reopening of the border by SIDE
  verb: reopen the border
  SIDE is any party
  noticed by everyone
