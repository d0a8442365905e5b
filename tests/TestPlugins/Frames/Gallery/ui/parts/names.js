export const named = "a module";
