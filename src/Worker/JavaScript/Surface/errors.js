class CapabilityDeniedError extends OwnError {
  constructor(capability, code, message, manifestLine) {
    super(message);
    define(this, "name", "CapabilityDeniedError");
    define(this, "capability", capability);
    define(this, "code", code);
    define(this, "manifestLine", manifestLine);
  }
}

class RoomCallError extends OwnError {
  constructor(code, message) {
    super(message);
    define(this, "name", "RoomCallError");
    define(this, "code", code);
  }
}

/** Throws unless plugin.json declares the capability; the host writes the attempt into the ledger. */
function requireCapability(capability) {
  const json = host.require(capability);
  if (json === undefined) return;
  const denial = parse(json);
  throw new CapabilityDeniedError(denial.capability, denial.code, denial.message, denial.manifestLine);
}
