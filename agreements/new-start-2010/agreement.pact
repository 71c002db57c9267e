agreement "New START"
  version "8 April 2010"
  text summary in English
  extent excerpt
  status legally binding
  signed 2010-04-08
  takes effect 2018-02-05
  lasts until 2026-02-05
  deadlines inclusive

# In force since 5 February 2011; day 0 is here the day from which the limits apply. The term is the one that holds
# since the extension of 2021. What is said of Articles VII, XI and XIV is from memory and unverified (sources.md).

use security

party US "the United States"
party RU "the Russian Federation"

kind deployed delivery vehicles counted in vehicles
kind deployed warheads counted in warheads
kind launchers and bombers counted in launchers

deployed delivery vehicles of US = 652 vehicles at signature
deployed delivery vehicles of RU = 527 vehicles at signature
deployed warheads of US = 1350 warheads at signature
deployed warheads of RU = 1444 warheads at signature
launchers and bombers of US = 800 launchers at signature
launchers and bombers of RU = 779 launchers at signature

act exchange of data
  noun: exchange of data by SENDER
  verb: exchange data
  SENDER is any party
  noticed by everyone

act conversion
  noun: conversion of launchers beyond nuclear use by CONVERTER
  verb: convert surplus launchers beyond nuclear use
  CONVERTER is any party
  noticed by CONVERTER

act return to nuclear use
  noun: return of converted launchers to nuclear use by USER
  verb: return converted launchers to nuclear use
  USER is any party
  noticed by USER

act obstruction of inspections
  noun: obstruction of inspections by HOST
  verb: obstruct inspections
  HOST is any party
  noticed by everyone

clause II "Limits"
  > Seven years after entry into force, from 5 February 2018 on, neither Party has more than 700 deployed missiles and
  > bombers, 1550 warheads on them, and 800 deployed and non-deployed launchers and bombers.
  each Party shall keep its deployed delivery vehicles at or below 700 vehicles
  each Party shall keep its deployed warheads at or below 1550 warheads
  each Party shall keep its launchers and bombers at or below 800 launchers
  waived "Seven years after … 5 February 2018" because "it is the first day in the head of the file"

clause III "Conversion"
  > Launchers that are converted so that they can no longer be used for nuclear arms do not count.
  each Party shall not return converted launchers to nuclear use
  verified by the Parties, standard declared

clause VII "Data"
  > Data are exchanged every six months.
  each Party shall exchange data every 182 days

clause XI "Inspections"
  > Each Party may inspect on the territory of the other; neither obstructs it.
  each Party shall not obstruct inspections
  clause II is verified by the Parties, standard observed

clause XIV "Duration and withdrawal"
  > The treaty lasts ten years and may be extended once by at most five. Each Party may withdraw if it decides that
  > extraordinary events have jeopardised its supreme interests, by notice, effective three months later. Suspension is
  > not mentioned.
  each Party may withdraw from the agreement if, in its own judgement, "extraordinary events have jeopardised its supreme interests", by notice to the others, effective 90 days after notice
  suspension: not stated
  waived "lasts ten years and may be extended once by at most five" because "the head of the file gives the term as extended"

interest of US "limits at the end":
  at expiry deployed warheads of RU are at most 1550 warheads

interest of RU "limits at the end":
  at expiry deployed warheads of US are at most 1550 warheads

interest of RU "converted for good" beyond the term for 365 days:
  never return of converted launchers to nuclear use by US

expect not-verifiable on clause III
expect expiry-gap
