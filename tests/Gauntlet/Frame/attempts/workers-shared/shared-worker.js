// vector: shared worker of its own folder
if (self.document) new SharedWorker(location.pathname.replace("html", "js"));
else fetch("$URL");
