// vector: the page's sessionStorage
// effect: says $SECRET
say(sessionStorage.secret);
