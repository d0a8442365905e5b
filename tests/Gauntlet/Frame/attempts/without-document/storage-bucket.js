// vector: storage bucket
// where: worker
// not: Firefox has no storage buckets
// effect: says bucket
navigator.storageBuckets.open("way").then(({ name }) => say("bucket " + name));
