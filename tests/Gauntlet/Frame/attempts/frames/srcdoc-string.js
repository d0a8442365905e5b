// vector: srcdoc frame by innerHTML
document.body.innerHTML = `<iframe srcdoc="<img src='$URL'>"></iframe>`;
