// vector: own frame element
// effect: says $SECRET
say(frameElement.ownerDocument.defaultView.secret);
