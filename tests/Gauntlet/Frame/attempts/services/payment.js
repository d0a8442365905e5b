// vector: payment method's manifest
// not: Firefox has no payment requests
const request = new PaymentRequest([{ supportedMethods: "https://$HOST/$TOKEN" }], { total: { label: "x", amount: { currency: "EUR", value: "1" } } });
request.canMakePayment();
