interface Script {
  src: string;
  module: boolean;
}

/** Loads the author's scripts in their order once the page is there, as `defer` would. */
export function loadScripts(element: HTMLScriptElement): void {
  const scripts = JSON.parse(element.dataset["scripts"] ?? "[]") as Script[];
  const { head } = document;
  element.remove();
  document.addEventListener("DOMContentLoaded", () => {
    for (const { src, module } of scripts) {
      const script = document.createElement("script");
      if (module) script.type = "module";
      script.async = false;
      script.src = src;
      head.append(script);
    }
  });
}
