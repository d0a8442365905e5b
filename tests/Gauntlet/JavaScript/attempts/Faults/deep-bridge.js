// gone: recursion without end through the bridge
onGo(() => void setTimeout(() => { const deeper = () => { console.log({ toString: deeper, toJSON: deeper }); deeper(); }; deeper(); }, 0));
