import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Button } from "../design/Button";
import { Sheet } from "../design/Sheet";
import { Toggle } from "../design/Toggle";
import { cardFields, cleanField, type CardField } from "./card";
import type { CardStore } from "./cardStore";
import "./cards.css";

/** One's own card: what it says, and of each field whether the people here see it. */
export function CardForm({ cards, onClose }: { cards: CardStore; onClose: () => void }) {
  const card = useSignal(cards.own.peek());
  const { values, shown, remember } = card.value;
  const type = (field: CardField, text: string) => (card.value = { ...card.value, values: { ...card.value.values, [field]: text } });
  const tick = (field: CardField, on: boolean) =>
    (card.value = { ...card.value, shown: on ? [...card.value.shown, field] : card.value.shown.filter((each) => each !== field) });
  const badLink = (values.link ?? "").trim() !== "" && cleanField("link", values.link!) === null;
  const save = (event: Event) => {
    event.preventDefault();
    if (badLink) return;
    cards.save(card.value);
    onClose();
  };
  return (
    <Sheet title="Your card" onClose={onClose}>
      <form class="card-form" onSubmit={save}>
        <p class="small muted">
          Everything is optional. What you tick goes from your browser to the people here, and to plugins that you allow to read your card; untick it, and
          it is gone from their pages. The host does not keep it.
        </p>
        {cardFields.map(({ field, label, most, hint }) => (
          <Field
            key={field}
            label={label}
            most={most}
            hint={hint}
            long={field === "about"}
            text={values[field] ?? ""}
            shown={shown.includes(field)}
            onText={(text) => type(field, text)}
            onShown={(on) => tick(field, on)}
          />
        ))}
        {badLink && (
          <p class="notice notice--warning" role="alert">
            The link has to be an https address of up to 200 characters, without a user name.
          </p>
        )}
        <Toggle checked={remember} onChange={(on) => (card.value = { ...card.value, remember: on })}>
          Keep my card in this browser
        </Toggle>
        <div class="card-form__actions">
          <Button look="primary" type="submit" disabled={badLink}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Sheet>
  );
}

interface FieldProps {
  label: string;
  most: number;
  hint: string | undefined;
  long: boolean;
  text: string;
  shown: boolean;
  onText: (text: string) => void;
  onShown: (on: boolean) => void;
}

function Field({ label, most, hint, long, text, shown, onText, onShown }: FieldProps) {
  const id = useId();
  const shared = { id, class: "input", value: text, maxLength: most, placeholder: hint };
  return (
    <div class="card-form__field">
      <label for={id}>{label}</label>
      {long ? (
        <textarea {...shared} rows={3} onInput={(event) => onText(event.currentTarget.value)} />
      ) : (
        <input {...shared} autoComplete="off" onInput={(event) => onText(event.currentTarget.value)} />
      )}
      <label class="card-form__tick">
        <input type="checkbox" checked={shown} aria-label={`Show ${label.toLowerCase()} to the people here`} onChange={(event) => onShown(event.currentTarget.checked)} />
        <span aria-hidden="true">Show to the people here</span>
      </label>
    </div>
  );
}
