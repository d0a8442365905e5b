/** How a sentence speaks of data that it has named. */
export interface Forms {
  readonly it: string;
  readonly them: string;
  readonly is: string;
  /** Ending of a verb in the present: "goes" and "go", "stays" and "stay". */
  readonly verb: (one: string, many: string) => string;
}

const one: Forms = { it: "it", them: "it", is: "is", verb: (singular) => singular };
const many: Forms = { it: "they", them: "them", is: "are", verb: (_, plural) => plural };

// Files and reactions are named in the plural.
export const formsOf = (data: string): Forms => (data === "content.file" || data === "behaviour.interaction" ? many : one);
