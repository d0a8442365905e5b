// word: the machine's time zone, by the clock
onGo(() => { if (new Date(2026, 0, 1).getTimezoneOffset() === -825) say("got 13 hours and 45 minutes"); });
