import { onDemand } from "../design/onDemand";
import { Sheet } from "../design/Sheet";
import type { CallModel } from "./callModel";
import { DevicePickers } from "./devices/DevicePicker";
import { shortcuts } from "./shortcuts";

const RememberedList = onDemand(() => import("../consent/remembering/RememberedList").then((part) => part.RememberedList));

export function SettingsSheet({ model }: { model: CallModel }) {
  const { local } = model.session;
  const problems = [local.cameraProblem.value, local.microphoneProblem.value].filter((each) => each !== null);
  return (
    <Sheet title="Settings" onClose={() => model.showSettings(false)}>
      <DevicePickers local={local} />
      {problems.map((problem) => (
        <p class="notice notice--warning" key={problem.message}>
          {problem.message}
        </p>
      ))}
      <RememberedList remembered={model.session.plugins.desk.remembered} />
      <div class="keys">
        <h3>Keyboard</h3>
        <dl>
          {shortcuts.map(({ key, does }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Sheet>
  );
}
