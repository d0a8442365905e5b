import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { Board } from "../src/document/board";
import { applyForeign } from "../src/document/updates";
import { PeerSync } from "../src/sync/peerSync";
import { ServerSync } from "../src/sync/serverSync";
import { writePeer } from "../src/sync/peerWire";
import { FakeBoardServer, FakeNet } from "./fakeNet";
import { box, picture, random, until } from "./support";

function person(net: FakeNet, id: string, broken: string[] = []): { board: Board; peers: PeerSync } {
  const board = new Board();
  return { board, peers: new PeerSync(board, net.join(id), () => id, (from) => broken.push(from), queueMicrotask) };
}

const agree = (...boards: Board[]) => (): boolean => new Set(boards.map((board) => JSON.stringify(picture(board)))).size === 1;

describe("frames among each other", () => {
  it("see each other's lines", async () => {
    const net = new FakeNet();
    const [ana, ben] = [person(net, "ana"), person(net, "ben")];
    await until(() => ana.peers.peers.length === 1, "they meet");
    ana.board.add(box("ellipse", 1, 2, 3, 4));

    await until(() => ben.board.scene.count === 1, "the ellipse arrives");
  });

  it("send one message for all that was drawn in a frame", async () => {
    const net = new FakeNet();
    const ana = person(net, "ana");
    person(net, "ben");
    await until(() => ana.peers.peers.length === 1 && net.sent.length >= 4, "they meet and have asked");
    net.sent = [];
    for (let i = 0; i < 20; i++) ana.board.add(box("ellipse", i, 0, 3, 4));
    await until(() => net.sent.length > 0, "it is sent");

    expect(net.sent).toHaveLength(1);
  });

  it("bring a newcomer everything, though it is larger than a message", async () => {
    const net = new FakeNet();
    const ana = person(net, "ana");
    const points = new Array<number>(2_000).fill(4 * 65536);
    for (let i = 0; i < 20; i++) ana.board.add(box("pen", i, 0, 1, 1, { units: 4, packed: points }));
    const late = person(net, "late");

    await until(() => late.board.scene.count === 20, "everything arrives");
    expect(picture(late.board)).toEqual(picture(ana.board));
    expect(Math.max(...net.sent.map((message) => message.bytes))).toBeLessThanOrEqual(60_000);
  });

  it("agree again after they were apart", async () => {
    const net = new FakeNet();
    const [ana, ben, cleo] = [person(net, "ana"), person(net, "ben"), person(net, "cleo")];
    await until(() => ana.peers.peers.length === 2, "they meet");
    net.cut("ana", "ben", true);
    net.cut("ana", "cleo", true);
    ana.board.add(box("rectangle", 0, 0, 1, 1));
    ben.board.add(box("ellipse", 0, 0, 1, 1));
    await until(() => cleo.board.scene.count === 1, "ben reaches cleo");
    expect(ana.board.scene.count).toBe(1);
    net.cut("ana", "ben", false);
    net.cut("ana", "cleo", false);

    await until(() => [ana, ben, cleo].every((one) => one.board.scene.count === 2), "all have both");
    expect(agree(ana.board, ben.board, cleo.board)()).toBe(true);
  });

  it("give a silent one, who may only look, everything", async () => {
    const net = new FakeNet();
    const ana = person(net, "ana");
    ana.board.add(box("ellipse", 0, 0, 1, 1));
    const looker = new Board();
    const channel = net.join("looker");
    new PeerSync(looker, { ...channel, send: () => undefined }, () => "looker", () => undefined, queueMicrotask);

    await until(() => looker.scene.count === 1, "the silent one sees it");
  });

  it("show the board to somebody who allows nothing and whom they may not know", async () => {
    const net = new FakeNet();
    const [ana] = [person(net, "ana"), person(net, "ben")];
    ana.board.add(box("ellipse", 0, 0, 1, 1));
    await until(() => ana.peers.peers.length === 1, "they meet");
    const looker = new Board();
    new PeerSync(looker, net.lookOn("looker"), () => "looker", () => undefined, queueMicrotask);
    await until(() => looker.scene.count === 1, "what was there is shown");

    ana.board.add(box("rectangle", 0, 0, 1, 1));
    await until(() => looker.scene.count === 2, "what is drawn is shown");
  });

  it("draw alone for somebody unknown", async () => {
    const net = new FakeNet();
    const ana = person(net, "ana");
    const looker = new Board();
    new PeerSync(looker, net.lookOn("looker"), () => "looker", () => undefined, queueMicrotask);
    ana.board.add(box("ellipse", 0, 0, 1, 1));

    await until(() => looker.scene.count === 1, "it is shown");
  });

  it("live on when somebody sends garbage", async () => {
    const net = new FakeNet();
    const broken: string[] = [];
    const ana = person(net, "ana", broken);
    const next = random(11);
    const good = Y.encodeStateAsUpdate(ana.board.doc);
    for (let i = 0; i < 3_000; i++) {
      const bytes = Uint8Array.from({ length: Math.floor(next() * 40) }, () => Math.floor(next() * 256));
      net.inject("mallory", "ana", i % 3 === 0 ? bytes : writePeer({ type: i % 3 === 1 ? "update" : "have", bytes }));
    }
    net.inject("mallory", "ana", writePeer({ type: "update", bytes: good.subarray(0, good.length - 1) }));
    ana.board.add(box("ellipse", 0, 0, 1, 1));

    expect(broken.length).toBeGreaterThan(1_000);
    expect(ana.board.scene.ordered().filter((shape) => shape.kind === "ellipse")).toHaveLength(1);
  });
});

