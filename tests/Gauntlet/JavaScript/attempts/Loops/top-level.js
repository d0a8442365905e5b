// endless: for (;;) at the top level
for (;;) { }
