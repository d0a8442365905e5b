import { expect, test } from "vitest";
import { FakePeerConnection } from "./fakeSignaling";
import { Negotiation } from "./negotiation";

interface Message {
  kind: "description" | "candidate";
  body: object;
}

/** Two ends and the line between them; messages wait until they are delivered. */
function pair() {
  const newcomer = end("n", { waits: false, polite: true });
  const resident = end("r", { waits: true, polite: false });
  const deliver = async (from: typeof newcomer, to: typeof newcomer) => {
    for (const { kind, body } of from.sent.splice(0)) {
      if (kind === "description") await to.negotiation.receiveDescription(body as RTCSessionDescriptionInit);
      else await to.negotiation.receiveCandidate(body as RTCIceCandidateInit);
    }
  };
  const settle = async () => {
    for (let round = 0; round < 10; round++) {
      await soon();
      await deliver(newcomer, resident);
      await deliver(resident, newcomer);
    }
  };
  return { newcomer, resident, settle };
}

function end(name: string, role: { waits: boolean; polite: boolean }) {
  const connection = new FakePeerConnection(name);
  const sent: Message[] = [];
  const negotiation = new Negotiation(connection, { ...role, send: (kind, body) => sent.push({ kind, body }) });
  return { connection, sent, negotiation };
}

const soon = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};

test("the newcomer's offer is answered and both agree", async () => {
  const { newcomer, resident, settle } = pair();
  newcomer.connection.needNegotiation();
  await settle();
  expect([newcomer.connection.agreed, resident.connection.agreed]).toEqual(["n1", "n1"]);
});

test("the waiting end prepares without offering", async () => {
  const { resident } = pair();
  resident.connection.needNegotiation();
  await soon();
  expect(resident.sent).toEqual([]);
});

test("when both offer at once the polite end gives way and both still agree", async () => {
  const { newcomer, resident, settle } = pair();
  newcomer.connection.needNegotiation();
  await settle();
  newcomer.connection.restartIce();
  resident.connection.restartIce();
  await settle();
  expect(newcomer.connection.signalingState).toBe("stable");
  expect(resident.connection.signalingState).toBe("stable");
  expect(newcomer.connection.agreed).toBe(resident.connection.agreed);
  expect(resident.connection.applied).not.toContain("offer n2");
});

test("an answer that a dropped socket lost is had again by repeating the offer", async () => {
  const { newcomer, resident, settle } = pair();
  newcomer.connection.needNegotiation();
  await soon();
  await resident.negotiation.receiveDescription(newcomer.sent.shift()!.body as RTCSessionDescriptionInit);
  resident.sent.length = 0;
  expect(newcomer.connection.signalingState).toBe("have-local-offer");
  newcomer.negotiation.repeat(true);
  await settle();
  expect(newcomer.connection.signalingState).toBe("stable");
});

test("an answer that comes twice is taken once", async () => {
  const { newcomer, resident, settle } = pair();
  newcomer.connection.needNegotiation();
  await soon();
  newcomer.negotiation.repeat(false);
  expect(newcomer.sent).toHaveLength(2);
  await settle();
  expect(newcomer.connection.applied).toEqual(["answer n1"]);
  expect(resident.connection.signalingState).toBe("stable");
});

test("repeating on a whole connection restarts nothing, on a broken one it looks for a new path", async () => {
  const { newcomer, settle } = pair();
  newcomer.connection.needNegotiation();
  await settle();
  newcomer.negotiation.repeat(false);
  await soon();
  expect(newcomer.sent).toEqual([]);
  newcomer.negotiation.repeat(true);
  await settle();
  expect(newcomer.connection.agreed).toBe("n2");
});

test("a candidate of an offer that was ignored is dropped, any other bad one is an error", async () => {
  const { newcomer, resident, settle } = pair();
  newcomer.connection.needNegotiation();
  await settle();
  resident.connection.refusesCandidates = true;
  await expect(resident.negotiation.receiveCandidate({ candidate: "bad" })).rejects.toThrow("unknown offer");
  resident.connection.restartIce();
  await soon();
  await resident.negotiation.receiveDescription({ type: "offer", sdp: "n2" });
  await expect(resident.negotiation.receiveCandidate({ candidate: "of n2" })).resolves.toBeUndefined();
});

test("candidates over TCP are not sent: no browser listens there", () => {
  const { connection, sent } = end("n", { waits: false, polite: true });
  const found = (protocol: string) => ({ candidate: { protocol, toJSON: () => ({ candidate: protocol }) } }) as unknown as RTCPeerConnectionIceEvent;
  connection.onicecandidate?.call(null as never, found("tcp"));
  connection.onicecandidate?.call(null as never, found("udp"));
  expect(sent).toEqual([{ kind: "candidate", body: { candidate: "udp" } }]);
});
