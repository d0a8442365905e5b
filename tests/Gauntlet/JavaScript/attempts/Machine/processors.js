// word: the number of processors
onGo(() => { const { cpus } = require("os"); if (cpus().length > 0) say(`got ${cpus().length}`); });
