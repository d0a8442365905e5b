// vector: policy that reports to elsewhere
// not: Chromium a policy in markup may not report (W3C CSP3, 3.3)
// not: Firefox a policy in markup may not report (W3C CSP3, 3.3)
const policy = "default-src 'none'; report-uri $URL";
document.head.append(Object.assign(document.createElement("meta"), { httpEquiv: "Content-Security-Policy", content: policy }));
new Image().src = "$URL";
