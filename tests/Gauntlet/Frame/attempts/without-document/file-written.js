// vector: file in the private file system, written at once
// where: worker
// effect: trace
const file = await (await navigator.storage.getDirectory()).getFileHandle("$TOKEN", { create: true });
(await file.createSyncAccessHandle()).write(new Uint8Array(8));
