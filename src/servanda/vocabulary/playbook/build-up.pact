move build-up "Build up one's own forces"
  > A party adds to its own forces from its own works, stores or purchases.
  noun: build-up of KIND by BUILDER
  verb: build up KIND
  BUILDER is any party
  raises KIND of BUILDER by not stated a day
  noticed by BUILDER
