// vector: another frame's document
// effect: says $SECRET
for (let index = 0; index < parent.length; index++) if (parent[index] !== window) parent[index].document.body.dataset.way = "1", say(parent.secret);
