import { render } from "preact";
import "./design/tokens.css";
import "./design/base.css";
import { App } from "./App";

render(<App />, document.getElementById("app")!);
