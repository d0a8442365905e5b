const units: [RegExp, string, seconds: number][] = [
  [/^P(?:.*?)(\d+)Y/, "year", 365 * 86_400],
  [/^P[^T]*?(\d+)M/, "month", 30 * 86_400],
  [/^P[^T]*?(\d+)W/, "week", 7 * 86_400],
  [/^P[^T]*?(\d+)D/, "day", 86_400],
  [/T.*?(\d+)H/, "hour", 3_600],
  [/T.*?(\d+)M/, "minute", 60],
  [/T.*?(\d+)S/, "second", 1],
];

const partsOf = (duration: string) =>
  units.flatMap(([pattern, unit, seconds]) => {
    const count = Number(pattern.exec(duration)?.[1] ?? 0);
    return count === 0 ? [] : [{ count, unit, seconds }];
  });

/** An ISO 8601 duration in words; what is not one is shown as it is. */
export function durationWords(duration: string): string {
  const parts = partsOf(duration).map(({ count, unit }) => `${count} ${unit}${count === 1 ? "" : "s"}`);
  return parts.length === 0 ? duration : parts.join(" ");
}

/** As the host counts it: a year has 365 days, a month 30. */
export const secondsOf = (duration: string): number => partsOf(duration).reduce((sum, { count, seconds }) => sum + count * seconds, 0);
