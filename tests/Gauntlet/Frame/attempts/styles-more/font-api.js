// vector: FontFace
new FontFace("way", "url($URL.woff2)").load();
