// vector: database that the page finds
// effect: trace
indexedDB.open("$TOKEN");
