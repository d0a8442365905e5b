// endless: for (;;) again in finally, after the deadline
onGo(() => { try { for (;;) { } } catch { for (;;) { } } finally { for (;;) { } } });
