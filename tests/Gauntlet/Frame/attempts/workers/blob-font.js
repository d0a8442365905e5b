// vector: font in a worker
// where: page, worker
const code = "new FontFace('way', 'url($URL.woff2)').load().catch(() => {})";
setTimeout(Object, 60_000, new Worker(URL.createObjectURL(new Blob([code]))));
