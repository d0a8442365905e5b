// vector: the page's storage through its window
// effect: says $SECRET
say(parent.localStorage.secret);
