vocabulary "security"

use playbook

kind battle tanks counted in tanks

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