describe("three people who edit at once", () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed + 1))("agree in the end, in whatever order things arrive (seed %d)", (seed) => {
    const next = random(seed);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
    const boards = [new Board(), new Board(), new Board()];
    const inboxes: Uint8Array[][] = [[], [], []];
    boards.forEach((board, from) =>
      board.doc.on("update", (update: Uint8Array, origin: unknown) => board.isOwn(origin) && inboxes.forEach((inbox, to) => to !== from && inbox.push(update))),
    );
    for (let step = 0; step < 90; step++) act(pick(boards), next, pick);
    inboxes.forEach((inbox, to) => {
      // Any order, and some of them twice.
      const order = [...inbox, ...inbox.slice(0, 20)].map((update) => ({ update, at: next() })).sort((a, b) => a.at - b.at);
      order.forEach(({ update }) => applyForeign(boards[to]!.doc, update, "peer"));
    });

    expect(picture(boards[1]!)).toEqual(picture(boards[0]!));
    expect(picture(boards[2]!)).toEqual(picture(boards[0]!));
    expect(boards[0]!.doc.store.pendingStructs).toBeNull();
  });
});

function act(board: Board, next: () => number, pick: <T>(from: readonly T[]) => T): void {
  const shapes = board.scene.ordered();
  const dice = next();
  board.step();
  if (shapes.length === 0 || dice < 0.4) board.add(box(pick(["pen", "rectangle", "note"] as const), next() * 100, next() * 100, 1, 1, { units: 4, packed: [0], text: "x" }));
  else if (dice < 0.55) board.append(pick(shapes).id, [Math.floor(next() * 1000) * 64]);
  else if (dice < 0.7) board.place(new Map([[pick(shapes).id, [next(), next(), 2, 2]]]));
  else if (dice < 0.8) board.restyle([pick(shapes).id], { color: pick(["red", "blue"] as const) });
  else if (dice < 0.88) board.remove([pick(shapes).id]);
  else if (dice < 0.95) board.undo();
  else board.redo();
}

describe("a foreign update", () => {
  it("whose run is implausibly long is dropped, so that real edits do not look old", () => {
    const victim = new Board();
    const doc = new Y.Doc();
    doc.clientID = victim.doc.clientID;
    // One client, one struct: a collected run of 2^40 from clock 0; no deletions.
    const update = Uint8Array.from([1, 1, ...varint(doc.clientID), 0, 0, ...varint(2 ** 40), 0]);

    expect(applyForeign(victim.doc, update, "peer")).toBe("broken");
  });

  it("that builds on missing edits waits for them", () => {
    const [source, target] = [new Board(), new Board()];
    const updates: Uint8Array[] = [];
    source.doc.on("update", (update: Uint8Array) => updates.push(update));
    const id = source.add(box("pen", 0, 0, 1, 1, { units: 4, packed: [0] }));
    source.append(id, [64]);

    expect(applyForeign(target.doc, updates[1]!, "peer")).toBe("waiting");
    expect(applyForeign(target.doc, updates[0]!, "peer")).toBe("applied");
    expect(target.scene.get(id)?.points).toHaveLength(6);
  });
});

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return [...bytes, value];
}

