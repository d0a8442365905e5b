// vector: the page's document
// effect: says $SECRET
say(parent.document.documentElement.dataset.secret);
