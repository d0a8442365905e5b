// vector: notification
// effect: says granted
Notification.requestPermission().then(say);
