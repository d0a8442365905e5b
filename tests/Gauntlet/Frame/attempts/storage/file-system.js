// vector: private file system
// where: page, worker
// effect: trace
navigator.storage.getDirectory().then((root) => root.getFileHandle("$TOKEN", { create: true }));
