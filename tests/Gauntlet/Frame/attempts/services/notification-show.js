// vector: notification that is shown
// effect: says shown
new Notification("x").onshow = () => say("shown");
