import { Button } from "../../design/Button";
import { EmptyState } from "../../design/EmptyState";
import { Icon } from "../../design/icons";
import type { Rect } from "./grid";
import { place } from "./Tile";

/** Stands beside one's own tile while nobody else is there. */
export function AloneCard({ rect, onCopy }: { rect: Rect; onCopy: () => void }) {
  return (
    <div class="alone" style={place(rect)}>
      <EmptyState icon="people" title="You are the only one here">
        <p>Send the link to the people you want to talk to. Whoever has it can come in.</p>
        <p class="alone__link">{location.host + location.pathname}</p>
        <Button look="primary" onClick={onCopy}>
          <Icon name="link" />
          Copy invitation
        </Button>
      </EmptyState>
    </div>
  );
}
