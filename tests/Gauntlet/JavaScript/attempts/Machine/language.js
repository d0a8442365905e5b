// word: the machine's language
onGo(() => { if (Intl.NumberFormat().resolvedOptions().locale.startsWith("de")) say("got de"); });
