import { Sheet } from "../design/Sheet";
import type { CardFields } from "../signaling/protocol";
import { cardFields } from "./card";
import "./cards.css";

/** What somebody shows of their card. Each value by itself, so that none can turn the others around; nothing of it is fetched. */
export function CardView({ name, card, onClose }: { name: string; card: CardFields; onClose: () => void }) {
  return (
    <Sheet title={`Card of ${name}`} onClose={onClose}>
      <dl class="card">
        {cardFields.map(({ field, label }) => {
          const value = card[field];
          if (value === null) return null;
          return (
            <div key={field}>
              <dt>{label}</dt>
              <dd>
                {field === "link" ? (
                  <a href={value} target="_blank" rel="noopener noreferrer nofollow">
                    {value}
                  </a>
                ) : (
                  <bdi>{value}</bdi>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <p class="small muted">In {name}’s own words. It came from their browser, and nobody has checked it.</p>
    </Sheet>
  );
}
