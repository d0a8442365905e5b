// vector: the page's address by the referrer
// effect: says $SECRET
say(document.referrer + " " + parent.location.href);
