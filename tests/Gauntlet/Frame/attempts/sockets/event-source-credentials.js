// vector: EventSource with credentials
new EventSource("$URL.events", { withCredentials: true });
