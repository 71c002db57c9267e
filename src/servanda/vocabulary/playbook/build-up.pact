move build-up "Build up one's own forces"
  > A party adds to its own forces from its own works, stores or purchases.
  noun: build-up of KIND by BUILDER
  verb: build up KIND
  BUILDER is any party
  raises KIND of BUILDER by not stated a day
  noticed by BUILDER
  open when "what is compared or capped can grow at home, and no clause limits it"
  found by force-build-up and loophole
  case "Cease-fires as a time to rearm" source "R. Forster, Ceasefires, Palgrave Encyclopedia of Global Security Studies, 2019"
