import { bucketCount, timelineWords, type Bucket } from "./timeline";

const [width, gap, height] = [5, 2, 24];

/** Small bars over the last ten minutes, newest on the right: what was let through, and on top of it what was blocked. */
export function Bars({ buckets }: { buckets: readonly Bucket[] }) {
  const most = Math.max(1, ...buckets.map(({ passed, blocked }) => passed + blocked));
  // One among hundreds is still to be seen.
  const size = (count: number) => (count === 0 ? 0 : Math.max(2, (count / most) * height));
  return (
    <svg class="bars" role="img" aria-label={timelineWords(buckets)} viewBox={`0 0 ${bucketCount * (width + gap) - gap} ${height + 3}`}>
      {buckets.map(({ passed, blocked }, index) => {
        const [below, above] = [size(passed), size(blocked)];
        const x = index * (width + gap);
        const top = Math.max(0, height - below - above);
        return (
          <g key={index}>
            <rect class="bars__base" x={x} y={height + 1} width={width} height={1} />
            <rect class="bars__passed" x={x} y={height - below} width={width} height={below} />
            <rect class="bars__blocked" x={x} y={top} width={width} height={Math.min(above, height)} />
          </g>
        );
      })}
    </svg>
  );
}
