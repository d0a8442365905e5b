export type * from "./protocol.generated";
