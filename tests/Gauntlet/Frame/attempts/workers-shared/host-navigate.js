// vector: frame that moves to the page of the host
// effect: says $SECRET
if (!sessionStorage.moved) location.href = "/#" + (sessionStorage.moved = parent.document.documentElement.dataset.secret);
say(parent.secret);
