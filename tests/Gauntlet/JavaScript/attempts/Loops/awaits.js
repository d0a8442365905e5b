// endless: await in a loop
onGo(async () => { for (;;) await 0; });
