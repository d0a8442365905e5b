/** The host's typed "no", or `connection.lost` when the host could not be asked. The message is a sentence for people. */
export class HubRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "HubRefusal";
    this.code = code;
  }
}

export const connectionLost = () =>
  new HubRefusal("connection.lost", "The connection to the room dropped. Try again once it is back.");
