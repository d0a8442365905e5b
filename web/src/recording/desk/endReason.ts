/** Why the host ended a recording, for the person who made it. Null for an ordinary end. */
export function endReason(reason: string): string | null {
  switch (reason) {
    case "stopped":
    case "left":
      return null;
    case "connection":
      return "The connection to the room was gone too long, so the recording ended. What was recorded until then is kept.";
    default:
      return "The plugin was removed from the room, so the recording ended. What was recorded until then is kept.";
  }
}
