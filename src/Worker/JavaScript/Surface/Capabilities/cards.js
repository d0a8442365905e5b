// usercard.read
event("usercard.changed", "usercard.read", ({ from, fields }) => ({
  from,
  fields: fields === null || fields === undefined ? null : {
    displayName: fields.displayName ?? null,
    pronouns: fields.pronouns ?? null,
    role: fields.role ?? null,
    organisation: fields.organisation ?? null,
    link: fields.link ?? null,
    about: fields.about ?? null,
  },
}));
