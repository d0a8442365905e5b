import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Button } from "../../design/Button";
import type { PluginQuestion } from "../../signaling/protocol";
import { sizeWords } from "../sizeWords";
import { acceptOf, isOfKind, kindWords } from "./fileKinds";

interface Props {
  question: PluginQuestion;
  /** The author's, from the manifest. */
  reason: string | null;
  armed: boolean;
  /** Gives what is wrong, or null when they are handed over. */
  onHand: (files: readonly File[]) => Promise<string | null>;
  onRefuse: () => void;
}

/** Files for a plugin: the page's own dialogue, and what was chosen, before any of it goes anywhere. */
export function FileChoice({ question, reason, armed, onHand, onRefuse }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const files = useSignal<readonly File[]>([]);
  const refused = useSignal<string | null>(null);
  const problem = refused.value ?? problemWith(files.value, question);
  return (
    <>
      <p>
        It can use {kindWords(question.accept)}: {question.maxFiles === 1 ? "one file" : `up to ${question.maxFiles} files`} of up to{" "}
        {sizeWords(question.maxBytes)}
        {question.maxFiles === 1 ? "" : " each"}. It gets what you choose here and nothing else on your device.
      </p>
      {reason && (
        <p>
          Its author says why: <q>{reason}</q>
        </p>
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple={question.maxFiles > 1}
        accept={acceptOf(question.accept)}
        aria-label="Files"
        onChange={({ currentTarget }) => {
          refused.value = null;
          files.value = [...(currentTarget.files ?? [])];
        }}
      />
      <Button onClick={() => input.current!.click()}>{files.value.length === 0 ? "Choose…" : "Choose others…"}</Button>
      {files.value.length > 0 && (
        <ul class="question__files">
          {files.value.map((file, index) => (
            <li key={index}>
              <bdi>{file.name}</bdi> <span class="muted">{sizeWords(file.size)}</span>
            </li>
          ))}
        </ul>
      )}
      {problem && (
        <p class="notice notice--warning" role="alert">
          {problem}
        </p>
      )}
      <div class="question__actions">
        <Button disabled={!armed || files.value.length === 0 || problem !== null} onClick={() => void onHand(files.value).then((words) => (refused.value = words))}>
          Hand over
        </Button>
        <Button onClick={onRefuse}>Do not hand over</Button>
      </div>
    </>
  );
}

function problemWith(files: readonly File[], { accept, maxBytes, maxFiles }: PluginQuestion): string | null {
  if (files.length > maxFiles) return `That are ${files.length} files. Choose ${maxFiles === 1 ? "one" : `${maxFiles} at most`}.`;
  const empty = files.find((file) => file.size === 0);
  if (empty) return `${empty.name} is empty. Choose another file.`;
  const large = files.find((file) => file.size > maxBytes);
  if (large) return `${large.name} has ${sizeWords(large.size)}, which is more than it takes. Choose a smaller file.`;
  const other = files.find((file) => !isOfKind(file, accept));
  return other ? `${other.name} is none of what it can use: ${kindWords(accept)}.` : null;
}
