// vector: MathML link that is pressed
// not: Chromium has no links in MathML
document.body.innerHTML = "<math><mtext href='$URL.html' id='m'>x</mtext></math>";
document.querySelector("#m").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
