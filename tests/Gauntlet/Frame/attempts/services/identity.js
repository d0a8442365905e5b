// vector: identity provider
// not: Firefox has no federated identity
navigator.credentials.get({ identity: { providers: [{ configURL: "http://$HOST/$TOKEN.json", clientId: "x" }] } });
