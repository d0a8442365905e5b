// participants.list, participants.profile.read, presence.subscribe
const person = (raw) => ({ id: raw.id, name: raw.name ?? null });

event("participant.joined", "presence.subscribe", (raw) => person(raw.participant));
event("participant.left", "presence.subscribe", (raw) => ({ id: raw.id }));
event("participant.renamed", "participants.profile.read", person);

define(globalThis, "participants", {
  list: () => ask("participants.list", undefined, (reply) => {
    const people = [];
    for (let index = 0; index < reply.participants.length; index++) {
      put(people, index, person(reply.participants[index]));
    }

    return people;
  }),
});
