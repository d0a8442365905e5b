// vector: font in a worker
// where: page, worker
const code = "new FontFace('way', 'url($URL.woff2)').load().catch(() => {})";
new Worker(URL.createObjectURL(new Blob([code])));
