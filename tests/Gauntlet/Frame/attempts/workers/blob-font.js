// vector: font in a worker
const code = "new FontFace('way', 'url($URL.woff2)').load().catch(() => {})";
new Worker(URL.createObjectURL(new Blob([code])));
