// vector: the page's localStorage
// effect: says $SECRET
say(localStorage.secret);
