agreement "Joint Comprehensive Plan of Action"
  version "14 July 2015"
  text summary in English
  extent excerpt
  status political commitment
  signed not stated
  takes effect 2016-01-16
  lasts without end
  deadlines inclusive

# Day 0 is Implementation Day, 16 January 2016. Of paragraphs 34 and 37 the words were seen, of paragraph 36 and the annex summaries.

use security

party IR "Iran"
party E3 "the E3"
party US "the United States"
party RU "Russia"
party CN "China"
verifier IAEA "the IAEA"
verifier SC "the Security Council"

kind enriched hexafluoride counted in kilograms

enriched hexafluoride of IR = 150 kilograms at signature

act complaint
  noun: complaint by COMPLAINANT
  verb: complain of non-performance
  COMPLAINANT is any party
  noticed by everyone

act attempt to resolve
  noun: attempt to resolve it in the Joint Commission by SIDE
  verb: try to resolve it in the Joint Commission
  SIDE is any party
  noticed by everyone

act notification
  noun: notification to the Council by COMPLAINANT
  verb: notify the Council
  COMPLAINANT is any party
  noticed by everyone

act reimposition
  noun: return of the old resolutions by COUNCIL
  verb: bring the old resolutions back
  COUNCIL is any verifier
  noticed by everyone

act statement of concern
  noun: statement of the basis of a concern by INSPECTOR
  verb: state the basis of a concern
  INSPECTOR is any verifier
  noticed by everyone

act explanation
  noun: explanation by HOST
  verb: explain
  HOST is any party
  noticed by everyone

act visit
  noun: visit allowed by HOST
  verb: allow the visit
  HOST is any party
  noticed by everyone

clause 34 "Days"
  > Adoption Day is 18 October 2015. The Security Council's resolution ends ten years later.
  waived "18 October 2015" because "clause 37 counts from it"
  waived "The Security Council's resolution ends ten years later" because "clause 37 ends with it"

clause 36 "Disputes"
  > Who believes that commitments are not met may refer the matter to the Joint Commission, for 15 days; then to
  > ministers or an advisory board, for 15 days; then the Commission has 5 days. Who still holds it to be significant
  > non-performance may cease performing, or notify the Council.
  upon complaint by a Party:
    the other Party shall try to resolve it in the Joint Commission within 35 days
    that Party may notify the Council
  waived "15 days" because "together with the 5 days they are the 35 of the line above"
  waived "5 days" because "together with the 15 days, twice, they are the 35 of the line above"

clause 37 "Return of the old resolutions"
  > On a notification the Council votes on a resolution to continue the lifting of sanctions. If none has been adopted
  > within 30 days, the old resolutions apply again, unless the Council decides otherwise. Ten years after Adoption Day
  > all this ends.
  upon notification to the Council by a Party:
    SC shall bring the old resolutions back within 30 days
  this clause ends on 2025-10-18
  what is due under this clause lapses at the end

clause I.A "Stock"
  > For 15 years Iran keeps its stock at or below 300 kg of uranium hexafluoride enriched up to 3.67 %, which is 202.8 kg
  > of uranium.
  IR shall keep its enriched hexafluoride at or below 300 kilograms
  this clause ends on 2031-01-16
  clause I.A is verified by IAEA, standard observed
  waived "For 15 years" because "the day on which the clause ends says it"
  waived "3.67 %" because "how far it is enriched is not counted here"
  waived "202.8 kg" because "an interest below holds the two numbers against each other"

clause I.74 "Concerns, and access"
  > The IAEA states the basis of its concern and asks for clarification; Iran explains. If that does not settle it the
  > IAEA may ask for access; failing agreement within 14 days the Joint Commission advises within 7 days, by consensus or
  > by five of its eight members; Iran complies within 3 days.
  upon statement of the basis of a concern by IAEA:
    IR shall explain within not stated
    IR shall allow the visit within 24 days after explanation by IR
  waived "within 7 days, by consensus or by five of its eight members; Iran complies within 3 days" because "what they advise is due in any case after 24 days"

clause 0 "What is not said"
  > Withdrawal and suspension are not mentioned.
  withdrawal: not stated
  suspension: not stated
  status after withdrawal: not stated

interest of E3 "the old resolutions can be brought back":
  whenever notification to the Council by E3, return of the old resolutions by SC within 30 days

interest of US "a look within ninety days":
  whenever statement of the basis of a concern by IAEA, visit allowed by IR within 90 days

# A kilogram of the hexafluoride holds 0.676 kg of uranium: 300 kg of the one are 202.8 kg of the other.
interest of E3 "no more than 202.8 kg of uranium":
  0.676 times enriched hexafluoride of IR never exceed 202.8 kilograms

expect no-exit-rule
expect expiry-gap on clause 37
expect no-deadline on clause I.74
expect loophole on clause I.74
