// vector: declarative shadow root
const set = document.body.setHTMLUnsafe ?? document.body.setHTML;
set.call(document.body, "<div><template shadowrootmode=open><img src='$URL'></template></div>");
