// vector: the page's cookie
// effect: says $SECRET
say(document.cookie);
