/** `4:05`, `1:00:09`. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** `820 kB`, `34 MB`, `1.2 GB`. */
export function size(bytes: number): string {
  if (bytes < 1e6) {
    return `${Math.round(bytes / 1e3)} kB`;
  }
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** Why a recording stopped by itself, for the person who made it. */
export function failureWords(error: unknown): string {
  if (error instanceof DOMException && error.name === "QuotaExceededError") {
    return "There is no more room for the recording on this device. What was recorded until then is kept.";
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `The recording stopped by itself: ${reason} What was recorded until then is kept.`;
}
