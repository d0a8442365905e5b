// vector: the tab by top
// effect: says $SECRET
say(top.document.cookie);
