const key = "pluginroom.name";

/** Kept in this browser only if the person ticked the box, else for this tab. */
export function rememberedName(): { name: string; remember: boolean } {
  const kept = localStorage.getItem(key);
  return { name: kept ?? sessionStorage.getItem(key) ?? "", remember: kept !== null };
}

export function rememberName(name: string, remember: boolean): void {
  if (remember) {
    localStorage.setItem(key, name);
  } else {
    localStorage.removeItem(key);
    sessionStorage.setItem(key, name);
  }
}
