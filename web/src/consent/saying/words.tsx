import type { ComponentChildren } from "preact";

/** A name that somebody else chose: shown so that its direction of writing does not turn the words around it. */
export interface Name {
  readonly name: string;
}

/** A sentence of the page's own, with others' names in it. */
export type Words = readonly (string | Name)[];

export const named = (name: string): Name => ({ name });

/** `say` ... `` puts words together; what is inserted is a name, words, or text of the page's own. */
export function say(text: TemplateStringsArray, ...inserted: readonly (string | Name | Words)[]): Words {
  return text.flatMap((part, index) => {
    const next = inserted[index];
    return [part, ...(next === undefined ? [] : isWords(next) ? next : [next])];
  });
}

const isWords = (value: string | Name | Words): value is Words => Array.isArray(value);

export const plain = (words: Words): string => words.map((part) => (typeof part === "string" ? part : part.name)).join("");

/** With a comma between and "and" before the last. */
export const listed = (items: readonly Words[]): Words =>
  items.flatMap((item, index) => (index === 0 ? item : [index === items.length - 1 ? " and " : ", ", ...item]));

export const Said = ({ words }: { words: Words }): ComponentChildren =>
  words.map((part, index) => (typeof part === "string" ? part : <bdi key={index}>{part.name}</bdi>));
