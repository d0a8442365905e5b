// vector: private file system
// effect: trace
navigator.storage.getDirectory().then((root) => root.getFileHandle("$TOKEN", { create: true }));
