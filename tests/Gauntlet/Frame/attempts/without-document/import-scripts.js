// vector: importScripts
// where: worker
importScripts("$URL.js");
