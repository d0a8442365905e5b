const delays = [0, 300, 700, 1_500, 3_000, 5_000];

/** Milliseconds before the given attempt (0 is the first), spread by a quarter so that a restarted host is not met by everyone at once. */
export function delayBefore(attempt: number, random: () => number = Math.random): number {
  const base = delays[Math.min(attempt, delays.length - 1)]!;
  return Math.round(base * (0.75 + random() * 0.5));
}

/** Waits, or less when the device comes back online meanwhile. */
export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener("online", done);
  });
}
