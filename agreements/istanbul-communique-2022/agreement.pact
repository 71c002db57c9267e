agreement "Istanbul communiqué, main provisions of a treaty on guarantees"
  version "29 March 2022"
  text summary in English
  extent excerpt
  status never signed
  deadlines inclusive

use security

party UA "Ukraine"
party GB "the United Kingdom"
party CN "China"
party RU "Russia"
party US "the United States"
party FR "France"
party TR "Turkey"
party DE "Germany"
party CA "Canada"
party IT "Italy"
party PL "Poland"
party IL "Israel"
body guarantors: GB, CN, RU, US, FR, TR, DE, CA, IT, PL, IL

act declaration of neutrality
  noun: declaration of neutrality by DECLARER
  verb: declare its neutrality
  DECLARER is any party
  noticed by everyone

act military alliance
  noun: accession to a military alliance by JOINER
  verb: join a military alliance
  JOINER is any party
  noticed by everyone

act foreign bases
  noun: stationing of foreign bases or contingents by HOST
  verb: station foreign bases or contingents
  HOST is any party
  noticed by everyone

act international exercise
  noun: international exercise by HOST
  verb: hold an international exercise
  HOST is any party
  noticed by everyone

act support for membership
  noun: support for membership in the European Union by SUPPORTER
  verb: support membership in the European Union
  SUPPORTER is any party
  noticed by everyone

clause 1 "Neutrality"
  > Ukraine is declared a permanently neutral state, without alliances and nuclear weapons, under guarantees in law.
  UA shall declare its neutrality within not stated

clause 2 "Guarantors"
  > Possible guarantors: the United Kingdom, China, Russia, the United States, France, Turkey, Germany, Canada, Italy,
  > Poland and Israel. Others may accede.
  waived "the United Kingdom, China, Russia, the United States, France, Turkey, Germany, Canada, Italy, Poland and Israel" because "they are the body above; possible ones are taken as guarantors"
  waived "may accede" because "who else joins is not known"

clause 3 "Where the guarantees do not apply"
  > The guarantees do not apply to Crimea, Sevastopol and certain areas of two regions, whose borders each side
  > describes as it understands them.
  waived "two" because "it counts the regions, whose names the head of the text's point gives"
  "certain areas" means not stated
  rests on document "borders as each side understands them"

clause 4 "No alliance, no bases"
  > Ukraine joins no military alliance, stations no foreign bases or contingents, and holds international exercises
  > only with the consent of the guarantors. The guarantors intend to support its membership in the European Union.
  UA shall refrain from accession to a military alliance
  UA shall refrain from stationing of foreign bases or contingents
  UA shall refrain from international exercise except with the agreement of guarantors
  each of guarantors should support membership in the European Union within not stated

clause 5 "Guarantee"
  > In the event of an armed attack on Ukraine each of the guarantors, after urgent and immediate consultations of
  > three days at most, provides assistance in the exercise of the right to self-defence; so that after three days
  > assistance is due, as the Ukrainian delegation explained it on the same day.
  upon armed attack by any state on UA:
    each of guarantors will consult the others within 3 days
    each of guarantors will assist UA within 3 days

document "borders as each side understands them": not agreed

interest of UA "an attack is answered":
  whenever armed attack by any state on UA, assistance to UA within 10 days
