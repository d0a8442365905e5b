// vector: database that the page finds
// where: page, worker
// effect: trace
indexedDB.open("$TOKEN");
