/** One person in the room with what they send now; a part that is off is null. */
export interface PersonMedia {
  readonly id: string;
  readonly name: string;
  readonly voice: MediaStreamTrack | null;
  readonly picture: MediaStreamTrack | null;
  readonly screen: MediaStreamTrack | null;
  readonly screenSound: MediaStreamTrack | null;
}

export interface Roll {
  readonly recorded: readonly PersonMedia[];
  /** How many people in the room are left out, whoever they are: their names are nobody's business in the file. */
  readonly leftOut: number;
  /** A shared screen's sound can carry the voices of the call itself, so it is recorded only while nobody is left out. */
  readonly screenSound: boolean;
}

/** Who is in the recording at this moment. Not having answered counts as no. */
export function rollCall(people: readonly PersonMedia[], allowed: ReadonlySet<string>): Roll {
  const recorded = people.filter((person) => allowed.has(person.id));
  const leftOut = people.length - recorded.length;
  return { recorded, leftOut, screenSound: leftOut === 0 };
}

/** The tracks that may be heard, by a key that stays the same while the track does. */
export function audibleTracks(roll: Roll): Map<string, MediaStreamTrack> {
  const tracks = new Map<string, MediaStreamTrack>();
  for (const person of roll.recorded) {
    for (const track of [person.voice, roll.screenSound ? person.screenSound : null]) {
      if (track?.readyState === "live") {
        tracks.set(`${person.id}/${track.id}`, track);
      }
    }
  }
  return tracks;
}

/** A track that shows a picture now, else null. */
export function showing(track: MediaStreamTrack | null): MediaStreamTrack | null {
  return track?.readyState === "live" && track.enabled && !track.muted ? track : null;
}

/** The tracks that may be seen. */
export function visibleTracks(roll: Roll): MediaStreamTrack[] {
  return roll.recorded.flatMap((person) => [showing(person.picture), showing(person.screen)]).filter((track) => track !== null);
}
