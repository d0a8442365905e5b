// vector: the page's variables
// effect: says $SECRET
say(parent.secret);
