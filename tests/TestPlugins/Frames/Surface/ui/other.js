globalThis.other = true;
