// vector: WebAssembly from elsewhere
WebAssembly.compileStreaming(fetch("$URL.wasm"));
