// zone: the machine's time zone
onGo(() => say(Intl.DateTimeFormat().resolvedOptions().timeZone));
