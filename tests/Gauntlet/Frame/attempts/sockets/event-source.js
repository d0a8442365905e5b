// vector: EventSource
new EventSource("$URL.events");