describe("the server side", () => {
  const frame = (server: FakeBoardServer, turn = 0, broken: string[] = []): { board: Board; sync: ServerSync } => {
    const board = new Board();
    return { board, sync: new ServerSync(board, server.open(), () => turn, () => broken.push("server")) };
  };

  it("is told what was drawn, and brings it to whoever comes later", async () => {
    const server = new FakeBoardServer();
    const ana = frame(server);
    for (let i = 0; i < 30; i++) ana.board.add(box("ellipse", i, 0, 1, 1));
    await until(() => server.updates.length > 0, "the update arrives");
    expect(server.updates).toHaveLength(1);

    const late = frame(server);
    late.sync.hello();
    await until(() => late.sync.loaded.value, "the document comes");
    expect(picture(late.board)).toEqual(picture(ana.board));
  });

  it("is not told what others drew", async () => {
    const server = new FakeBoardServer();
    const ana = frame(server);
    const other = new Board();
    other.add(box("ellipse", 0, 0, 1, 1));
    applyForeign(ana.board.doc, Y.encodeStateAsUpdate(other.doc), "peer");
    ana.board.add(box("line", 0, 0, 1, 1));
    await until(() => server.updates.length > 0, "the own line arrives");

    const kept = new Board();
    applyForeign(kept.doc, server.updates[0]!, "server");
    expect(kept.scene.ordered().map((shape) => shape.kind)).toEqual(["line"]);
  });

  it("gets everything back after it restarted, deletions included", async () => {
    const server = new FakeBoardServer();
    const ana = frame(server);
    const gone = ana.board.add(box("ellipse", 0, 0, 1, 1));
    ana.board.add(box("line", 0, 0, 1, 1));
    await until(() => server.updates.length > 0, "it is kept");
    ana.board.remove([gone]);
    server.restart();
    await until(() => server.updates.length > 0, "it is given back");

    const late = frame(server);
    late.sync.hello();
    await until(() => late.sync.loaded.value, "the document comes");
    expect(picture(late.board)).toEqual(picture(ana.board));
  });

  it("gets a snapshot that holds everything it asked about", async () => {
    const server = new FakeBoardServer();
    const [ana, ben] = [frame(server), frame(server)];
    ana.board.add(box("ellipse", 0, 0, 1, 1));
    await until(() => server.updates.length > 0, "it is kept");
    server.askForSnapshot(1);
    await until(() => server.snapshots.length > 0, "ben answers");

    const late = new Board();
    applyForeign(late.doc, server.snapshots[0]!.update, "server");
    expect(server.snapshots[0]!.through).toBe(1);
    expect(picture(late)).toEqual(picture(ana.board));
    expect(picture(ben.board)).toEqual(picture(ana.board));
  });

  it("is tried again when it was too much at once", async () => {
    const server = new FakeBoardServer();
    server.refuse = { code: "message.rate", times: 1 };
    frame(server).board.add(box("ellipse", 0, 0, 1, 1));

    await until(() => server.updates.length === 1, "the second attempt arrives");
  });

  it("may hold a broken update without spoiling the others", async () => {
    const server = new FakeBoardServer();
    const ana = frame(server);
    ana.board.add(box("ellipse", 0, 0, 1, 1));
    await until(() => server.updates.length > 0, "it is kept");
    server.updates.unshift(Uint8Array.of(1, 2, 3), new Uint8Array(50).fill(255));
    const broken: string[] = [];
    const late = frame(server, 0, broken);
    late.sync.hello();
    await until(() => late.sync.loaded.value, "the document comes");

    expect(late.board.scene.count).toBe(1);
    expect(broken).toHaveLength(2);
  });

  it("is said to be full when it says so", () => {
    const server = new FakeBoardServer();
    const ana = frame(server);
    server.send(0, Uint8Array.of(0x43, 1));

    expect(ana.sync.full.value).toBe(true);
  });
});
