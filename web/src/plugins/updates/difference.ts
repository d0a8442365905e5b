import { isSwitchedOff, type Purposes } from "../../consent/purposes";
import { abilitiesOf } from "../../consent/saying/abilities";
import { plain } from "../../consent/saying/words";
import { flowSentence, givenBy, hostOf, inCountry } from "../../consent/sentences";
import type { PluginCapabilityView, PluginFlowView, PluginUpdateView, RoomPluginView, UpdateChange } from "../../signaling/protocol";

/** One difference in words. Only `after`: new. Only `before`: gone. */
export interface ChangeLine {
  readonly before: string | null;
  readonly after: string | null;
  /** Where the new text can be read in full. */
  readonly link?: string;
  /** A flow of the version that waits that this line is about, where a person can answer it. */
  readonly flow?: PluginFlowView;
}

/** The version that waits, as if it were in the room already: so that the same words describe both. */
export const asPlugin = (plugin: RoomPluginView, update: PluginUpdateView): RoomPluginView => ({
  ...plugin,
  name: update.name,
  version: update.version,
  publisherName: update.publisherName,
  publisherContact: update.publisherContact,
  privacyPolicyUrl: update.privacyPolicyUrl,
  capabilities: update.capabilities,
  flows: update.flows,
  sinks: update.sinks,
  update: null,
});

/** What differs, by the host's word, in sentences about the version of each side. */
export function changeLines(plugin: RoomPluginView, update: PluginUpdateView, purposes: Purposes): ChangeLine[] {
  const [next, asked] = [asPlugin(plugin, update), newFlows(plugin, update, purposes)];
  const offWords = (key: string | null) => (update.flows.some((flow) => flow.key === key && isSwitchedOff(flow, purposes)) ? " That is switched off in this room." : "");
  return update.changes.flatMap(({ what, before, after }: UpdateChange): ChangeLine[] => {
    if (what === "privacyPolicy") return [{ before: null, after: "Its privacy policy is another one.", link: update.privacyPolicyUrl }];
    const words = sentences[what] ?? ((_, value) => `${what}: ${value}`);
    const flow = what === "flow" ? asked.find((each) => each.key === after) : undefined;
    const line = { before: before === null ? null : words(plugin, before), after: after === null ? null : words(next, after) + (what === "flow" ? offWords(after) : ""), ...(flow && { flow }) };
    if (line.before !== line.after) return [line];
    // The same words from somebody else are another promise.
    return [{ ...line, before: null, after: `${line.after} It is asked anew, because what it says comes from somebody else now.` }];
  });
}

const sentences: Record<string, (plugin: RoomPluginView, value: string) => string> = {
  name: (_, name) => `It is called ${name}.`,
  publisher: (_, name) => `${name} answers for it.`,
  contact: (_, contact) => `Questions about your data go to ${contact}.`,
  trust: (_, words) => `Its files: ${words}.`,
  server: () => "A part of it runs on this host, in a process of its own.",
  erasure: (_, url) => `When you take a permission back, this host asks ${url} to erase what it has of you.`,
  sink: (plugin, id) =>
    found(plugin.sinks, (sink) => sink.id === id, ({ operator, country, url }) => `It can send to ${operator} in ${inCountry(country)} (${hostOf(url)}).`) ?? id,
  flow: (plugin, key) => found(plugin.flows, (flow) => flow.key === key, (flow) => flowSentence(plugin, flow) + (flow.optional ? " It works without this too." : "")) ?? key,
  capability: (plugin, name) => found(plugin.capabilities, (each) => each.name === name, (each) => capabilityWords(plugin, each)) ?? name,
};

function capabilityWords(plugin: RoomPluginView, capability: PluginCapabilityView): string {
  const [ability] = abilitiesOf({ ...plugin, capabilities: [capability], flows: [] });
  const given = givenBy(capability.name);
  const reason = capability.reason ? ` Its author says: “${capability.reason}”` : "";
  // What gives it data is said by its flows; here it is about the reason.
  return `${ability ? plain(ability.words) : given.length > 0 ? `It is given ${new Intl.ListFormat("en").format(given)}.` : `It uses ${capability.name}.`}${capability.optional ? " It works without this too." : ""}${reason}`;
}

function found<T>(list: readonly T[], is: (item: T) => boolean, words: (item: T) => string): string | undefined {
  const item = list.find(is);
  return item && words(item);
}

/** Flows of the version that waits that nobody could decide on before; what is asked each time, or switched off, is asked then. */
export function newFlows(plugin: RoomPluginView, update: PluginUpdateView, purposes: Purposes): PluginFlowView[] {
  const known = new Set(plugin.flows.map((flow) => flow.key));
  return update.flows.filter((flow) => !known.has(flow.key) && !flow.critical && !isSwitchedOff(flow, purposes));
}

/** Everything that a person can refuse in it, where nothing of it is new. */
export const refusableFlows = (update: PluginUpdateView): PluginFlowView[] => update.flows.filter((flow) => !flow.critical);

export const waitingTitle = ({ version, older }: PluginUpdateView): string =>
  older ? `An older version, ${version}, waits` : `Version ${version} waits`;

export function unansweredWords(count: number, answered: boolean): string {
  const people = count === 1 ? "1 person has" : `${count} people have`;
  return answered ? `You have answered; ${people} still to answer.` : `${people} still to answer.`;
}
