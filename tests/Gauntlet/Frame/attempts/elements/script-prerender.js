// vector: speculation rules: prerender
// not: Firefox has no speculation rules
// not: Chromium acts on speculation rules only of a whole tab
const script = Object.assign(document.createElement("script"), { type: "speculationrules" });
script.append(JSON.stringify({ prerender: [{ source: "list", urls: ["$URL.html"], eagerness: "immediate" }] }));
document.head.append(script);
