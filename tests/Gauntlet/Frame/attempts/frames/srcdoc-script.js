// vector: script in a srcdoc frame
document.body.append(Object.assign(document.createElement("iframe"), { srcdoc: "<script>fetch('$URL')<\/script>" }));
