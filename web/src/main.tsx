import { render } from "preact";

render(<main>PluginRoom</main>, document.getElementById("app")!);
