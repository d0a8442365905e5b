// Runs in the page of a call, as a person would act there: with a camera of one grey, which tells the script that sees it what to do.
window.surfaces ??= (() => {
  const camera = Object.assign(document.createElement("canvas"), { width: 640, height: 480 });
  const pen = camera.getContext("2d");
  let light = 0;
  const paint = () => {
    pen.fillStyle = `rgb(${light}, ${light}, ${light})`;
    pen.fillRect(0, 0, camera.width, camera.height);
  };
  paint();
  setInterval(paint, 40);
  navigator.mediaDevices.getUserMedia = async () => camera.captureStream(25);

  const until = async (find, what) => {
    for (const end = performance.now() + 45_000; performance.now() < end; ) {
      const found = await find();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    throw new Error(`There is no ${what}: ${document.body.innerText}`);
  };
  const button = (name) => [...document.querySelectorAll("button")].find((each) => (each.ariaLabel ?? each.textContent.trim()) === name && !each.disabled);
  const press = async (name) => (await until(() => button(name), `button "${name}"`)).click();
  const ended = () => [...document.querySelectorAll("[role=alert]")].find((each) => each.innerText.includes("does not change your picture any more"));

  /** Letters of the picture's cells, as Surfaces/pictures.js paints them; null while there are none. */
  const states = (count) => {
    const video = document.querySelector("[aria-label='Video of Anna']");
    if (!video?.videoWidth) return null;
    const look = new OffscreenCanvas(video.videoWidth, video.videoHeight).getContext("2d", { willReadFrequently: true });
    look.drawImage(video, 0, 0);
    const [width, height] = [video.videoWidth / 16, video.videoHeight / 16];
    const letters = Array.from({ length: count }, (_, index) => {
      const [red, green, blue] = look.getImageData((index % 16) * width + width / 2, Math.floor(index / 16) * height + height / 2, 1, 1).data;
      return red > 120 && green < 80 ? "w" : green > 110 && red < 80 ? "b" : blue > 120 && red < 80 ? "n" : "";
    }).join("");
    return letters.length === count ? letters : null;
  };

  const start = async () => {
    await press("Change my picture…");
    await press("Change my picture");
  };

  return {
    until,
    press,
    button,
    states,
    /** What the overlay said where the person is asked about its link; the answer is no. */
    async asked() {
      const address = await until(() => {
        // On a machine that is too slow for it, it may have been taken away.
        [...document.querySelectorAll(".overlay-badge button")].find(({ ariaLabel }) => ariaLabel.startsWith("Start "))?.click();
        return document.querySelector(".ask__address");
      }, "question");
      const said = address.textContent.split("/").at(-1);
      const below = this.below();
      await press("Do not open");
      if (below) throw new Error(`The overlay with a question over it: ${below}`);
      return said;
    },
    /** The attributes of the plugin's frames, by surface. */
    frames: () => JSON.stringify(Object.fromEntries([...document.querySelectorAll("iframe")].map((frame) => [
      frame.closest(".overlay-layer") ? "overlay" : frame.closest(".toolbars") ? "toolbar" : frame.className === "picture-frame" ? "picture" : "window",
      { ...Object.fromEntries([...frame.attributes].map(({ name, value }) => [name, value])), src: frame.src },
    ]))),
    /** What the overlay takes of a pointer, and what of the page would lie below it if it did. */
    below() {
      const layer = document.querySelector(".overlay-layer");
      const at = (x, y) => document.elementsFromPoint(x, y);
      const { left, top, width, height } = layer.getBoundingClientRect();
      const found = [];
      for (let x = 0.05; x < 1; x += 0.1)
        for (let y = 0.05; y < 1; y += 0.1) if (at(left + x * width, top + y * height).some((each) => layer.contains(each))) found.push(`takes ${x} ${y}`);
      const styles = [layer, ...layer.querySelectorAll("*")].map((each) => [each, each.style.pointerEvents]);
      layer.inert = false;
      for (const [each] of styles) each.style.pointerEvents = "auto";
      if (!at(left + width / 2, top + 4).some((each) => layer.contains(each)) && !document.querySelector("dialog[open]")) found.push("is not there");
      for (const control of document.querySelectorAll("button, a[href], input, select, textarea, summary, [role=button], .plate, .overlay-badge, .plugin-frame, .notices, .sheet")) {
        // Where no pointer hovers, a tile's buttons take one only while the focus is in the tile.
        if (!control.checkVisibility() || layer.contains(control) || getComputedStyle(control).pointerEvents === "none") continue;
        const box = control.getBoundingClientRect();
        const hits = at(box.left + box.width / 2, box.top + box.height / 2);
        const over = hits.findIndex((each) => layer.contains(each));
        const itself = hits.findIndex((each) => control.contains(each) || each.contains(control));
        if (over !== -1 && (itself === -1 || over < itself)) found.push(`covers ${control.ariaLabel ?? control.textContent}`);
      }
      for (const [each, events] of styles) {
        each.style.pointerEvents = events;
        if (each.getAttribute("style") === "") each.removeAttribute("style");
      }
      layer.inert = true;
      return found.join("\n");
    },
    /** From now on the camera is the one above. */
    async ownCamera() {
      await until(() => button("Turn camera off") ?? button("Turn camera on"), "camera");
      button("Turn camera off")?.click();
      await press("Turn camera on");
      await start();
    },
    /** Makes the camera so light until that cell is green, or the change has ended because of what came back. */
    async show(order, cell, count) {
      light = 24 * order;
      const shown = await until(async () => {
        const all = states(count);
        if (all?.[cell] === "b") return all;
        const word = ended();
        if (!word) return false;
        // Before any answer, or when the machine was too slow for it: once more.
        const isAnswered = order > 1 && word.innerText.includes("it failed");
        if (isAnswered) light = 0;
        word.querySelector("button").click();
        await until(() => !ended(), "dismissed word");
        await start();
        return isAnswered && "ended";
      }, `answer ${order}`);
      light = 0;
      return shown;
    },
  };
})();
