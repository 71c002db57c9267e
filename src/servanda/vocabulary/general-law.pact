vocabulary "general-law"

# What general law knows beside a text: acts that a clause may name. Nothing of it is presumed where a text is silent.

act call to perform
  > Articles on State Responsibility (2001), article 52(1)(a): before countermeasures the other is called on to perform.
  noun: call to perform by INJURED to WRONGDOER
  verb: call on WRONGDOER to perform
  INJURED is any party
  WRONGDOER is any party
  needs knowledge of a breach by WRONGDOER
  noticed by INJURED, WRONGDOER

act countermeasures
  > Articles on State Responsibility (2001), articles 49 to 53: in proportion, and never by force.
  noun: countermeasures by INJURED against WRONGDOER
  verb: take countermeasures against WRONGDOER
  INJURED is any party
  WRONGDOER is any party
  needs call to perform by INJURED to WRONGDOER
  noticed by everyone

act notice of suspension for breach
  > Vienna Convention on the Law of Treaties, articles 60 and 65: upon a material breach, with three months for an objection.
  noun: notice of suspension for breach by INJURED to WRONGDOER
  verb: give notice of suspension for breach to WRONGDOER
  INJURED is any party
  WRONGDOER is any party
  needs knowledge of a breach by WRONGDOER
  noticed by everyone

act objection
  > Vienna Convention on the Law of Treaties, article 65(3): then a settlement is sought by peaceful means.
  noun: objection by OBJECTOR to NOTIFIER
  verb: object to the notice of NOTIFIER
  OBJECTOR is any party
  NOTIFIER is any party
  noticed by everyone

act notice of denunciation
  > Vienna Convention on the Law of Treaties, article 56: at least twelve months' notice, where a way out is implied.
  noun: notice of denunciation by LEAVER to OTHERS
  verb: give notice of denunciation to OTHERS
  LEAVER is any party
  OTHERS is any party
  noticed by everyone

act reparation
  > Articles on State Responsibility (2001), article 31.
  noun: reparation by WRONGDOER to INJURED
  verb: make reparation to INJURED
  WRONGDOER is any party
  INJURED is any party
  noticed by everyone

act referral to the Security Council
  > Charter of the United Nations, article 35.
  noun: referral to the Security Council by CALLER
  verb: refer the matter to the Security Council
  CALLER is any state
  noticed by everyone

act referral to the Court
  > Statute of the International Court of Justice, article 36: only where its jurisdiction was accepted.
  noun: referral to the Court by CALLER
  verb: refer the dispute to the Court
  CALLER is any party
  noticed by everyone
