import { Button } from "../../design/Button";
import type { RememberedChoices } from "./rememberedChoices";

/** Everything that this browser remembers for plugins, to be seen and deleted. */
export function RememberedList({ remembered }: { remembered: RememberedChoices }) {
  const plugins = remembered.plugins.value;
  return (
    <section class="remembered" aria-labelledby="remembered-heading">
      <h3 id="remembered-heading">Answers remembered in this browser</h3>
      {plugins.length === 0 && (
        <p class="remembered__note">None. What you allow or refuse holds for the room that you are in, unless you tick that it be remembered.</p>
      )}
      {plugins.map(({ id, name, publisher, flows }) => (
        <div key={id} class="remembered__plugin">
          <h4>
            <bdi>{name}</bdi>{" "}
            <small>
              by <bdi>{publisher}</bdi>
            </small>
          </h4>
          <ul>
            {flows.map(({ key, choice, sentence }) => (
              <li key={key}>
                <p>
                  <strong>{choice === "allow" ? "Allowed:" : "Refused:"}</strong> {sentence}
                </p>
                <Button look="quiet" aria-label={`Forget: ${sentence}`} onClick={() => remembered.forget([key])}>
                  Forget
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {plugins.length > 0 && (
        <>
          <p class="remembered__note">They are applied when you join a room with that plugin. Forgetting one changes nothing in the room that you are in.</p>
          <Button onClick={() => remembered.forgetAll()}>Forget all</Button>
        </>
      )}
    </section>
  );
}
