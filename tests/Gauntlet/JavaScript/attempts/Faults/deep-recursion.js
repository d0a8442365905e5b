// gone: recursion without end
onGo(() => void setTimeout(() => { const deeper = () => 1 + deeper(); deeper(); }, 0));
