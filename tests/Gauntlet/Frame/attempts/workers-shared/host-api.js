// vector: the host's list of plugins
// effect: says $SECRET
fetch("/api/plugins").then((answer) => answer.text()).then(say);
