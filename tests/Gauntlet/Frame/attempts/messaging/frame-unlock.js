// vector: own frame element without its sandbox
frameElement.removeAttribute("sandbox");
frameElement.srcdoc = "<img src='$URL'>";
