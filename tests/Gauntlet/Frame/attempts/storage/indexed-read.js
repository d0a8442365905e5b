// vector: names of its databases
// where: page, worker
// effect: says $SECRET
indexedDB.databases().then((all) => say(JSON.stringify(all)));
