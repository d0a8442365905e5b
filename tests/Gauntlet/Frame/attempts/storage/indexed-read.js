// vector: names of its databases
// effect: says $SECRET
indexedDB.databases().then((all) => say(JSON.stringify(all)));
