// vector: importScripts of a data address
// where: worker
importScripts("data:text/javascript,fetch('$URL')");
