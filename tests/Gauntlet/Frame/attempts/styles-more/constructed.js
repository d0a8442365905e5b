// vector: constructed style sheet
const sheet = new CSSStyleSheet();
sheet.replaceSync("body { background: url($URL) }");
document.adoptedStyleSheets = [sheet];
