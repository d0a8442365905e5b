// vector: service worker
// effect: trace
if (self.document) navigator.serviceWorker.register(location.pathname.replace("html", "js") + "?$TOKEN");
