// vector: icon of a notification
new Notification("x", { icon: "$URL", image: "$URL/2", badge: "$URL/3" });
